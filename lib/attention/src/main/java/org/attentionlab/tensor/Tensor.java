package org.attentionlab.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

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
 * <p>Shape and numbers never change, with one exception: {@link #assign} gives a tensor that was
 * not computed other numbers, for optimisers. The operations stand in families, each with its
 * backward beside it: {@link ReadingOps}, {@link ArithmeticOps}, {@link FunctionOps}, {@link
 * ReductionOps}, {@link SoftmaxOps}, {@link MatmulOps}, {@link LayoutOps}, {@link PickingOps},
 * {@link ActivationOps}, {@link NormOps}, {@link SelectionOps}, {@link ComparisonOps}. An axis may
 * count from the end: -1 is the last.
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
        SelectionOps {
  private final int[] shape;

  /** The operation that made this tensor; null in a leaf. */
  private final Autograd.Node node;

  /** Never written: {@link #assign} replaces the array, so others may share it. */
  private float[] data;

  /** Null until something was added to it. */
  private float[] gradient;

  private boolean requiresGrad;

  /** A leaf; takes the arrays over. */
  Tensor(int[] shape, float[] data) {
    this.shape = shape;
    this.data = data;
    this.node = null;
  }

  /** The result of a recorded operation; takes the arrays over. */
  Tensor(int[] shape, float[] data, Autograd.Node node) {
    this.shape = shape;
    this.data = data;
    this.node = node;
    this.requiresGrad = true;
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
   */
  public static Tensor uniform(RandomGenerator rng, float low, float high, int... shape) {
    if (!(low < high)) {
      throw new IllegalArgumentException(
          "uniform: low " + low + " is not below high " + high + ".");
    }
    return Filling.with("uniform", shape, i -> rng.nextFloat(low, high));
  }

  /**
   * Puts tensors one after the other along an axis.
   *
   * @param axis the axis that grows
   * @param parts at least one; their shapes differ in that axis alone
   * @return a tensor whose size at the axis is the sum of theirs
   * @throws ShapeException if another axis differs
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
   * @throws ShapeException if the shapes differ
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
    return data.clone();
  }

  /** The shape and, in aligned rows, the numbers; a large tensor is elided. */
  @Override
  public String toString() {
    return Printing.print(this);
  }

  // ---------------------------------------------------------------- gradients

  /**
   * Says whether gradients are wanted here.
   *
   * @param on whether operations on this tensor are recorded
   * @return this tensor
   * @throws IllegalStateException if this tensor was computed from others that require gradients
   */
  public Tensor requiresGrad(boolean on) {
    if (node != null) {
      throw new IllegalStateException(
          "requiresGrad: this tensor is the result of "
              + node.op()
              + " and requires a gradient because an input does."
              + "\n  Call it on the inputs, or on detach().");
    }
    requiresGrad = on;
    return this;
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
   * The sum of the gradients of all backward sweeps since {@link #zeroGrad()}.
   *
   * @return a tensor of this shape; zeros where there was none yet
   */
  public Tensor grad() {
    return new Tensor(shape, gradient == null ? new float[data.length] : gradient.clone());
  }

  /**
   * Whether a backward sweep reached this tensor since {@link #zeroGrad()}.
   *
   * @return false where {@link #grad()} is zero for want of a sweep
   */
  public boolean hasGrad() {
    return gradient != null;
  }

  /** Forgets the gradient. */
  public void zeroGrad() {
    gradient = null;
  }

  /**
   * Differentiates this scalar by everything that it was computed from and that requires a
   * gradient, and adds the gradients there. The graph is freed: a second sweep over it is an error.
   *
   * @throws ShapeException if this tensor has more than one element
   * @throws IllegalStateException if nothing requires a gradient, or the graph was freed
   */
  public void backward() {
    if (data.length != 1) {
      throw new ShapeException(
          "backward: starts from one number, but the shape is "
              + shapeString()
              + ".\n  Reduce it first with sum() or mean(), or give the gradient of the result.");
    }
    Autograd.backward(this, new float[] {1});
  }

  /**
   * Differentiates the sum of this tensor times the given one.
   *
   * @param gradient the gradient of the result, of this shape
   * @throws ShapeException if the shapes differ
   * @throws IllegalStateException if nothing requires a gradient, or the graph was freed
   */
  public void backward(Tensor gradient) {
    if (!Arrays.equals(shape, gradient.shape)) {
      throw ShapeException.differ("backward", shape, gradient.shape);
    }
    Autograd.backward(this, gradient.data);
  }

  /**
   * The same numbers without their history.
   *
   * @return a leaf that requires no gradient
   */
  public Tensor detach() {
    return new Tensor(shape, data);
  }

  /**
   * Gives a leaf other numbers, as an optimiser does. Results computed before keep theirs, and so
   * do their gradients.
   *
   * @param values as many numbers as there are elements; copied
   * @throws IllegalStateException if this tensor was computed
   */
  public void assign(float[] values) {
    if (node != null) {
      throw new IllegalStateException(
          "assign: this tensor is the result of "
              + node.op()
              + "; only a leaf can be assigned to.");
    }
    if (values.length != data.length) {
      throw ShapeException.count("assign", values.length, shape);
    }
    data = values.clone();
  }

  // ---------------------------------------------------------------- for the operations

  int[] sizes() {
    return shape;
  }

  float[] data() {
    return data;
  }

  Autograd.Node node() {
    return node;
  }

  /** The gradient, to add to. */
  float[] gradient() {
    if (gradient == null) {
      gradient = new float[data.length];
    }
    return gradient;
  }
}
