package org.attentionlab.transformer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.attentionlab.position.Positions;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GptTest {
  private static final int[][] IDS = {{1, 2, 3, 4, 5}, {9, 8, 7, 6, 5}, {3, 3, 1, 0, 2}};
  private final Random rng = new Random(5);

  private static GptConfig config() {
    LayerConfig layer = LayerConfig.of(8, 2, 16).withPreNorm();
    return new GptConfig(10, StackConfig.of(layer, 2), true);
  }

  static Stream<Positions> kindsOfPositions() {
    return Stream.of(
        Positions.none(),
        Positions.sinusoidal(),
        Positions.learned(8),
        Positions.relative(2),
        Positions.t5(4, 6),
        Positions.rotary(),
        Positions.alibi());
  }

  private static int[] column(int[][] ids, int t) {
    return Arrays.stream(ids).mapToInt(row -> row[t]).toArray();
  }

  @ParameterizedTest
  @MethodSource("kindsOfPositions")
  void stepByStepItGivesWhatItGivesAtOnce(Positions kind) {
    Gpt gpt = new Gpt(rng, config().withPositions(kind));
    Tensor whole = gpt.forward(IDS); // (3, 5, 10)
    Gpt.State state = gpt.start();
    for (int t = 0; t < 5; t++) {
      Gpt.Step step = gpt.step(column(IDS, t), state);
      assertTrue(step.logits().allClose(whole.slice(1, t, t + 1).squeeze(1), 1e-5), "at " + t);
      state = step.state();
    }
    assertEquals(5, state.written());
  }

  @Test
  void aBeginningIsReadInOneStep() {
    Gpt gpt = new Gpt(rng, config());
    Tensor whole = gpt.forward(IDS);
    int[][] beginnings = Arrays.stream(IDS).map(row -> Arrays.copyOf(row, 3)).toArray(int[][]::new);
    Gpt.Step begun = gpt.step(beginnings, gpt.start());
    assertTrue(begun.logits().allClose(whole.slice(1, 2, 3).squeeze(1), 1e-5));
    Gpt.Step next = gpt.step(column(IDS, 3), begun.state());
    assertTrue(next.logits().allClose(whole.slice(1, 3, 4).squeeze(1), 1e-5));
  }

  @ParameterizedTest
  @MethodSource("kindsOfPositions")
  void theFutureChangesNothingBeforeIt(Positions kind) {
    Gpt gpt = new Gpt(rng, config().withPositions(kind));
    Tensor before = gpt.forward(IDS);
    for (int t = 1; t < 5; t++) {
      int[][] other = Arrays.stream(IDS).map(int[]::clone).toArray(int[][]::new);
      for (int[] row : other) {
        row[t] = (row[t] + 1) % 10;
      }
      Tensor after = gpt.forward(other);
      assertTrue(after.slice(1, 0, t).allClose(before.slice(1, 0, t), 1e-6), "at " + t);
      assertFalse(after.slice(1, t, t + 1).allClose(before.slice(1, t, t + 1), 1e-3), "at " + t);
    }
  }

  @Test
  void sequencesDoNotSeeEachOther() {
    Gpt gpt = new Gpt(rng, config());
    Tensor turned = gpt.forward(new int[][] {IDS[2], IDS[0], IDS[1]});
    assertTrue(turned.allClose(gpt.forward(IDS).take(0, 2, 0, 1), 1e-6));
  }

  @Test
  void aChosenStateGoesOnAsItsSequencesWould() {
    Gpt gpt = new Gpt(rng, config());
    Gpt.Step begun = gpt.step(column(IDS, 0), gpt.start());
    Gpt.Step chosen = gpt.step(new int[] {4, 4, 7}, begun.state().select(2, 0, 2));
    Tensor whole = gpt.forward(new int[][] {{3, 4}, {1, 4}, {3, 7}});
    assertTrue(chosen.logits().allClose(whole.slice(1, 1, 2).squeeze(1), 1e-5));
  }

  @Test
  void itShowsTheWeightsOfEveryLayerAndHead() {
    Gpt gpt = new Gpt(rng, config());
    Gpt.Look look = gpt.look(IDS);
    assertTrue(look.logits().allClose(gpt.forward(IDS), 1e-5));
    assertEquals(3, look.states().size());
    assertEquals(2, look.attentions().size());
    for (Tensor weights : look.attentions()) {
      assertArrayEquals(new int[] {3, 2, 5, 5}, weights.shape());
      assertTrue(weights.sum(-1, false).allClose(Tensor.ones(3, 2, 5), 1e-5));
      assertEquals(0, weights.at(1, 1, 2, 3), "the future has no weight");
    }
  }

  @Test
  void aTiedOutputIsTheEmbeddingAndLearnsFromBothEnds() {
    Gpt tied = new Gpt(rng, config());
    Gpt untied = new Gpt(rng, config().untied());
    assertEquals(untied.parameterCount(), tied.parameterCount() + 80);
    assertFalse(tied.namedParameters().containsKey("output.weight"));

    tied.forward(new int[][] {{1, 2}}).crossEntropy(new int[][] {{2, 3}}).backward();
    untied.forward(new int[][] {{1, 2}}).crossEntropy(new int[][] {{2, 3}}).backward();

    Tensor table = tied.namedParameters().get("input.tokens.weight");
    assertTrue(table.grad().get(7).abs().sum().item() > 0, "a token that was not read");
    Tensor separate = untied.namedParameters().get("input.tokens.weight");
    assertEquals(0, separate.grad().get(7).abs().sum().item());
  }

  @Test
  void aSilencedHeadIsMissedAndSpeaksAgain() {
    Gpt gpt = new Gpt(rng, config());
    Tensor whole = gpt.forward(IDS);
    gpt.layers().get(1).selfAttention().ablate(Set.of(0));
    assertFalse(gpt.forward(IDS).allClose(whole, 1e-3));
    gpt.layers().get(1).selfAttention().ablate(Set.of());
    assertArrayEquals(whole.toArray(), gpt.forward(IDS).toArray());
  }

  @Test
  void dropoutActsInTrainingAlone() {
    LayerConfig layer = LayerConfig.of(8, 2, 16).withPreNorm().withDropout(0.5);
    Gpt gpt = new Gpt(rng, new GptConfig(10, StackConfig.of(layer, 2), true));
    assertFalse(gpt.forward(IDS).allClose(gpt.forward(IDS), 1e-3));
    gpt.evaluate();
    assertArrayEquals(gpt.forward(IDS).toArray(), gpt.forward(IDS).toArray());
    gpt.train();
    assertFalse(gpt.forward(IDS).allClose(gpt.forward(IDS), 1e-3));
  }

  @Test
  void whatDoesNotFitIsExplained() {
    Gpt gpt = new Gpt(rng, config().withPositions(Positions.learned(4)));
    assertEquals(
        "Gpt: id 10 at position 1 of sequence 1 lies outside of a vocabulary of 10;"
            + " ids run from 0 to 9.",
        assertThrows(
                IndexOutOfBoundsException.class, () -> gpt.forward(new int[][] {{1, 2}, {3, 10}}))
            .getMessage());
    assertEquals(
        "Gpt: the ids are (B, T) with B and T at least 1, got (0, 0).",
        assertThrows(ShapeException.class, () -> gpt.forward(new int[0][])).getMessage());
    assertEquals(
        "Gpt: the ids are (B, T) with B and T at least 1, got (1, 0).",
        assertThrows(ShapeException.class, () -> gpt.forward(new int[1][0])).getMessage());
    assertThrows(ShapeException.class, () -> gpt.step(new int[0], gpt.start()));
    assertEquals(
        "Gpt: sequence 1 has 1 ids, sequence 0 has 2."
            + "\n  Fill the shorter ones up at their end, and give the lengths.",
        assertThrows(ShapeException.class, () -> gpt.forward(new int[][] {{1, 2}, {3}}))
            .getMessage());
    String tooLong =
        assertThrows(IndexOutOfBoundsException.class, () -> gpt.forward(IDS)).getMessage();
    assertTrue(tooLong.contains("position 4 of a table of 4"), tooLong);
    Gpt.State two = gpt.step(new int[] {1, 2}, gpt.start()).state();
    assertEquals(
        "Gpt: the state is one of 2 sequences, got tokens of 3."
            + "\n  select(...) makes a state of other sequences.",
        assertThrows(ShapeException.class, () -> gpt.step(new int[] {1, 2, 3}, two)).getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> two.select(2));
    Gpt.State four = gpt.step(new int[][] {{1, 2, 3, 4}}, gpt.start()).state();
    assertThrows(IndexOutOfBoundsException.class, () -> gpt.step(new int[] {1}, four));
    assertThrows(
        IllegalArgumentException.class,
        () -> new GptConfig(0, StackConfig.of(LayerConfig.of(8, 2, 16), 1), true));
    assertEquals(List.of(), gpt.start().caches().stream().filter(c -> c.length() > 0).toList());
  }
}
