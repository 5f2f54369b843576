package org.attentionlab.tensor;

/**
 * What it takes to write an operation with a backward of its own, outside of this package.
 *
 * <p>An operation reads its inputs, fills an array with its result, and says how a gradient of the
 * result becomes gradients of the inputs. The square, {@code y = x^2} with {@code dx = 2 g x}:
 *
 * <pre>
 * static Tensor square(Tensor x) {
 *   float[] a = Operation.read(x);
 *   float[] y = Operation.take(x.numel());
 *   for (int i = 0; i &lt; y.length; i++) {
 *     y[i] = a[i] * a[i];
 *   }
 *   return Operation.result("square", x.shape(), y, g -&gt; {
 *     float[] dx = Operation.gradient(x);
 *     for (int i = 0; i &lt; dx.length; i++) {
 *       dx[i] += 2 * g[i] * a[i];
 *     }
 *   }, x);
 * }
 * </pre>
 *
 * <p>Of several inputs, the backward skips those for which {@link Tensor#requiresGrad()} is false.
 * {@link GradCheck} tells whether a backward fits its forward. All arrays are row by row and as
 * long as the tensor has elements.
 */
public final class Operation {
  private Operation() {}

  /**
   * The numbers of a tensor, not a copy.
   *
   * @param tensor an input
   * @return its numbers; never write to them
   */
  public static float[] read(Tensor tensor) {
    return tensor.data();
  }

  /**
   * The gradient of a tensor, not a copy, for a backward to add its share to.
   *
   * @param tensor an input that requires a gradient
   * @return what was added so far, zeros at first
   */
  public static float[] gradient(Tensor tensor) {
    return tensor.gradient();
  }

  /**
   * An array for a result, or for a backward to work in.
   *
   * @param length how many numbers
   * @return an array of that length whose contents are undefined
   */
  public static float[] take(int length) {
    return new float[length];
  }

  /**
   * An array of zeros for a result, or for a backward to work in.
   *
   * @param length how many numbers
   * @return an array of that length
   */
  public static float[] zeros(int length) {
    return new float[length];
  }

  /**
   * The tensor that an operation computed. Where recording is on and an input requires a gradient,
   * the operation is remembered and its backward runs in the sweep.
   *
   * @param op the name, for messages
   * @param shape the shape of the result
   * @param data its numbers, taken over: do not write to them afterwards
   * @param backward how a gradient of the result becomes gradients of the inputs
   * @param inputs all tensors that the backward adds to or reads
   * @return the result
   * @throws ShapeException if the numbers do not fill the shape
   */
  public static Tensor result(
      String op, int[] shape, float[] data, Autograd.Backward backward, Tensor... inputs) {
    int[] checked = Shape.checked(op, shape);
    if (Shape.numel(checked) != data.length) {
      throw ShapeException.count(op, data.length, checked);
    }
    return Autograd.record(op, checked, data, backward, inputs.clone());
  }
}
