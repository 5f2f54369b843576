package org.attentionlab.bench;

import java.util.Random;
import org.attentionlab.attention.TiledAttention;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.tensor.Workspace;

/** Tiled attention of 4 heads of 64 through the public API. */
final class TiledPass implements Workload {
  private static final int HEADS = 4;
  private static final int WIDTH = 64;

  private final int n;
  private final boolean backward;
  private final Tensor q;
  private final Tensor k;
  private final Tensor v;
  private final Tensor cotangent;

  TiledPass(int n, boolean backward) {
    this.n = n;
    this.backward = backward;
    Random rng = new Random(1);
    this.q = Tensor.randn(rng, 1, HEADS, n, WIDTH).requiresGrad(backward);
    this.k = Tensor.randn(rng, 1, HEADS, n, WIDTH).requiresGrad(backward);
    this.v = Tensor.randn(rng, 1, HEADS, n, WIDTH).requiresGrad(backward);
    this.cotangent = Tensor.randn(rng, 1, HEADS, n, WIDTH);
  }

  /** Two products forward; backward five, of which one is done again. */
  @Override
  public double flops() {
    return (backward ? 14.0 : 4.0) * HEADS * WIDTH * n * n;
  }

  @Override
  @SuppressWarnings("try") // the step is closed, not used
  public void run() {
    try (Workspace step = Workspace.step()) {
      Tensor y = TiledAttention.attend(q, k, v);
      if (backward) {
        q.zeroGrad();
        k.zeroGrad();
        v.zeroGrad();
        y.backward(cotangent);
      }
    }
  }
}
