package org.attentionlab.tensor;

/** Functions of one number that a kernel computes over whole arrays. */
final class Elementwise {
  /** y = f(x). */
  @FunctionalInterface
  interface Forward {
    void apply(float[] x, int xAt, float[] y, int yAt, int n);
  }

  /** dx += g f'(x), from x or from y. */
  @FunctionalInterface
  interface Backward {
    void apply(float[] known, int knownAt, float[] g, int gAt, float[] dx, int dxAt, int n);
  }

  private Elementwise() {}

  /** A function whose slope is told by its result. */
  static Tensor fromResult(String op, Tensor x, Forward forward, Backward backward) {
    float[] y = computed(x, forward);
    return recorded(op, x, y, y, backward);
  }

  /** A function whose slope is told by its input. */
  static Tensor fromInput(String op, Tensor x, Forward forward, Backward backward) {
    return recorded(op, x, computed(x, forward), x.data(), backward);
  }

  private static float[] computed(Tensor x, Forward forward) {
    float[] y = Operation.take(x.numel());
    forward.apply(x.data(), 0, y, 0, y.length);
    return y;
  }

  private static Tensor recorded(String op, Tensor x, float[] y, float[] known, Backward backward) {
    return Autograd.record(
        op, x.sizes(), y, g -> backward.apply(known, 0, g, 0, x.gradient(), 0, g.length), x);
  }
}
