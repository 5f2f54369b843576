package org.attentionlab.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.attentionlab.numerics.Numerics;

/**
 * Numbers of float32 in n axes, row by row, and differentiable.
 *
 * <pre>
 * var x = Tensor.matrix(new float[][] {{1, 2}, {3, 4}}).requiresGrad(true);   // (2, 2)
 * var loss = x.mul(x).sum();                                                  // ()
 * loss.backward();
 * x.grad();                                                                   // 2 x, (2, 2)
 * </pre>
 *
 * <p>Shape and numbers never change, with one exception: a tensor that was not computed from others
 * is a leaf, and {@link #assign} or an optimiser gives it other numbers. The operations stand in
 * families, each with its backward beside it: {@link ReadingOps}, {@link ArithmeticOps}, {@link
 * FunctionOps}, {@link ReductionOps}, {@link SoftmaxOps}, {@link MatmulOps}, {@link LayoutOps},
 * {@link PickingOps}, {@link ActivationOps}, {@link NormOps}, {@link SelectionOps}, {@link
 * ComparisonOps}, {@link GradientOps}. An axis may count from the end: -1 is the last.
 *
 * <p>Wherever a shape is asked for, one with a negative size, or with more elements than a Java
 * array can hold, is a {@link ShapeException}.
 */
