package org.attentionlab.attention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.function.Function;
import org.attentionlab.tensor.Autograd;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiledAttentionTest {
  private final Random rng = new Random(1);

  /** Output and gradients of one form of attention over the same inputs. */
  private static Tensor[] run(Tensor q, Tensor k, Tensor v, Function<Tensor[], Tensor> attention) {
    Tensor[] leaves = {q.detach(), k.detach(), v.detach()};
    for (Tensor leaf : leaves) {
      leaf.requiresGrad(true);
    }
    Tensor y = attention.apply(leaves);
    y.mul(Tensor.arange(y.numel()).reshape(y.shape()).mul(0.01).tanh()).sum().backward();
    return new Tensor[] {y, leaves[0].grad(), leaves[1].grad(), leaves[2].grad()};
  }

  private static void assertSame(Tensor[] expected, Tensor[] found) {
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(expected[i].shape(), found[i].shape());
      assertTrue(found[i].allClose(expected[i], 2e-4), "part " + i);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1, 1", "5, 3, 4, 2", "64, 64, 16, 16", "65, 130, 8, 24", "200, 70, 5, 7"})
  void isScaledDotProductAttention(int t, int s, int dK, int dV) {
    Tensor q = Tensor.randn(rng, 2, 3, t, dK);
    Tensor k = Tensor.randn(rng, 2, 3, s, dK);
    Tensor v = Tensor.randn(rng, 2, 3, s, dV);
    assertSame(
        run(q, k, v, in -> Attention.scaledDotProduct(in[0], in[1], in[2]).output()),
        run(q, k, v, in -> TiledAttention.attend(in[0], in[1], in[2])));
  }

  @Test
  void keepsToMasks() {
    Tensor q = Tensor.randn(rng, 3, 70, 8);
    Tensor k = Tensor.randn(rng, 3, 70, 8);
    Tensor v = Tensor.randn(rng, 3, 70, 8);
    Mask padding = Mask.padding(new int[] {70, 1, 0}, 70);
    for (Mask mask :
        new Mask[] {Mask.none(), Mask.causal(70), padding, Mask.causal(70).and(padding)}) {
      assertSame(
          run(q, k, v, in -> Attention.scaledDotProduct(in[0], in[1], in[2], mask).output()),
          run(q, k, v, in -> TiledAttention.attend(in[0], in[1], in[2], mask)));
    }
  }

  @Test
  void causalNeedsNoMask() {
    Tensor q = Tensor.randn(rng, 5, 4);
    Tensor k = Tensor.randn(rng, 9, 4);
    Tensor v = Tensor.randn(rng, 9, 6);
    assertSame(
        run(
            q,
            k,
            v,
            in -> Attention.scaledDotProduct(in[0], in[1], in[2], Mask.causal(5, 9)).output()),
        run(q, k, v, in -> TiledAttention.causal(in[0], in[1], in[2])));
    assertThrows(ShapeException.class, () -> TiledAttention.causal(k, q, q));
  }

  @Test
  @SuppressWarnings("try") // recording is off inside
  void memoryGrowsWithTheLength() {
    int n = 8192;
    Tensor x = Tensor.randn(rng, n, 16);
    TiledAttention.attend(x, x, x); // until the compiler has come to the kernels
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
    try (var off = Autograd.noGrad()) {
      TiledAttention.attend(x, x, x);
    }
    long bytes = thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    // The scores alone would be 256 MB.
    assertTrue(bytes < 64_000_000, bytes + " bytes");
    assertEquals(n, x.size(0));
  }

  @Test
  void refusesWhatTilesCannotKnow() {
    Tensor x = Tensor.randn(rng, 6, 4);
    var problem =
        assertThrows(
            IllegalArgumentException.class, () -> TiledAttention.attend(x, x, x, Mask.local(6, 1)));
    assertTrue(problem.getMessage().contains("scaledDotProduct"), problem.getMessage());
    assertThrows(
        ShapeException.class, () -> TiledAttention.attend(x, Tensor.randn(rng, 2, 6, 4), x));
    assertThrows(ShapeException.class, () -> TiledAttention.attend(x, Tensor.randn(rng, 6, 5), x));
  }
}
