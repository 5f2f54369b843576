package org.attentionlab.tensor;

/** The elements of a shape in the order that they have once its axes are reordered. */
final class Permutation {
  /** A run of the result: where it starts there and in the source, and the step in the source. */
  @FunctionalInterface
  private interface Run {
    void accept(int to, int from, int step, int count);
  }

  private final int[] shape;
  private final int[] steps;
  private final int count;

  /** Axis i of the result is axis {@code order[i]} of the source. */
  Permutation(int[] source, int[] order) {
    int rank = order.length;
    this.shape = new int[rank];
    this.steps = new int[rank];
    for (int i = 0; i < rank; i++) {
      shape[i] = source[order[i]];
      steps[i] = Shape.product(source, order[i] + 1, rank);
    }
    this.count = Shape.numel(shape);
  }

  /** The reordered shape. */
  int[] shape() {
    return shape;
  }

  /** Writes all elements in the new order. */
  void copy(float[] source, float[] target) {
    runs(
        (to, from, step, n) -> {
          if (step == 1) {
            System.arraycopy(source, from, target, to, n);
          } else {
            for (int i = 0; i < n; i++) {
              target[to + i] = source[from + i * step];
            }
          }
        });
  }

  /** Adds elements in the new order to those in the old one. */
  void addBack(float[] target, float[] source) {
    runs(
        (to, from, step, n) -> {
          for (int i = 0; i < n; i++) {
            source[from + i * step] += target[to + i];
          }
        });
  }

  private void runs(Run run) {
    int last = shape.length - 1;
    if (last < 0) {
      run.accept(0, 0, 1, 1);
      return;
    }
    int[] index = new int[last];
    int from = 0;
    for (int to = 0; to < count; to += shape[last]) {
      run.accept(to, from, steps[last], shape[last]);
      for (int axis = last - 1; axis >= 0; axis--) {
        from += steps[axis];
        if (++index[axis] < shape[axis]) {
          break;
        }
        from -= steps[axis] * shape[axis];
        index[axis] = 0;
      }
    }
  }
}
