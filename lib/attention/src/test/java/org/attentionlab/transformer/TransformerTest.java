package org.attentionlab.transformer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.attentionlab.position.Positions;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransformerTest {
  private static final int[][] SOURCE = {{1, 2, 3, 4}, {5, 6, 0, 0}, {7, 8, 9, 0}};
  private static final int[] LENGTHS = {4, 2, 3};
  private static final int[][] TARGET = {{1, 5, 6, 7, 3}, {1, 2, 2, 0, 0}, {1, 4, 3, 2, 6}};
  private final Random rng = new Random(8);

  private static TransformerConfig config() {
    return TransformerConfig.small(10, 8).withLayers(LayerConfig.of(8, 2, 16), 2);
  }

  static Stream<TransformerConfig> kinds() {
    return Stream.of(
        config(),
        config().withLayers(LayerConfig.of(8, 2, 16).withPreNorm(), 2),
        TransformerConfig.small(10, 10)
            .withLayers(LayerConfig.of(8, 2, 16), 1)
            .withSharedEmbeddings(),
        config().withPositions(Positions.none()),
        config().withPositions(Positions.learned(6)),
        config().withPositions(Positions.relative(2)),
        config().withPositions(Positions.t5(4, 6)),
        config().withPositions(Positions.rotary()),
        config().withPositions(Positions.alibi()));
  }

  private static int[] column(int[][] ids, int t) {
    return Arrays.stream(ids).mapToInt(row -> row[t]).toArray();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void stepByStepItGivesWhatItGivesAtOnce(TransformerConfig config) {
    Transformer model = new Transformer(rng, config);
    Memory memory = model.encode(SOURCE, LENGTHS);
    Tensor whole = model.decode(TARGET, memory); // (3, 5, V)
    Transformer.State state = model.start(memory);
    for (int t = 0; t < 5; t++) {
      Transformer.Step step = model.step(column(TARGET, t), state);
      assertTrue(step.logits().allClose(whole.slice(1, t, t + 1).squeeze(1), 1e-5), "at " + t);
      state = step.state();
    }
    assertEquals(5, state.written());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theFutureChangesNothingBeforeIt(TransformerConfig config) {
    Transformer model = new Transformer(rng, config);
    Tensor before = model.forward(SOURCE, LENGTHS, TARGET);
    for (int t = 1; t < 5; t++) {
      int[][] other = Arrays.stream(TARGET).map(int[]::clone).toArray(int[][]::new);
      for (int[] row : other) {
        row[t] = (row[t] + 1) % 8;
      }
      Tensor after = model.forward(SOURCE, LENGTHS, other);
      assertTrue(after.slice(1, 0, t).allClose(before.slice(1, 0, t), 1e-6), "at " + t);
      assertFalse(after.slice(1, t, t + 1).allClose(before.slice(1, t, t + 1), 1e-3), "at " + t);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatFillsUpTheSourceChangesNothing(TransformerConfig config) {
    Transformer model = new Transformer(rng, config);
    Tensor filled = model.forward(SOURCE, LENGTHS, TARGET);
    int[][] rubbish = {{1, 2, 3, 4}, {5, 6, 9, 9}, {7, 8, 9, 1}};
    assertTrue(model.forward(rubbish, LENGTHS, TARGET).allClose(filled, 1e-6));
    Tensor alone = model.forward(new int[][] {{5, 6}}, new int[] {2}, new int[][] {TARGET[1]});
    assertTrue(alone.squeeze(0).allClose(filled.get(1), 1e-5));
  }

  @Test
  void sequencesDoNotSeeEachOther() {
    Transformer model = new Transformer(rng, config());
    Tensor turned =
        model.forward(
            new int[][] {SOURCE[2], SOURCE[0], SOURCE[1]},
            new int[] {3, 4, 2},
            new int[][] {TARGET[2], TARGET[0], TARGET[1]});
    assertTrue(turned.allClose(model.forward(SOURCE, LENGTHS, TARGET).take(0, 2, 0, 1), 1e-6));
  }

  @Test
  void aChosenStateGoesOnAsItsSequencesWould() {
    Transformer model = new Transformer(rng, config());
    Memory memory = model.encode(SOURCE, LENGTHS);
    Transformer.State begun = model.step(new int[] {1, 2, 3}, model.start(memory)).state();
    Tensor chosen = model.step(new int[] {4, 4, 7}, begun.select(2, 0, 2)).logits();
    Tensor whole =
        model.forward(
            new int[][] {SOURCE[2], SOURCE[0], SOURCE[2]},
            new int[] {3, 4, 3},
            new int[][] {{3, 4}, {1, 4}, {3, 7}});
    assertTrue(chosen.allClose(whole.slice(1, 1, 2).squeeze(1), 1e-5));
  }

  @Test
  void aStateWithoutPaddingCanBeChosenFromToo() {
    Transformer model = new Transformer(rng, config());
    Memory memory = model.encode(new int[][] {{1, 2}, {3, 4}}, new int[] {2, 2});
    Tensor chosen = model.step(new int[] {1, 1}, model.start(memory).select(1, 1)).logits();
    assertArrayEquals(chosen.get(0).toArray(), chosen.get(1).toArray());
  }

  @Test
  void itShowsTheWeightsOfEveryLayerAndHead() {
    Transformer model = new Transformer(rng, config());
    Transformer.Look look = model.look(SOURCE, LENGTHS, TARGET);
    assertTrue(look.logits().allClose(model.forward(SOURCE, LENGTHS, TARGET), 1e-5));
    assertEquals(3, look.encoder().states().size());
    assertEquals(2, look.encoder().attentions().size());
    assertEquals(0, look.encoder().crossAttentions().size());
    assertEquals(2, look.decoder().attentions().size());
    assertEquals(2, look.decoder().crossAttentions().size());
    for (int layer = 0; layer < 2; layer++) {
      Tensor reading = look.encoder().attentions().get(layer);
      assertArrayEquals(new int[] {3, 2, 4, 4}, reading.shape());
      assertTrue(reading.sum(-1, false).allClose(Tensor.ones(3, 2, 4), 1e-5));
      assertEquals(0, reading.at(1, 0, 0, 2), "padding has no weight");
      Tensor writing = look.decoder().attentions().get(layer);
      assertArrayEquals(new int[] {3, 2, 5, 5}, writing.shape());
      assertTrue(writing.sum(-1, false).allClose(Tensor.ones(3, 2, 5), 1e-5));
      assertEquals(0, writing.at(0, 1, 2, 3), "the future has no weight");
      Tensor across = look.decoder().crossAttentions().get(layer);
      assertArrayEquals(new int[] {3, 2, 5, 4}, across.shape());
      assertTrue(across.sum(-1, false).allClose(Tensor.ones(3, 2, 5), 1e-5));
      assertEquals(0, across.at(2, 1, 4, 3), "padding has no weight");
    }
  }

  @Test
  void sharedEmbeddingsAreOneMatrixInThreePlaces() {
    TransformerConfig separate = TransformerConfig.small(10, 10);
    Transformer shared = new Transformer(rng, separate.withSharedEmbeddings());
    long saved = new Transformer(rng, separate).parameterCount() - shared.parameterCount();
    assertEquals(2 * 10 * 64 + 10, saved, "a table, and a map with its bias");
    assertFalse(shared.state().containsKey("target.tokens.weight"));
  }

  @Test
  void eachSilencedHeadIsMissed() {
    Transformer model = new Transformer(rng, config());
    Tensor whole = model.forward(SOURCE, LENGTHS, TARGET);
    var parts =
        Stream.of(
            model.encoder().layers().get(0).selfAttention(),
            model.decoder().layers().get(0).selfAttention(),
            model.decoder().layers().get(1).crossAttention());
    parts.forEach(
        part -> {
          part.ablate(Set.of(1));
          assertFalse(model.forward(SOURCE, LENGTHS, TARGET).allClose(whole, 1e-4));
          part.ablate(Set.of());
        });
    assertArrayEquals(whole.toArray(), model.forward(SOURCE, LENGTHS, TARGET).toArray());
  }

  @Test
  void dropoutActsInTrainingAlone() {
    Transformer model =
        new Transformer(rng, config().withLayers(LayerConfig.of(8, 2, 16).withDropout(0.5), 1));
    Tensor trained = model.forward(SOURCE, LENGTHS, TARGET);
    assertFalse(model.forward(SOURCE, LENGTHS, TARGET).allClose(trained, 1e-3));
    model.evaluate();
    Tensor evaluated = model.forward(SOURCE, LENGTHS, TARGET);
    assertArrayEquals(evaluated.toArray(), model.forward(SOURCE, LENGTHS, TARGET).toArray());
  }

  @Test
  void whatDoesNotFitIsExplained() {
    Transformer model = new Transformer(rng, config().withPositions(Positions.learned(5)));
    assertEquals(
        "Transformer source: id 10 at position 1 of sequence 0 lies outside of a vocabulary of 10;"
            + " ids run from 0 to 9.",
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> model.encode(new int[][] {{1, 10}}, new int[] {2}))
            .getMessage());
    Memory memory = model.encode(SOURCE, LENGTHS);
    assertEquals(
        "Transformer target: id -1 at position 0 of sequence 2 lies outside of a vocabulary of 8;"
            + " ids run from 0 to 7.",
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> model.step(new int[] {1, 2, -1}, model.start(memory)))
            .getMessage());
    assertEquals(
        "Transformer: 2 targets for 3 sources that were read.",
        assertThrows(ShapeException.class, () -> model.decode(new int[2][3], memory)).getMessage());
    assertEquals(
        "Transformer: 0 targets for 3 sources that were read.",
        assertThrows(ShapeException.class, () -> model.step(new int[0], model.start(memory)))
            .getMessage());
    assertEquals(
        "Transformer target: the ids are (B, T) with B and T at least 1, got (3, 0).",
        assertThrows(ShapeException.class, () -> model.decode(new int[3][0], memory)).getMessage());
    assertEquals(
        "Transformer source: 3 sequences have 2 lengths.",
        assertThrows(ShapeException.class, () -> model.encode(SOURCE, new int[] {4, 2}))
            .getMessage());
    assertEquals(
        "Transformer source: the length of sequence 1 is 5, but it has 4 ids.",
        assertThrows(
                IndexOutOfBoundsException.class, () -> model.encode(SOURCE, new int[] {4, 5, 3}))
            .getMessage());
    assertThrows(ShapeException.class, () -> model.encode(new int[0][], new int[0]));
    assertThrows(IndexOutOfBoundsException.class, () -> model.decode(new int[3][6], memory));
    assertThrows(IllegalArgumentException.class, () -> config().withSharedEmbeddings());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new TransformerConfig(
                10,
                8,
                StackConfig.of(LayerConfig.of(8, 2, 16), 1),
                StackConfig.of(LayerConfig.of(16, 2, 16), 1),
                false));
  }
}
