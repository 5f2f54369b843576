package org.attentionlab.recurrent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Seq2SeqTest {
  private static final int[][] SOURCE = {{1, 2, 3, 4}, {5, 6, 0, 0}, {7, 8, 9, 0}};
  private static final int[] LENGTHS = {4, 2, 3};
  private static final int[][] TARGET = {{1, 5, 6}, {1, 2, 2}, {1, 4, 3}};
  private final Random rng = new Random(4);

  private static Seq2SeqConfig config() {
    return Seq2SeqConfig.small(10, 7).withWidths(5, 6);
  }

  static Stream<Seq2SeqConfig> kinds() {
    return Stream.of(
        config(),
        config().inBothDirections(),
        config().withoutAttention(),
        config().inBothDirections().withoutAttention());
  }

  private static int[] column(int[][] ids, int t) {
    return Arrays.stream(ids).mapToInt(row -> row[t]).toArray();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void stepByStepItGivesWhatTeacherForcingGives(Seq2SeqConfig config) {
    Seq2Seq model = new Seq2Seq(rng, config);
    Seq2Seq.Result whole = model.forward(SOURCE, LENGTHS, TARGET);
    assertArrayEquals(new int[] {3, 3, 7}, whole.logits().shape());
    assertEquals(config.attention(), whole.alignments().isPresent());
    Seq2Seq.State state = model.start(SOURCE, LENGTHS);
    for (int t = 0; t < 3; t++) {
      Seq2Seq.Step step = model.step(column(TARGET, t), state);
      assertTrue(step.logits().allClose(whole.logits().slice(1, t, t + 1).squeeze(1), 1e-5));
      if (config.attention()) {
        Tensor weights = whole.alignments().orElseThrow().slice(1, t, t + 1).squeeze(1);
        assertTrue(step.weights().orElseThrow().allClose(weights, 1e-6));
      } else {
        assertTrue(step.weights().isEmpty());
      }
      state = step.state();
    }
  }

  @Test
  void alignmentsAreWeightsOverWhatIsReal() {
    Seq2Seq model = new Seq2Seq(rng, config().inBothDirections());
    Tensor weights = model.forward(SOURCE, LENGTHS, TARGET).alignments().orElseThrow();
    assertArrayEquals(new int[] {3, 3, 4}, weights.shape());
    assertTrue(weights.sum(-1, false).allClose(Tensor.ones(3, 3), 1e-5));
    assertEquals(0, weights.slice(2, 2, 4).get(1).abs().max().item(), "padding has no weight");
    assertEquals(0, weights.at(2, 1, 3));
    assertTrue(weights.at(2, 1, 2) > 0);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatFillsUpTheSourceChangesNothing(Seq2SeqConfig config) {
    Seq2Seq model = new Seq2Seq(rng, config);
    Tensor filled = model.forward(SOURCE, LENGTHS, TARGET).logits();
    int[][] rubbish = {{1, 2, 3, 4}, {5, 6, 9, 9}, {7, 8, 9, 1}};
    assertTrue(model.forward(rubbish, LENGTHS, TARGET).logits().allClose(filled, 1e-6));
    Tensor alone =
        model.forward(new int[][] {{5, 6}}, new int[] {2}, new int[][] {TARGET[1]}).logits();
    assertTrue(alone.get(0).allClose(filled.get(1), 1e-5));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theFutureChangesNothingBeforeIt(Seq2SeqConfig config) {
    Seq2Seq model = new Seq2Seq(rng, config);
    Tensor before = model.forward(SOURCE, LENGTHS, TARGET).logits();
    int[][] other = {{1, 5, 0}, {1, 2, 3}, {1, 4, 6}};
    Tensor after = model.forward(SOURCE, LENGTHS, other).logits();
    assertArrayEquals(before.slice(1, 0, 2).toArray(), after.slice(1, 0, 2).toArray());
    assertFalse(after.allClose(before, 1e-4));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void sequencesDoNotSeeEachOther(Seq2SeqConfig config) {
    Seq2Seq model = new Seq2Seq(rng, config);
    Tensor turned =
        model
            .forward(
                new int[][] {SOURCE[2], SOURCE[0], SOURCE[1]},
                new int[] {3, 4, 2},
                new int[][] {TARGET[2], TARGET[0], TARGET[1]})
            .logits();
    Tensor straight = model.forward(SOURCE, LENGTHS, TARGET).logits();
    assertTrue(turned.allClose(straight.take(0, 2, 0, 1), 1e-6));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aChosenStateGoesOnAsItsSequencesWould(Seq2SeqConfig config) {
    Seq2Seq model = new Seq2Seq(rng, config);
    Seq2Seq.State begun = model.step(new int[] {1, 2, 3}, model.start(SOURCE, LENGTHS)).state();
    Tensor chosen = model.step(new int[] {4, 4, 6}, begun.select(2, 0, 2)).logits();
    Tensor whole =
        model
            .forward(
                new int[][] {SOURCE[2], SOURCE[0], SOURCE[2]},
                new int[] {3, 4, 3},
                new int[][] {{3, 4}, {1, 4}, {3, 6}})
            .logits();
    assertTrue(chosen.allClose(whole.slice(1, 1, 2).squeeze(1), 1e-5));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyParameterLearns(Seq2SeqConfig config) {
    Seq2Seq model = new Seq2Seq(rng, config);
    model.forward(SOURCE, LENGTHS, TARGET).logits().crossEntropy(TARGET).backward();
    model
        .namedParameters()
        .forEach(
            (name, parameter) ->
                assertTrue(parameter.grad().abs().sum().item() > 0, name + " stands still"));
  }

  @Test
  void attentionIsAllThatTheTwoKindsDifferIn() {
    Seq2Seq with = new Seq2Seq(rng, config());
    Seq2Seq without = new Seq2Seq(rng, config().withoutAttention());
    assertEquals(
        with.parameterCount() - with.attention().orElseThrow().parameterCount(),
        without.parameterCount());
  }

  @Test
  void whatDoesNotFitIsExplained() {
    Seq2Seq model = new Seq2Seq(rng, config());
    assertEquals(
        "Seq2Seq source: id 10 at position 1 of sequence 0 lies outside of a vocabulary of 10;"
            + " ids run from 0 to 9.",
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> model.start(new int[][] {{1, 10}}, new int[] {2}))
            .getMessage());
    assertEquals(
        "Seq2Seq target: id 7 at position 0 of sequence 1 lies outside of a vocabulary of 7;"
            + " ids run from 0 to 6.",
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> model.step(new int[] {1, 7, 2}, model.start(SOURCE, LENGTHS)))
            .getMessage());
    assertEquals(
        "Seq2Seq: 2 targets for 3 sources that were read.",
        assertThrows(ShapeException.class, () -> model.forward(SOURCE, LENGTHS, new int[2][3]))
            .getMessage());
    assertEquals(
        "Seq2Seq target: the ids are (B, T) with B and T at least 1, got (3, 0).",
        assertThrows(ShapeException.class, () -> model.forward(SOURCE, LENGTHS, new int[3][0]))
            .getMessage());
    assertEquals(
        "Seq2Seq source: the ids are (B, T) with B and T at least 1, got (0, 0).",
        assertThrows(ShapeException.class, () -> model.start(new int[0][], new int[0]))
            .getMessage());
    assertEquals(
        "Seq2Seq source: the length of sequence 0 is 5, but it has 4 ids.",
        assertThrows(
                IndexOutOfBoundsException.class, () -> model.start(SOURCE, new int[] {5, 2, 3}))
            .getMessage());
    assertThrows(ShapeException.class, () -> model.start(SOURCE, new int[] {4, 2}));
    assertThrows(ShapeException.class, () -> model.step(new int[0], model.start(SOURCE, LENGTHS)));
    assertThrows(IndexOutOfBoundsException.class, () -> model.start(SOURCE, LENGTHS).select(3));
    assertThrows(IllegalArgumentException.class, () -> Seq2SeqConfig.small(0, 7));
  }
}
