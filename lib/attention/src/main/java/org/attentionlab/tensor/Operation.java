package org.attentionlab.tensor;

import java.util.Arrays;
import java.util.function.Consumer;

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
   * @return its numbers; never write to them, nor keep them but for the backward
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
   * The gradient of a tensor to which nothing was added yet, for a backward that would rather write
   * than add to zeros:
   *
   * <pre>
   * boolean add = x.hasGrad();
   * float[] dx = add ? Operation.gradient(x) : Operation.firstGradient(x);
   * </pre>
   *
   * @param tensor an input that requires a gradient and for which {@link Tensor#hasGrad()} is false
   * @return an array whose contents are undefined; every number has to be written
   * @throws IllegalStateException if it has a gradient already
   */
  public static float[] firstGradient(Tensor tensor) {
    return tensor.firstGradient();
  }

  /**
   * Where a kernel that computes several gradients at once adds that of an input: its gradient, or
   * zeros that nobody looks at where the input requires none.
   *
   * @param tensor an input
   * @return an array as long as the tensor
   */
  public static float[] sink(Tensor tensor) {
    return tensor.requiresGrad() ? tensor.gradient() : zeros(tensor.numel());
  }

  /**
   * An array for a result, or for a backward to work in. Inside of a {@link Workspace} step it
   * comes from there and goes back when the step is closed.
   *
   * @param length how many numbers
   * @return an array of that length whose contents are undefined
   * @throws IllegalArgumentException if the length is negative
   */
  public static float[] take(int length) {
    if (length < 0) {
      throw new IllegalArgumentException("take: a length of " + length + " is negative.");
    }
    Workspace step = Surroundings.current().step();
    return step == null ? new float[length] : step.pool().take(length);
  }

  /**
   * How many numbers a shape holds, for an operation to know before it takes their array.
   *
   * @param op the name, for messages
   * @param shape the sizes of the axes
   * @return their product
   * @throws ShapeException if a size is negative, or they are more than a Java array can hold
   */
  public static int numel(String op, int... shape) {
    return Shape.numel(op, Shape.checked(op, shape));
  }

  /**
   * An array of zeros for a result, or for a backward to work in.
   *
   * @param length how many numbers
   * @return an array of that length
   * @see #take
   */
  public static float[] zeros(int length) {
    float[] array = take(length);
    if (Surroundings.current().step() != null) { // otherwise it is new
      Arrays.fill(array, 0);
    }
    return array;
  }

  /**
   * Gives an array back before the step is closed, for one that an operation worked in and that
   * nothing refers to any longer. Outside of a {@link Workspace} step it does nothing.
   *
   * @param array what {@link #take} or {@link #zeros} gave in the same step
   * @throws IllegalArgumentException if it is another array, or was given back before
   */
  public static void give(float[] array) {
    Workspace step = Surroundings.current().step();
    if (step == null) {
      return;
    }
    if (!step.pool().isOut(array)) {
      throw new IllegalArgumentException(
          "give: an array of length "
              + array.length
              + " does not come from this step, or was given back before.");
    }
    step.pool().give(array);
  }

  /** As {@link #give}, but takes the caller's word. */
  static void giveOwn(float[] array) {
    Workspace step = Surroundings.current().step();
    if (step != null) {
      step.pool().give(array);
    }
  }

  /**
   * The tensor that an operation computed. Where recording is on and an input requires a gradient,
   * the operation is remembered and its backward runs in the sweep.
   *
   * @param op the name, for messages
   * @param shape the shape of the result
   * @param data its numbers, taken over: do not write to them afterwards; not an input's array
   * @param backward how a gradient of the result becomes gradients of the inputs
   * @param inputs all tensors that the backward adds to or reads
   * @return the result
   * @throws ShapeException if the numbers do not fill the shape
   * @throws IllegalArgumentException if the array is an input's
   */
  public static Tensor result(
      String op, int[] shape, float[] data, Autograd.Backward backward, Tensor... inputs) {
    int[] checked = Shape.checked(op, shape);
    if (Shape.numel(checked) != data.length) {
      throw ShapeException.count(op, data.length, checked);
    }
    for (Tensor input : inputs) {
      if (input.data() == data) {
        throw new IllegalArgumentException(
            op + ": the result has the very array of an input, which may change. Copy it.");
      }
    }
    return Autograd.record(op, checked, data, backward, inputs.clone());
  }

  /**
   * Changes the numbers of a leaf in place, as an optimiser does, without a new array.
   *
   * <pre>
   * float[] g = Operation.gradient(parameter);
   * Operation.update(parameter, x -&gt; {
   *   for (int i = 0; i &lt; x.length; i++) {
   *     x[i] -= rate * g[i];
   *   }
   * });
   * </pre>
   *
   * <p>Results computed before keep their numbers, but can no longer be differentiated: {@code
   * backward()} over an operation that used the former numbers is an error that says so.
   *
   * @param leaf a tensor that was not computed from others that require gradients
   * @param change writes the numbers, and does not keep the array
   * @throws IllegalStateException if the tensor was computed
   */
  public static void update(Tensor leaf, Consumer<float[]> change) {
    leaf.requireLeaf("update");
    leaf.change(change);
  }
}
