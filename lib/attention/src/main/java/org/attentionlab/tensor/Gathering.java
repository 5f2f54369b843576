package org.attentionlab.tensor;

/** Picks elements of each lane of an axis, other ones for each. */
final class Gathering {
  private Gathering() {}

  /** As many as {@code each} of every lane; the indices stand as the result does. */
  static Tensor gather(String op, Tensor x, int axis, int each, int[] indices) {
    int at = Shape.axis(op, axis, x.sizes());
    int size = x.sizes()[at];
    int[] shape = Shape.checked(op, Shape.with(x.sizes(), at, each));
    int inner = Shape.product(shape, at + 1, shape.length);
    float[] a = x.data();
    float[] y = Operation.take(indices.length);
    int[] source = new int[indices.length];
    for (int i = 0; i < indices.length; i++) {
      if (indices[i] < 0 || indices[i] >= size) {
        throw new IndexOutOfBoundsException(
            op
                + ": index "
                + indices[i]
                + " lies outside of axis "
                + axis
                + " of shape "
                + x.shapeString()
                + ".");
      }
      int outer = i / (inner * each);
      source[i] = (outer * size + indices[i]) * inner + i % inner;
      y[i] = a[source[i]];
    }
    return Autograd.record(
        op,
        shape,
        y,
        g -> {
          float[] dx = x.gradient();
          for (int i = 0; i < source.length; i++) {
            dx[source[i]] += g[i];
          }
        },
        x);
  }
}
