package org.attentionlab.tensor;

/**
 * Comparisons, element by element: 1 where they hold and 0 elsewhere, of the shape that both sides
 * broadcast to. No gradient passes. NaN is neither equal to anything nor greater or less.
 *
 * <pre>x.where(x.greater(0), 0)     // relu</pre>
 */
public sealed interface ComparisonOps permits Tensor {

  /**
   * Where this is greater.
   *
   * @param other of a shape that broadcasts with this one
   * @return zeros and ones, of the common shape
   * @throws ShapeException if the shapes do not broadcast
   */
  default Tensor greater(Tensor other) {
    return Comparison.of("greater", (Tensor) this, other, (a, b) -> a > b);
  }

  /**
   * Where this is greater or equal.
   *
   * @param other of a shape that broadcasts with this one
   * @return zeros and ones, of the common shape
   * @throws ShapeException if the shapes do not broadcast
   */
  default Tensor greaterEqual(Tensor other) {
    return Comparison.of("greaterEqual", (Tensor) this, other, (a, b) -> a >= b);
  }

  /**
   * Where this is less.
   *
   * @param other of a shape that broadcasts with this one
   * @return zeros and ones, of the common shape
   * @throws ShapeException if the shapes do not broadcast
   */
  default Tensor less(Tensor other) {
    return Comparison.of("less", (Tensor) this, other, (a, b) -> a < b);
  }

  /**
   * Where this is less or equal.
   *
   * @param other of a shape that broadcasts with this one
   * @return zeros and ones, of the common shape
   * @throws ShapeException if the shapes do not broadcast
   */
  default Tensor lessEqual(Tensor other) {
    return Comparison.of("lessEqual", (Tensor) this, other, (a, b) -> a <= b);
  }

  /**
   * Where both are equal; whether whole tensors are nearly so, says {@link ReadingOps#allClose}.
   *
   * @param other of a shape that broadcasts with this one
   * @return zeros and ones, of the common shape
   * @throws ShapeException if the shapes do not broadcast
   */
  default Tensor equalTo(Tensor other) {
    return Comparison.of("equalTo", (Tensor) this, other, (a, b) -> a == b);
  }

  /**
   * Where both differ.
   *
   * @param other of a shape that broadcasts with this one
   * @return zeros and ones, of the common shape
   * @throws ShapeException if the shapes do not broadcast
   */
  default Tensor notEqualTo(Tensor other) {
    return Comparison.of("notEqualTo", (Tensor) this, other, (a, b) -> a != b);
  }

  /**
   * Where this is greater than a number.
   *
   * @param value the number, rounded to float
   * @return zeros and ones, of this shape
   */
  default Tensor greater(double value) {
    return greater(Tensor.scalar((float) value));
  }

  /**
   * Where this is at least a number.
   *
   * @param value the number, rounded to float
   * @return zeros and ones, of this shape
   */
  default Tensor greaterEqual(double value) {
    return greaterEqual(Tensor.scalar((float) value));
  }

  /**
   * Where this is less than a number.
   *
   * @param value the number, rounded to float
   * @return zeros and ones, of this shape
   */
  default Tensor less(double value) {
    return less(Tensor.scalar((float) value));
  }

  /**
   * Where this is at most a number.
   *
   * @param value the number, rounded to float
   * @return zeros and ones, of this shape
   */
  default Tensor lessEqual(double value) {
    return lessEqual(Tensor.scalar((float) value));
  }

  /**
   * Where this equals a number.
   *
   * @param value the number, rounded to float
   * @return zeros and ones, of this shape
   */
  default Tensor equalTo(double value) {
    return equalTo(Tensor.scalar((float) value));
  }

  /**
   * Where this differs from a number.
   *
   * @param value the number, rounded to float
   * @return zeros and ones, of this shape
   */
  default Tensor notEqualTo(double value) {
    return notEqualTo(Tensor.scalar((float) value));
  }
}
