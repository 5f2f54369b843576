package org.attentionlab.recurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.attentionlab.tensor.Tensor;

/** Laws of recurrent networks for any layers, directions and lengths. */
class RecurrentLawsTest {
  private static final int TRIES = 50;
  private static final int D_IN = 3;
  private static final int VOCABULARY = 7;

  /** A network and a batch to try. */
  record Case(int hidden, int layers, boolean bothWays, int batch, int length, long seed) {
    RecurrentConfig config() {
      RecurrentConfig one = RecurrentConfig.of(D_IN, hidden).withLayers(layers);
      return bothWays ? one.inBothDirections() : one;
    }

    Gru gru() {
      return new Gru(new Random(seed), config());
    }

    Lstm lstm() {
      return new Lstm(new Random(seed), config());
    }

    Seq2Seq seq2seq(boolean attention) {
      Seq2SeqConfig small = Seq2SeqConfig.small(VOCABULARY, VOCABULARY).withWidths(4, hidden);
      Seq2SeqConfig directed = bothWays ? small.inBothDirections() : small;
      return new Seq2Seq(new Random(seed), attention ? directed : directed.withoutAttention());
    }

    Tensor x() {
      return Tensor.randn(new Random(seed + 1), batch, length, D_IN);
    }

    int[] lengths() {
      Random rng = new Random(seed + 2);
      return IntStream.range(0, batch).map(b -> 1 + rng.nextInt(length)).toArray();
    }

    int[][] ids(int salt) {
      Random rng = new Random(seed + salt);
      return IntStream.range(0, batch)
          .mapToObj(b -> rng.ints(length, 0, VOCABULARY).toArray())
          .toArray(int[][]::new);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 17),
            Arbitraries.integers().between(1, 2),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(1, 6),
            Arbitraries.longs())
        .as(Case::new);
  }

  private static void same(Tensor expected, Tensor found) {
    assertTrue(found.allClose(expected, 1e-5), () -> "expected " + expected + "\ngot " + found);
  }

  /** One sequence without what fills it up. */
  private static Tensor alone(Tensor x, int b, int length) {
    return x.slice(0, b, b + 1).slice(1, 0, length);
  }

  private static int[][] alone(int[][] ids, int b, int length) {
    return new int[][] {Arrays.copyOf(ids[b], length)};
  }

  @Property(tries = TRIES)
  void aPaddedBatchOfTheGruGivesWhatItsSequencesGive(@ForAll("cases") Case c) {
    Gru gru = c.gru();
    int[] lengths = c.lengths();
    Gru.Result together = gru.forward(c.x(), lengths);
    for (int b = 0; b < c.batch; b++) {
      Gru.Result own = gru.forward(alone(c.x(), b, lengths[b]));
      same(own.states(), alone(together.states(), b, lengths[b]));
      same(own.last(), together.last().slice(1, b, b + 1));
      Tensor behind = together.states().get(b).slice(0, lengths[b], c.length);
      assertEquals(0, behind.abs().sum().item());
    }
  }

  @Property(tries = TRIES)
  void aPaddedBatchOfTheLstmGivesWhatItsSequencesGive(@ForAll("cases") Case c) {
    Lstm lstm = c.lstm();
    int[] lengths = c.lengths();
    Lstm.Result together = lstm.forward(c.x(), lengths);
    for (int b = 0; b < c.batch; b++) {
      Lstm.Result own = lstm.forward(alone(c.x(), b, lengths[b]));
      same(own.states(), alone(together.states(), b, lengths[b]));
      same(own.last(), together.last().slice(1, b, b + 1));
      same(own.memory(), together.memory().slice(1, b, b + 1));
    }
  }

  @Property(tries = TRIES)
  void whatFillsUpGetsNoGradient(@ForAll("cases") Case c) {
    int[] lengths = c.lengths();
    for (boolean gru : new boolean[] {true, false}) {
      Tensor x = c.x().requiresGrad(true);
      Tensor states =
          gru ? c.gru().forward(x, lengths).states() : c.lstm().forward(x, lengths).states();
      states.backward(Tensor.randn(new Random(c.seed), states.shape()));
      for (int b = 0; b < c.batch; b++) {
        Tensor behind = x.grad().get(b).slice(0, lengths[b], c.length);
        assertEquals(0, behind.abs().sum().item());
      }
    }
  }

  @Property(tries = TRIES)
  void oneDirectionNeverSeesTheFuture(@ForAll("cases") Case c) {
    Case forwards = new Case(c.hidden, c.layers, false, c.batch, c.length, c.seed);
    int seen = c.lengths()[0];
    Tensor noise = Tensor.randn(new Random(~c.seed), c.batch, c.length - seen, D_IN);
    Tensor other = Tensor.concat(1, List.of(c.x().slice(1, 0, seen), noise));
    same(
        forwards.gru().forward(c.x()).states().slice(1, 0, seen),
        forwards.gru().forward(other).states().slice(1, 0, seen));
    same(
        forwards.lstm().forward(c.x()).states().slice(1, 0, seen),
        forwards.lstm().forward(other).states().slice(1, 0, seen));
  }

  @Property(tries = TRIES)
  void aPaddedBatchOfSeq2SeqGivesWhatItsPairsGive(@ForAll("cases") Case c) {
    int[] lengths = c.lengths();
    for (boolean attention : new boolean[] {true, false}) {
      Seq2Seq model = c.seq2seq(attention);
      Seq2Seq.Result together = model.forward(c.ids(3), lengths, c.ids(4));
      for (int b = 0; b < c.batch; b++) {
        int own = lengths[b];
        int written = lengths[c.batch - 1 - b];
        Seq2Seq.Result single =
            model.forward(alone(c.ids(3), b, own), new int[] {own}, alone(c.ids(4), b, written));
        same(single.logits(), alone(together.logits(), b, written));
        if (attention) {
          Tensor weights = alone(together.alignments().orElseThrow(), b, written);
          same(single.alignments().orElseThrow(), weights.slice(2, 0, own));
          assertEquals(0, weights.slice(2, own, c.length).sum().item());
        }
      }
    }
  }

  @Property(tries = TRIES)
  void stepsOfSeq2SeqGiveTheFullPass(@ForAll("cases") Case c) {
    for (boolean attention : new boolean[] {true, false}) {
      Seq2Seq model = c.seq2seq(attention);
      Tensor whole = model.forward(c.ids(3), c.lengths(), c.ids(4)).logits();
      Seq2Seq.State state = model.start(c.ids(3), c.lengths());
      for (int t = 0; t < c.length; t++) {
        int at = t;
        int[] tokens = Arrays.stream(c.ids(4)).mapToInt(row -> row[at]).toArray();
        Seq2Seq.Step step = model.step(tokens, state);
        same(whole.slice(1, t, t + 1).squeeze(1), step.logits());
        state = step.state();
      }
    }
  }
}
