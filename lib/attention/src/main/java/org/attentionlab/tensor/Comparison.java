package org.attentionlab.tensor;

/** The loop behind {@link ComparisonOps}. */
final class Comparison {
  /** Whether a comparison holds for two numbers. */
  @FunctionalInterface
  interface Rule {
    boolean holds(float a, float b);
  }

  private Comparison() {}

  static Tensor of(String op, Tensor left, Tensor right, Rule rule) {
    Broadcast plan = Broadcast.of(op, left.sizes(), right.sizes());
    float[] a = left.data();
    float[] b = right.data();
    float[] y = Operation.take(plan.numel());
    plan.rows(
        (o, i, di, j, dj, n) -> {
          for (int t = 0; t < n; t++) {
            y[o + t] = rule.holds(a[i + t * di], b[j + t * dj]) ? 1 : 0;
          }
        });
    return Autograd.unrecorded(op, plan.shape(), y);
  }
}
