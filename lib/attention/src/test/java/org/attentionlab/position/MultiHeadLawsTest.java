package org.attentionlab.position;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.attentionlab.attention.AttentionResult;
import org.attentionlab.attention.KeyValueCache;
import org.attentionlab.attention.Mask;
import org.attentionlab.attention.MultiHeadAttention;
import org.attentionlab.attention.MultiHeadConfig;
import org.attentionlab.tensor.Tensor;

/** Laws of attention with several heads, shared keys and values, and every kind of positions. */
class MultiHeadLawsTest {
  private static final int TRIES = 80;

  /** Where tokens stand. */
  enum Kind {
    NONE,
    RELATIVE,
    T5,
    ROTARY,
    ALIBI;

    Positions positions() {
      return switch (this) {
        case NONE -> Positions.none();
        case RELATIVE -> Positions.relative(2);
        case T5 -> Positions.t5(4, 6);
        case ROTARY -> Positions.rotary();
        case ALIBI -> Positions.alibi();
      };
    }
  }

  /**
   * An attention to try.
   *
   * @param sharing how many heads of queries share one of keys
   * @param dK width of queries and keys of a head, in pairs for those that turn them
   */
  record Case(Kind kind, int keyHeads, int sharing, int dK, int batch, int length, long seed) {
    private static final int D_MODEL = 6;

    MultiHeadAttention attention(boolean causal) {
      int heads = keyHeads * sharing;
      MultiHeadConfig config =
          new MultiHeadConfig(D_MODEL, heads, keyHeads, 2 * dK, dK, D_MODEL, true, 0);
      Random rng = new Random(seed);
      return new MultiHeadAttention(rng, config, kind.positions().inAttention(rng, config, causal));
    }

    Tensor x() {
      return Tensor.randn(new Random(seed + 1), batch, length, D_MODEL);
    }

    int[] lengths() {
      Random rng = new Random(seed + 2);
      return IntStream.range(0, batch).map(b -> 1 + rng.nextInt(length)).toArray();
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<Integer> few = Arbitraries.integers().between(1, 3);
    return Combinators.combine(
            Arbitraries.of(Kind.values()),
            few,
            few,
            few,
            few,
            Arbitraries.integers().between(1, 9),
            Arbitraries.longs())
        .as(Case::new);
  }

  @Property(tries = TRIES)
  void rowsOfWeightsSumToOneUnderAnyLengths(@ForAll("cases") Case c) {
    Mask mask = Mask.padding(c.lengths(), c.length).and(Mask.causal(c.length));
    Tensor weights = c.attention(true).forward(c.x(), c.x(), c.x(), mask).weights();
    Tensor sums = weights.sum(-1, false);
    assertTrue(sums.allClose(Tensor.ones(sums.shape()), 1e-5));
    Tensor hidden = Mask.causal(c.length).toTensor().neg().add(1);
    assertEquals(0, weights.mul(hidden).sum().item(), "the future has no weight");
  }

  @Property(tries = TRIES)
  void withAndWithoutWeightsTheOutputIsTheSame(@ForAll("cases") Case c) {
    MultiHeadAttention attention = c.attention(false);
    Mask mask = Mask.padding(c.lengths(), c.length);
    AttentionResult result = attention.forward(c.x(), c.x(), c.x(), mask);
    assertTrue(attention.attend(c.x(), c.x(), c.x(), mask).allClose(result.output(), 1e-5));
  }

  @Property(tries = TRIES)
  void stepsOfAnyLengthWithACacheGiveTheFullPass(@ForAll("cases") Case c) {
    MultiHeadAttention attention = c.attention(true);
    AttentionResult full = attention.forward(c.x(), c.x(), c.x(), Mask.causal(c.length));
    Random rng = new Random(c.seed + 3);
    KeyValueCache cache = KeyValueCache.empty();
    for (int at = 0; at < c.length; ) {
      int to = at + 1 + rng.nextInt(c.length - at);
      MultiHeadAttention.Step step = attention.step(c.x().slice(1, at, to), cache);
      assertTrue(step.result().output().allClose(full.output().slice(1, at, to), 1e-5));
      Tensor weights = full.weights().slice(2, at, to).slice(3, 0, to);
      assertTrue(step.result().weights().allClose(weights, 1e-5));
      cache = step.cache();
      at = to;
    }
  }

  @Property(tries = TRIES)
  void aPaddedBatchGivesWhatItsSequencesGive(@ForAll("cases") Case c) {
    MultiHeadAttention attention = c.attention(false);
    int[] lengths = c.lengths();
    Tensor together = attention.attend(c.x(), c.x(), c.x(), Mask.padding(lengths, c.length));
    for (int b = 0; b < c.batch; b++) {
      Tensor alone = c.x().slice(0, b, b + 1).slice(1, 0, lengths[b]);
      Tensor expected = attention.attend(alone, alone, alone, Mask.none());
      assertTrue(together.slice(0, b, b + 1).slice(1, 0, lengths[b]).allClose(expected, 1e-5));
    }
  }

  @Property(tries = TRIES)
  void withoutPositionsPermutingInputsPermutesOutputs(@ForAll("cases") Case c) {
    MultiHeadAttention attention =
        new Case(Kind.NONE, c.keyHeads, c.sharing, c.dK, c.batch, c.length, c.seed)
            .attention(false);
    List<Integer> places = new ArrayList<>(IntStream.range(0, c.length).boxed().toList());
    Collections.shuffle(places, new Random(c.seed));
    int[] order = places.stream().mapToInt(Integer::intValue).toArray();
    Tensor turned = c.x().take(1, order);
    Tensor straight = attention.attend(c.x(), c.x(), c.x(), Mask.none());
    assertTrue(
        attention
            .attend(turned, turned, turned, Mask.none())
            .allClose(straight.take(1, order), 1e-5));
    assertTrue(
        attention.attend(c.x(), turned, turned, Mask.none()).allClose(straight, 1e-5),
        "the order of keys and values does not matter");
  }
}
