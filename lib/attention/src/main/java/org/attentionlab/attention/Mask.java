package org.attentionlab.attention;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.attentionlab.numerics.AttentionShape;
import org.attentionlab.tensor.Operation;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * Who may attend to whom: true where a query may attend to a key.
 *
 * <p>A mask has the axes (..., T, S) of the scores, or fewer, or sizes of 1, and expands to them. A
 * hidden score becomes minus infinity, so its weight is exactly zero.
 */
public final class Mask {
  private static final Mask NONE = new Mask(new int[0], new boolean[] {true});

  private final int[] shape;
  private final boolean[] allowed;

  /** The same as numbers, made when first asked for. */
  private Optional<Tensor> numbers = Optional.empty();

  private Mask(int[] shape, boolean[] allowed) {
    this.shape = shape;
    this.allowed = allowed;
  }

  /**
   * A mask with given entries.
   *
   * @param rows for each of T queries its S keys; copied
   * @return a mask (T, S)
   * @throws ShapeException if a row has another length than the first
   */
  public static Mask of(boolean[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    return new Mask(new int[] {rows.length, columns}, flat(rows, columns));
  }

  private static boolean[] flat(boolean[][] rows, int columns) {
    boolean[] allowed = new boolean[numel(rows.length, columns)];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new ShapeException(
            "mask: row " + i + " has " + rows[i].length + " entries, row 0 has " + columns + ".");
      }
      System.arraycopy(rows[i], 0, allowed, i * columns, columns);
    }
    return allowed;
  }

  /**
   * A mask of any shape.
   *
   * @param condition true where it is not zero
   * @return a mask of its shape
   */
  public static Mask of(Tensor condition) {
    float[] values = condition.toArray();
    boolean[] allowed = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      allowed[i] = values[i] != 0;
    }
    return new Mask(condition.shape(), allowed);
  }

  /**
   * Nothing is hidden.
   *
   * @param shape the sizes of the axes
   * @return a mask of that shape
   * @throws ShapeException if a size is negative, or there are more entries than an array can hold
   */
  public static Mask allTrue(int... shape) {
    boolean[] allowed = new boolean[numel(shape)];
    Arrays.fill(allowed, true);
    return new Mask(shape.clone(), allowed);
  }

  private static int numel(int... shape) {
    return Operation.numel("mask", shape);
  }

  /**
   * Nothing is hidden, whatever the scores.
   *
   * @return a mask () that expands to any scores
   */
  public static Mask none() {
    return NONE;
  }

  /**
   * Position i may attend to the positions up to i, itself included: the future is hidden.
   *
   * <p>Vaswani et al. (2017), section 3.2.3.
   *
   * @param n positions
   * @return a mask (n, n)
   * @throws ShapeException if n is negative or too great for one array
   */
  public static Mask causal(int n) {
    Mask mask = allTrue(n, n);
    for (int i = 0; i < n; i++) {
      Arrays.fill(mask.allowed, i * n + i + 1, (i + 1) * n, false);
    }
    return mask;
  }

  /**
   * The queries are the last of the positions, and each may attend to the positions up to its own.
   *
   * @param queries T, how many positions ask
   * @param keys S, how many positions there are, at least T
   * @return a mask (T, S), the last T rows of {@code causal(S)}
   * @throws ShapeException if a number is negative or both are too great for one array
   * @throws IllegalArgumentException if there are more queries than keys
   */
  public static Mask causal(int queries, int keys) {
    numel(queries, keys);
    if (queries > keys) {
      throw new IllegalArgumentException(
          "mask: " + queries + " queries cannot be the last of " + keys + " positions.");
    }
    boolean[][] rows = new boolean[queries][keys];
    for (int i = 0; i < queries; i++) {
      Arrays.fill(rows[i], 0, keys - queries + i + 1, true);
    }
    return new Mask(new int[] {queries, keys}, flat(rows, keys));
  }

  /**
   * Position i may attend to its neighbourhood, from i - radius to i + radius.
   *
   * <p>Beltagy, Peters and Cohan (2020), "Longformer: The Long-Document Transformer", section 3.1.
   *
   * @param n positions
   * @param radius how far a position sees on each side, at least 0
   * @return a mask (n, n)
   * @throws ShapeException if n is negative or too great for one array
   * @throws IllegalArgumentException if the radius is negative
   */
  public static Mask local(int n, int radius) {
    numel(n, n);
    if (radius < 0) {
      throw new IllegalArgumentException(
          "mask: the radius of a window is not negative, but is " + radius + ".");
    }
    boolean[][] rows = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      int end = (int) Math.min(n, (long) i + radius + 1);
      Arrays.fill(rows[i], Math.max(0, i - radius), end, true);
    }
    return new Mask(new int[] {n, n}, flat(rows, n));
  }

  /**
   * A window, some positions that all see, and some at random, all in blocks; see {@link
   * BlockSparse}.
   *
   * @param rng where the random blocks come from
   * @param n positions
   * @param pattern the sizes
   * @return a mask (n, n)
   * @throws ShapeException if n is negative or too great for one array
   * @throws IllegalArgumentException if there are fewer blocks than the random ones ask for
   */
  public static Mask blockSparse(RandomGenerator rng, int n, BlockSparse pattern) {
    numel(n, n);
    boolean[][] blocks = pattern.blocks(rng, n);
    boolean[][] rows = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        rows[i][j] = blocks[i / pattern.blockSize()][j / pattern.blockSize()];
      }
    }
    return new Mask(new int[] {n, n}, flat(rows, n));
  }

  /**
   * Hides what fills up shorter sequences at their end.
   *
   * @param lengths for each of B sequences how many of its keys are real, from 0 to S
   * @param keys S, to which all are filled up
   * @return a mask (B, 1, S); for scores with an axis of heads, {@code unsqueeze(1)} of it
   * @throws ShapeException if S is negative
   * @throws IllegalArgumentException if a length is negative or above S
   */
  public static Mask padding(int[] lengths, int keys) {
    Mask mask = allTrue(lengths.length, 1, keys);
    for (int i = 0; i < lengths.length; i++) {
      if (lengths[i] < 0 || lengths[i] > keys) {
        throw new IllegalArgumentException(
            "mask: length " + lengths[i] + " of sequence " + i + " is not from 0 to " + keys + ".");
      }
      Arrays.fill(mask.allowed, i * keys + lengths[i], (i + 1) * keys, false);
    }
    return mask;
  }

  /**
   * True where both masks are.
   *
   * @param other a mask of a shape that broadcasts with this one
   * @return a mask of the common shape
   * @throws ShapeException if the shapes do not broadcast
   */
  public Mask and(Mask other) {
    Tensor mine = toTensor();
    Tensor theirs = other.toTensor();
    try {
      return of(mine.mul(theirs));
    } catch (ShapeException e) {
      throw AttentionShapes.masksDoNotFit(mine.shapeString(), theirs.shapeString());
    }
  }

  /**
   * Adds an axis of size 1.
   *
   * @param axis where it stands in the result; negative counts from the end
   * @return a mask with one axis more
   * @throws ShapeException if the axis would stand outside of the result
   */
  public Mask unsqueeze(int axis) {
    return new Mask(toTensor().unsqueeze(axis).shape(), allowed);
  }

  /**
   * The masks of chosen sequences of a batch.
   *
   * @param sequences their numbers along the first axis, in the order wanted, also repeatedly
   * @return a mask of that batch; where there is no axis of sequences, fewer than three, or it has
   *     size 1, this mask
   * @throws IndexOutOfBoundsException if a number lies outside of the batch
   */
  public Mask select(int... sequences) {
    return shape.length < 3 || shape[0] == 1 ? this : of(toTensor().take(0, sequences));
  }

  /**
   * Whether one entry is true.
   *
   * @param index one index for each axis of this mask
   * @return whether that query may attend to that key
   * @throws ShapeException if there are not as many indices as axes
   * @throws IndexOutOfBoundsException if an index lies outside
   */
  public boolean allows(int... index) {
    if (index.length != shape.length) {
      throw AttentionShapes.maskIndices(index.length, shape.length);
    }
    int place = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      if (index[axis] < 0 || index[axis] >= shape[axis]) {
        throw AttentionShapes.maskIndex(index[axis], axis, shape);
      }
      place = place * shape[axis] + index[axis];
    }
    return allowed[place];
  }

  /**
   * The sizes of the axes.
   *
   * @return a copy
   */
  public int[] shape() {
    return shape.clone();
  }

  /**
   * The mask as numbers.
   *
   * @return a tensor of this shape, 1 for true and 0 for false
   */
  public Tensor toTensor() {
    if (numbers.isEmpty()) {
      float[] values = new float[allowed.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = allowed[i] ? 1 : 0;
      }
      numbers = Optional.of(Tensor.of(values, shape));
    }
    return numbers.get();
  }

  /**
   * Puts minus infinity wherever a query may not attend.
   *
   * @param scores (..., T, S)
   * @return scores of the same shape
   * @throws ShapeException if this mask does not expand to the scores
   */
  public Tensor hide(Tensor scores) {
    if (this == NONE) {
      return scores;
    }
    Tensor condition = toTensor();
    try {
      return scores.where(condition, Float.NEGATIVE_INFINITY);
    } catch (ShapeException e) {
      throw AttentionShapes.maskDoesNotFit(condition.shapeString(), scores);
    }
  }

  /**
   * The shape of an attention with this mask on it; empty where the mask is not one of first keys,
   * or differs from head to head.
   */
  Optional<AttentionShape> restrict(AttentionShape attention) {
    if (this == NONE) {
      return Optional.of(attention);
    }
    int rank = shape.length;
    boolean perHead = rank == 4 && shape[1] != 1;
    if (rank < 2 || rank > 4 || perHead || shape[rank - 1] != attention.keys()) {
      return Optional.empty(); // what cannot be broadcast is for the scores to say
    }
    int queries = shape[rank - 2];
    int batch = rank > 2 ? shape[0] : 1;
    if ((queries != 1 && queries != attention.queries())
        || (batch != 1 && batch != attention.batch())) {
      return Optional.empty();
    }
    if (allowed.length == 0) {
      return Optional.of(attention); // no keys, or nobody who asks
    }
    return VisibleKeys.of(allowed, attention.keys())
        .map(counts -> attention.visible(counts, batch == 1 ? 0 : queries, queries == 1 ? 0 : 1));
  }

  /** The shape, then 1 for true and 0 for false in rows; a large mask is elided. */
  @Override
  public String toString() {
    return toTensor().toString().replaceFirst("Tensor", "Mask");
  }
}
