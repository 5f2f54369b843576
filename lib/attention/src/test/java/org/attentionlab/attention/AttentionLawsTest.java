package org.attentionlab.attention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.attentionlab.tensor.Tensor;

/** Laws of attention for any sizes, any score function and any mask. */
class AttentionLawsTest {
  private static final int TRIES = 100;

  /**
   * Attention to try.
   *
   * @param batch B
   * @param queries T
   * @param keys S
   * @param dK width of queries and keys
   * @param dV width of values
   * @param seed where the numbers come from
   */
  record Case(int batch, int queries, int keys, int dK, int dV, long seed) {
    Tensor q() {
      return Tensor.randn(new Random(seed), batch, queries, dK);
    }

    Tensor k() {
      return Tensor.randn(new Random(seed + 1), batch, keys, dK);
    }

    Tensor v() {
      return Tensor.randn(new Random(seed + 2), batch, keys, dV);
    }

    /** One of every kind, each with parameters of its own. */
    ScoreFunction score() {
      Random rng = new Random(seed + 3);
      return switch (rng.nextInt(5)) {
        case 0 -> ScoreFunction.dot();
        case 1 -> ScoreFunction.scaledDot();
        case 2 -> ScoreFunction.cosine();
        case 3 -> ScoreFunction.general(rng, dK, dK);
        default -> ScoreFunction.additive(rng, dK, dK, 5);
      };
    }

    /** Any mask; many rows hide everything. */
    Mask mask() {
      Random rng = new Random(seed + 4);
      float[] allowed = new float[batch * queries * keys];
      for (int row = 0; row < batch * queries; row++) {
        int share = rng.nextInt(4);
        for (int j = 0; j < keys; j++) {
          allowed[row * keys + j] = rng.nextInt(3) < share ? 1 : 0;
        }
      }
      return Mask.of(Tensor.of(allowed, batch, queries, keys));
    }

    /** A mask that tiles know: each row sees the first so many keys, perhaps none. */
    Mask prefixes() {
      Random rng = new Random(seed + 5);
      int[] lengths = IntStream.range(0, batch).map(b -> rng.nextInt(keys + 1)).toArray();
      Mask padding = Mask.padding(lengths, keys);
      boolean causal = rng.nextBoolean() && queries <= keys;
      return causal ? padding.and(Mask.causal(queries, keys)) : padding;
    }

    AttentionResult attend() {
      return Attention.attend(score(), q(), k(), v(), mask());
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<Integer> size = Arbitraries.integers().between(1, 7);
    return Combinators.combine(size, size, size, size, size, Arbitraries.longs()).as(Case::new);
  }

  /** Of several tiles, and ragged. */
  @Provide
  Arbitrary<Case> largeCases() {
    Arbitrary<Integer> length = Arbitraries.integers().between(1, 140);
    Arbitrary<Integer> width = Arbitraries.integers().between(1, 20);
    Arbitrary<Integer> batch = Arbitraries.integers().between(1, 3);
    return Combinators.combine(batch, length, length, width, width, Arbitraries.longs())
        .as(Case::new);
  }