public final class Tensor
    implements ReadingOps,
        ArithmeticOps,
        FunctionOps,
        ActivationOps,
        ComparisonOps,
        ReductionOps,
        SoftmaxOps,
        NormOps,
        MatmulOps,
        LayoutOps,
        PickingOps,
        SelectionOps,
        GradientOps {
  static {
    Numerics.get(); // chooses the kernels early, because they warm themselves in the background
  }

  private final int[] shape;

  /** The name of the operation that computed this tensor; empty where none did. */
  private final String op;

  /** The operation on the tape; null in a leaf. */
  private Node node;

  /** The step whose results are gone once it is closed; null for a tensor that stays. */
  private Workspace step;

  /** Written only by {@link #change}, and only where it is {@link #mine}. */
  private float[] data;

  /** Whether no other tensor shares the array. */
  private boolean mine;

  /** When the numbers were changed last, on the clock of {@link Autograd#now()}. */
  private long changedAt;

  private boolean requiresGrad;

  /** Null until there was a gradient; its contents count only where {@link #hasGrad}. */
  private float[] gradient;

  private boolean hasGrad;

  /** A leaf with an array that nobody else has. */
  Tensor(int[] shape, float[] data) {
    this.op = "";
    this.shape = shape;
    this.data = data;
    this.mine = true;
  }

  /** The result of an operation, perhaps inside of a step, whose array others may share. */
  Tensor(String op, int[] shape, float[] data, Workspace step) {
    this.op = op;
    this.shape = shape;
    this.data = data;
    this.step = step;
  }

  // ---------------------------------------------------------------- making

  /**
   * A tensor with the given numbers, row by row.
   *
   * @param data as many numbers as the shape has elements; copied
   * @param shape the sizes of the axes; none for a scalar
   * @return a tensor of that shape
   * @throws ShapeException if the numbers do not fill the shape
   */
  public static Tensor of(float[] data, int... shape) {
    int[] checked = Shape.checked("of", shape);
    if (Shape.numel(checked) != data.length) {
      throw ShapeException.count("of", data.length, checked);
    }
    return new Tensor(checked, data.clone());
  }

  /**
   * A vector.
   *
   * @param values its n numbers
   * @return a tensor (n)
   */
  public static Tensor vector(float... values) {
    return of(values, values.length);
  }

  /**
   * A matrix.
   *
   * @param rows its rows, all of one length
   * @return a tensor (rows, columns)
   * @throws ShapeException if a row has another length than the first
   */
  public static Tensor matrix(float[][] rows) {
    return Filling.rows(rows);
  }

  /**
   * A single number, without axes.
   *
   * @param value the number
   * @return a tensor ()
   */
  public static Tensor scalar(float value) {
    return new Tensor(new int[0], new float[] {value});
  }

  /**
   * Zeros.
   *
   * @param shape the sizes of the axes
   * @return a tensor of that shape
   */
  public static Tensor zeros(int... shape) {
    return Filling.with("zeros", shape, i -> 0);
  }

  /**
   * Ones.
   *
   * @param shape the sizes of the axes
   * @return a tensor of that shape
   */
  public static Tensor ones(int... shape) {
    return Filling.with("ones", shape, i -> 1);
  }

  /**
   * One number everywhere.
   *
   * @param value the number
   * @param shape the sizes of the axes
   * @return a tensor of that shape
   */
  public static Tensor full(float value, int... shape) {
    return Filling.with("full", shape, i -> value);
  }

  /**
   * The identity matrix.
   *
   * @param n rows and columns
   * @return a tensor (n, n)
   */
  public static Tensor eye(int n) {
    return Filling.with("eye", new int[] {n, n}, i -> i / n == i % n ? 1 : 0);
  }

  /**
   * Rows of zeros with a 1 at the place of each id.
   *
   * @param ids N classes, each from 0 to {@code classes - 1}
   * @param classes C, how many classes there are
   * @return a tensor (N, C)
   * @throws IndexOutOfBoundsException if an id is not a class
   */
  public static Tensor oneHot(int[] ids, int classes) {
    return Filling.oneHot(ids, classes, ids.length);
  }

  /**
   * Rows of zeros with a 1 at the place of each id, for a batch of sequences.
   *
   * @param ids B sequences of T classes, each from 0 to {@code classes - 1}
   * @param classes C, how many classes there are
   * @return a tensor (B, T, C)
   * @throws ShapeException if the sequences differ in length
   * @throws IndexOutOfBoundsException if an id is not a class
   */
  public static Tensor oneHot(int[][] ids, int classes) {
    return Filling.oneHot(Ids.flat("oneHot", ids), classes, ids.length, Ids.length("oneHot", ids));
  }

  /**
   * The numbers 0, 1, ..., n - 1.
   *
   * @param n how many
   * @return a tensor (n)
   */
  public static Tensor arange(int n) {
    return Filling.with("arange", new int[] {n}, i -> i);
  }

  /**
   * Random numbers of the standard normal distribution.
   *
   * @param rng where they come from; the same seed gives the same tensor
   * @param shape the sizes of the axes
   * @return a tensor of that shape
   */
  public static Tensor randn(RandomGenerator rng, int... shape) {
    return Filling.with("randn", shape, i -> (float) rng.nextGaussian());
  }

  /**
   * Random numbers, evenly distributed.
   *
   * @param rng where they come from; the same seed gives the same tensor
   * @param low the least number
   * @param high above the greatest number
   * @param shape the sizes of the axes
   * @return a tensor of that shape
   * @throws IllegalArgumentException if low is not below high, or one of them or their distance is
   *     not finite
   */
  public static Tensor uniform(RandomGenerator rng, float low, float high, int... shape) {
    if (!(low < high)) {
      throw new IllegalArgumentException(
          "uniform: low " + low + " is not below high " + high + ".");
    }
    if (!Float.isFinite(high - low)) {
      throw new IllegalArgumentException(
          "uniform: from low " + low + " to high " + high + " is farther than a float can tell.");
    }
    return Filling.with("uniform", shape, i -> rng.nextFloat(low, high));
  }

  /**
   * Puts tensors one after the other along an axis.
   *
   * @param axis the axis that grows
   * @param parts at least one; their shapes differ in that axis alone
   * @return a tensor whose size at the axis is the sum of theirs
   * @throws ShapeException if there is no such axis, or another one differs
   * @throws IllegalArgumentException if there are no parts
   */
  public static Tensor concat(int axis, List<Tensor> parts) {
    return Joining.concat(axis, parts);
  }

  /**
   * Puts tensors of one shape side by side along a new axis.
   *
   * @param axis where the new axis stands in the result
   * @param parts n tensors, at least one, all of one shape
   * @return a tensor with one axis more, of size n
   * @throws ShapeException if the shapes differ, or the axis would stand outside of the result
   * @throws IllegalArgumentException if there are no parts
   */
  public static Tensor stack(int axis, List<Tensor> parts) {
    return Joining.stack(axis, parts);
  }

  // ---------------------------------------------------------------- reading

  /**
   * The sizes of the axes.
   *
   * @return a copy
   */
  public int[] shape() {
    return shape.clone();
  }

  /**
   * All numbers, row by row.
   *
   * @return a copy
   */
  public float[] toArray() {
    return data().clone();
  }

  /** The shape and, in aligned rows, the numbers; a large tensor is elided. */
  @Override
  public String toString() {
    return Printing.print(this);
  }

  /**
   * Whether gradients are wanted here, because someone asked or because an input requires one.
   *
   * @return whether operations on this tensor are recorded
   */
  public boolean requiresGrad() {
    return requiresGrad;
  }

  /**
   * Whether a backward sweep reached this tensor since {@link #zeroGrad()}, and its gradient is
   * still there.
   *
   * @return whether {@link #grad()} has something to tell
   */
  public boolean hasGrad() {
    return hasGrad;
  }

  // ---------------------------------------------------------------- for the operations

  int[] sizes() {
    return shape;
  }

  String op() {
    return op;
  }

  Node node() {
    return node;
  }

  long changedAt() {
    return changedAt;
  }

  /** Whether {@link #data()} may be asked for, here and now. */
  boolean isUsable() {
    return step == null || step.isUsable();
  }

  private void requireUsable() {
    if (!isUsable()) {
      throw step.refusal(op, shape);
    }
  }

  float[] data() {
    requireUsable();
    return data;
  }

  /** The numbers for a result that is to have them for good, whatever becomes of this leaf. */
  float[] shared() {
    if (!mine) {
      return data();
    }
    float[] copy = Operation.take(data.length);
    System.arraycopy(data, 0, copy, 0, data.length);
    return copy;
  }

  void recorded(Node made) {
    node = made;
    requiresGrad = true;
  }

  void setRequiresGrad(boolean on) {
    requiresGrad = on;
  }

  /** The gradient, to add to. */
  float[] gradient() {
    boolean old = gradient != null || isPassing(); // a new array is zero already
    if (!hasGrad) {
      firstGradient();
      if (old) {
        Arrays.fill(gradient, 0);
      }
    }
    requireUsable();
    return gradient;
  }

  /** The gradient where there is none yet, to be written whole. */
  float[] firstGradient() {
    if (hasGrad) {
      throw new IllegalStateException("firstGradient: there is a gradient already; add to it.");
    }
    requireUsable();
    if (gradient == null) {
      int length = Shape.numel(shape);
      gradient = isPassing() ? step.pool().take(length) : new float[length];
    }
    hasGrad = true;
    return gradient;
  }

  /** Whether the gradient is wanted only until the sweep has passed. */
  private boolean isPassing() {
    return node != null && step != null;
  }

  /** The sweep has passed. */
  void gradientUsed() {
    if (isPassing() && gradient != null) {
      step.pool().give(gradient);
      gradient = null;
      hasGrad = false;
    }
  }

  boolean isGradientGone() {
    return isPassing() && node.isFree();
  }

  void forgetGradient() {
    hasGrad = false;
  }

  Tensor detached() {
    if (step == null && !mine) {
      return new Tensor("", shape, data, null);
    }
    return new Tensor(shape, data().clone());
  }

  void requireLeaf(String what) {
    if (node != null) {
      throw new IllegalStateException(
          what
              + ": this tensor is the result of "
              + op
              + "; only a leaf can be given other numbers."
              + "\n  Change the tensor that it was computed from, or take detach().");
    }
  }

  /** Lets someone write the numbers of a leaf. */
  void change(Consumer<float[]> writer) {
    if (!mine) {
      data = data().clone();
      mine = true;
      step = null;
    }
    changedAt = Autograd.now();
    writer.accept(data);
  }
}