  private static int[] shuffled(int n, long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  @Property(tries = TRIES)
  void rowsOfWeightsSumToOneOrAreZero(@ForAll("cases") Case c) {
    Tensor weights = c.attend().weights();
    Tensor mask = c.mask().toTensor();
    Tensor sums = weights.sum(-1, false);
    assertTrue(sums.allClose(mask.max(-1, false), 1e-5), "1 where a key is seen, 0 where none is");
    assertEquals(0, weights.less(0).sum().item());
    assertEquals(0, weights.mul(mask.neg().add(1)).sum().item(), "no weight where hidden");
  }

  @Property(tries = TRIES)
  void anOutputLiesBetweenTheValues(@ForAll("cases") Case c) {
    Tensor output = Attention.attend(c.score(), c.q(), c.k(), c.v()).output();
    Tensor v = c.v();
    Tensor above = output.greater(v.max(1, true).add(1e-5));
    Tensor below = output.less(v.min(1, true).sub(1e-5));
    assertEquals(0, above.sum().item() + below.sum().item());
  }

  @Property(tries = TRIES)
  void whatIsHiddenFromAllChangesNothing(@ForAll("cases") Case c) {
    Random rng = new Random(c.seed);
    int[] lengths = IntStream.range(0, c.batch).map(b -> rng.nextInt(c.keys + 1)).toArray();
    Mask padding = Mask.padding(lengths, c.keys);
    Mask mask = c.mask().and(padding);
    Tensor real = padding.toTensor().transpose(); // (B, S, 1)
    Tensor k = c.k().where(real, 1e3f);
    Tensor v = c.v().where(real, -1e3f);
    assertArrayEquals(
        Attention.attend(c.score(), c.q(), c.k(), c.v(), mask).output().toArray(),
        Attention.attend(c.score(), c.q(), k, v, mask).output().toArray());
  }

  @Property(tries = TRIES)
  void theFutureNeverLeaks(@ForAll("cases") Case c, @ForAll @IntRange(max = 6) int now) {
    int seen = Math.min(now, c.keys - 1) + 1;
    Tensor x = c.k();
    Tensor noise = Tensor.randn(new Random(~c.seed), c.batch, c.keys - seen, c.dK).mul(10);
    Tensor other = Tensor.concat(1, List.of(x.slice(1, 0, seen), noise));
    Mask causal = Mask.causal(c.keys);
    Tensor before = Attention.attend(c.score(), x, x, x, causal).output().slice(1, 0, seen);
    Tensor after =
        Attention.attend(c.score(), other, other, other, causal).output().slice(1, 0, seen);
    assertTrue(before.allClose(after, 1e-6));
  }

  @Property(tries = TRIES)
  void permutingQueriesPermutesOutputs(@ForAll("cases") Case c) {
    int[] order = shuffled(c.queries, c.seed);
    Mask mask = Mask.of(c.mask().toTensor().take(1, order));
    AttentionResult turned = Attention.attend(c.score(), c.q().take(1, order), c.k(), c.v(), mask);
    assertTrue(turned.output().allClose(c.attend().output().take(1, order), 1e-5));
    assertTrue(turned.weights().allClose(c.attend().weights().take(1, order), 1e-5));
  }

  @Property(tries = TRIES)
  void permutingKeysAndValuesTogetherChangesNothing(@ForAll("cases") Case c) {
    int[] order = shuffled(c.keys, c.seed);
    Mask mask = Mask.of(c.mask().toTensor().take(2, order));
    AttentionResult turned =
        Attention.attend(c.score(), c.q(), c.k().take(1, order), c.v().take(1, order), mask);
    assertTrue(turned.output().allClose(c.attend().output(), 1e-5));
    assertTrue(turned.weights().allClose(c.attend().weights().take(2, order), 1e-5));
  }

  @Property(tries = TRIES)
  void sequencesDoNotSeeEachOther(@ForAll("cases") Case c) {
    Tensor together = c.attend().output();
    for (int b = 0; b < c.batch; b++) {
      Mask own = Mask.of(c.mask().toTensor().get(b));
      Tensor alone =
          Attention.attend(c.score(), c.q().get(b), c.k().get(b), c.v().get(b), own).output();
      assertTrue(alone.allClose(together.get(b), 1e-5));
    }
  }

  @Property(tries = 60)
  void tilesGiveWhatTheWholeGives(@ForAll("largeCases") Case c) {
    for (Mask mask : List.of(Mask.none(), c.prefixes())) {
      List<Tensor> whole =
          withGradients(c, in -> Attention.scaledDotProduct(in[0], in[1], in[2], mask).output());
      List<Tensor> tiled = withGradients(c, in -> TiledAttention.attend(in[0], in[1], in[2], mask));
      for (int i = 0; i < whole.size(); i++) {
        assertTrue(whole.get(i).allClose(tiled.get(i), 1e-4), "part " + i + " under " + mask);
      }
    }
  }

  /** The output and the gradients of queries, keys and values. */
  private static List<Tensor> withGradients(Case c, Function<Tensor[], Tensor> attention) {
    Tensor[] in = {c.q(), c.k(), c.v()};
    for (Tensor leaf : in) {
      leaf.requiresGrad(true);
    }
    Tensor y = attention.apply(in);
    y.backward(Tensor.randn(new Random(c.seed + 6), y.shape()));
    return List.of(y.detach(), in[0].grad(), in[1].grad(), in[2].grad());
  }

  @Property(tries = TRIES)
  void aFullyMaskedQueryPassesNoGradient(@ForAll("cases") Case c) {
    Tensor q = c.q().requiresGrad(true);
    Tensor y = Attention.attend(c.score(), q, c.k(), c.v(), c.mask()).output();
    y.backward(Tensor.randn(new Random(c.seed), y.shape()));
    Tensor blind = c.mask().toTensor().max(-1, true).neg().add(1); // (B, T, 1)
    assertEquals(0, q.grad().mul(blind).abs().sum().item());
  }
}
