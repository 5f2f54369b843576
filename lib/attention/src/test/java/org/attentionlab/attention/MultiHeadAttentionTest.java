package org.attentionlab.attention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.attentionlab.nn.Linear;
import org.attentionlab.tensor.GradCheck;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultiHeadAttentionTest {
  private final Random rng = new Random(5);

  @Test
  void aSingleHeadIsPlainAttentionBetweenTwoProjections() {
    MultiHeadAttention attention = new MultiHeadAttention(rng, 6, 1);
    Tensor x = Tensor.randn(rng, 2, 4, 6);

    AttentionResult result = attention.forward(x, x, x, Mask.causal(4));
    AttentionResult plain =
        Attention.scaledDotProduct(
            attention.query().forward(x),
            attention.key().forward(x),
            attention.value().forward(x),
            Mask.causal(4));

    assertTrue(result.weights().squeeze(1).allClose(plain.weights(), 1e-6));
    assertTrue(result.output().allClose(attention.output().forward(plain.output()), 1e-6));
  }

  @Test
  void everyHeadHasProjectionsOfItsOwn() {
    MultiHeadConfig config = MultiHeadConfig.of(12, 3).withHeadWidths(5, 2);
    MultiHeadAttention attention = new MultiHeadAttention(rng, config);
    Tensor x = Tensor.randn(rng, 2, 4, 12);

    AttentionResult result = attention.forward(x, x, x);

    List<Tensor> heads = new ArrayList<>();
    for (int h = 0; h < 3; h++) {
      AttentionResult head =
          Attention.scaledDotProduct(
              columns(attention.query(), x, 5 * h, 5),
              columns(attention.key(), x, 5 * h, 5),
              columns(attention.value(), x, 2 * h, 2));
      heads.add(head.output());
      for (int b = 0; b < 2; b++) {
        assertTrue(result.weights().get(b, h).allClose(head.weights().get(b), 1e-6));
      }
    }
    Tensor joined = attention.output().forward(Tensor.concat(-1, heads));
    assertTrue(result.output().allClose(joined, 1e-6));
  }

  private static Tensor columns(Linear map, Tensor x, int from, int count) {
    return map.forward(x).slice(-1, from, from + count);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void sharedKeysAndValuesAreMultiHeadWithEqualHeads(int groups) {
    MultiHeadConfig config = MultiHeadConfig.of(8, 4);
    MultiHeadAttention grouped = new MultiHeadAttention(rng, config.withKeyValueHeads(groups));
    MultiHeadAttention full = new MultiHeadAttention(rng, config);
    Map<String, Tensor> state = new LinkedHashMap<>(grouped.state());
    for (String name : List.of("key.weight", "key.bias", "value.weight", "value.bias")) {
      state.put(name, repeated(state.get(name), groups, 4 / groups));
    }
    full.load(state);
    Tensor x = Tensor.randn(rng, 2, 3, 8);

    assertEquals(8 * 2 * groups, grouped.key().weight().numel());
    assertTrue(grouped.forward(x, x, x).output().allClose(full.forward(x, x, x).output(), 1e-6));
    assertTrue(grouped.forward(x, x, x).weights().allClose(full.forward(x, x, x).weights(), 1e-6));
  }

  /** Repeats each group of columns, two wide. */
  private static Tensor repeated(Tensor parameter, int groups, int times) {
    List<Tensor> parts = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      for (int i = 0; i < times; i++) {
        parts.add(parameter.slice(-1, 2 * g, 2 * g + 2));
      }
    }
    return Tensor.concat(-1, parts);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 4", "2, 1, 3", "4, 2, 5", "4, 4, 6"})
  void theFutureNeverLeaks(int heads, int groups, int length) {
    MultiHeadAttention attention =
        new MultiHeadAttention(rng, MultiHeadConfig.of(8, heads).withKeyValueHeads(groups));
    Tensor x = Tensor.randn(rng, 2, length, 8);
    Tensor changed =
        Tensor.concat(1, List.of(x.slice(1, 0, 2), Tensor.randn(rng, 2, length - 2, 8)));
    Mask causal = Mask.causal(length);

    Tensor before = attention.attend(x, x, x, causal).slice(1, 0, 2);
    Tensor after = attention.attend(changed, changed, changed, causal).slice(1, 0, 2);

    assertArrayEquals(before.toArray(), after.toArray());
  }

  @Test
  void paddedKeysNeverMatter() {
    MultiHeadAttention attention = new MultiHeadAttention(rng, 8, 2);
    Tensor q = Tensor.randn(rng, 2, 3, 8);
    Tensor k = Tensor.randn(rng, 2, 5, 8);
    Tensor noise = Tensor.concat(1, List.of(k.slice(1, 0, 2), Tensor.full(1e3f, 2, 3, 8)));
    Mask mask = Mask.padding(new int[] {2, 1}, 5);

    AttentionResult result = attention.forward(q, k, k, mask);

    assertArrayEquals(
        result.output().toArray(), attention.forward(q, noise, noise, mask).output().toArray());
    assertEquals(0, result.weights().slice(-1, 2, 5).max().item());
  }

  @Test
  void aSequenceWithoutKeysGivesTheBiasOfTheOutput() {
    MultiHeadAttention attention = new MultiHeadAttention(rng, 8, 2);
    attention.output().bias().orElseThrow().assign(new float[] {1, 2, 3, 4, 5, 6, 7, 8});
    Tensor x = Tensor.randn(rng, 1, 3, 8);

    Tensor output = attention.attend(x, x, x, Mask.padding(new int[] {0}, 3));

    assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, output.get(0, 1).toArray());
  }

  @Test
  void permutedInputsGivePermutedOutputs() {
    MultiHeadAttention attention = new MultiHeadAttention(rng, 8, 4);
    Tensor x = Tensor.randn(rng, 2, 5, 8);
    int[] order = {3, 1, 4, 0, 2};
    Tensor permuted = x.take(1, order);

    AttentionResult plain = attention.forward(x, x, x);
    AttentionResult result = attention.forward(permuted, permuted, permuted);

    assertTrue(plain.output().take(1, order).allClose(result.output(), 1e-6));
    assertTrue(plain.weights().take(2, order).take(3, order).allClose(result.weights(), 1e-6));
  }

  @Test
  void stepsWithACacheGiveTheFullPass() {
    MultiHeadAttention attention =
        new MultiHeadAttention(rng, MultiHeadConfig.of(8, 4).withKeyValueHeads(2));
    Tensor x = Tensor.randn(rng, 2, 6, 8);
    AttentionResult full = attention.forward(x, x, x, Mask.causal(6));

    KeyValueCache cache = KeyValueCache.empty();
    int at = 0;
    for (int count : new int[] {1, 3, 1, 1}) {
      var step = attention.step(x.slice(1, at, at + count), cache);
      cache = step.cache();
      Tensor expected = full.output().slice(1, at, at + count);
      assertTrue(expected.allClose(step.result().output(), 1e-6));
      Tensor weights = full.weights().slice(2, at, at + count).slice(3, 0, at + count);
      assertTrue(weights.allClose(step.result().weights(), 1e-6));
      at += count;
      assertEquals(at, cache.length());
    }
  }

  @Test
  void aCacheGoesOnWithChosenSequences() {
    MultiHeadAttention attention = new MultiHeadAttention(rng, 8, 2);
    Tensor x = Tensor.randn(rng, 3, 2, 8);
    Tensor next = Tensor.randn(rng, 2, 1, 8);
    KeyValueCache all = attention.remember(x, x);

    Tensor picked = attention.step(next, all.select(2, 2)).result().output();

    Tensor longer = Tensor.concat(1, List.of(x.take(0, 2, 2), next));
    Tensor full = attention.attend(longer, longer, longer, Mask.causal(3));
    assertTrue(full.slice(1, 2, 3).allClose(picked, 1e-6));
    assertThrows(IllegalStateException.class, KeyValueCache.empty()::keys);
  }

  @Test
  void rememberedKeysAndValuesGiveTheSameAsFresh() {
    MultiHeadAttention attention =
        new MultiHeadAttention(rng, MultiHeadConfig.of(8, 2).withSource(5));
    Tensor q = Tensor.randn(rng, 2, 3, 8);
    Tensor memory = Tensor.randn(rng, 2, 4, 5);
    Mask mask = Mask.padding(new int[] {4, 2}, 4);
    assertTrue(
        attention
            .recall(q, attention.remember(memory, memory), mask)
            .output()
            .allClose(attention.attend(q, memory, memory, mask), 1e-6));
  }

  @Test
  void ablatedHeadIsZeroBeforeTheOutputMap() {
    MultiHeadAttention attention = new MultiHeadAttention(rng, 8, 2);
    Tensor x = Tensor.randn(rng, 1, 3, 8);
    AttentionResult whole = attention.forward(x, x, x);

    attention.ablate(Set.of(0));
    AttentionResult ablated = attention.forward(x, x, x);
    float[] rows = attention.output().weight().toArray();
    attention.ablate(Set.of());
    Arrays.fill(rows, 0, 4 * 8, 0);
    assertTrue(whole.output().allClose(attention.forward(x, x, x).output(), 0));
    attention.output().weight().assign(rows);

    assertTrue(ablated.output().allClose(attention.forward(x, x, x).output(), 1e-6));
    assertFalse(ablated.output().allClose(whole.output(), 1e-3));
    assertTrue(ablated.weights().allClose(whole.weights(), 0), "the head still looks");
    assertThrows(IndexOutOfBoundsException.class, () -> attention.ablate(Set.of(2)));
  }

  @Test
  void weightsAreDroppedInTrainingAlone() {
    MultiHeadAttention attention =
        new MultiHeadAttention(rng, MultiHeadConfig.of(8, 2).withDropout(0.5));
    Tensor x = Tensor.randn(rng, 2, 6, 8);

    AttentionResult first = attention.forward(x, x, x);
    AttentionResult second = attention.forward(x, x, x);
    attention.evaluate();
    AttentionResult third = attention.forward(x, x, x);

    assertFalse(first.output().allClose(second.output(), 1e-3));
    assertTrue(first.weights().allClose(third.weights(), 0), "weights are those before dropout");
    assertTrue(third.output().allClose(attention.forward(x, x, x).output(), 0));
  }

  @Test
  void gradientsAreRightForGroupedHeadsUnderAMask() {
    MultiHeadAttention attention =
        new MultiHeadAttention(rng, MultiHeadConfig.of(4, 2).withKeyValueHeads(1));
    var report =
        GradCheck.run(
            in -> attention.attend(in[0], in[1], in[1], Mask.padding(new int[] {2, 3}, 3)),
            Tensor.randn(rng, 2, 2, 4),
            Tensor.randn(rng, 2, 3, 4));
    assertTrue(report.passes(1e-3), report::toString);
  }

  @Test
  void eachHeadMayHaveAMaskOfItsOwn() {
    MultiHeadAttention attention = new MultiHeadAttention(rng, 8, 2);
    Tensor x = Tensor.randn(rng, 1, 3, 8);
    Mask both =
        Mask.of(
            Tensor.stack(0, List.of(Mask.causal(3).toTensor(), Mask.allTrue(3, 3).toTensor()))
                .unsqueeze(0));
    Tensor weights = attention.forward(x, x, x, both).weights();
    assertEquals(0, weights.at(0, 0, 0, 1));
    assertTrue(weights.at(0, 1, 0, 1) > 0);
  }

  @Test
  void parametersAreCountedAsInThePaper() {
    MultiHeadConfig config = MultiHeadConfig.of(512, 8);
    assertEquals(4 * 512 * 512, new MultiHeadAttention(rng, config.withoutBias()).parameterCount());
    assertEquals(4 * 512 * 512 + 4 * 512, new MultiHeadAttention(rng, config).parameterCount());
  }

  @Test
  void whatDoesNotFitIsExplained() {
    says(
        "MultiHeadAttention: dModel 64 is not divisible by 6 heads;"
            + " 1, 2, 4, 8, 16, 32 or 64 would do.",
        () -> new MultiHeadAttention(rng, 64, 6));
    says(
        "MultiHeadAttention: 6 heads do not share 4 key-value heads evenly;"
            + " 1, 2, 3 or 6 would do.",
        () -> MultiHeadConfig.of(12, 6).withKeyValueHeads(4));
    says("MultiHeadAttention: heads is at least 1, but is 0.", () -> MultiHeadConfig.of(8, 0));
    MultiHeadAttention attention = new MultiHeadAttention(rng, 8, 2);
    Tensor x = Tensor.zeros(2, 3, 8);
    says(
        "MultiHeadAttention: queries are (B, T, 8), got (3, 8).\n"
            + "  Did you mean unsqueeze(0), a batch of one?",
        () -> attention.forward(x.get(0), x, x));
    says(
        "MultiHeadAttention: keys are (B, S, 8), got (2, 3, 7).",
        () -> attention.forward(x, Tensor.zeros(2, 3, 7), x));
    says(
        "attention: keys (2, 3, 8) and values (2, 4, 8): there are 3 keys and 4 values;"
            + " each key needs its value.",
        () -> attention.forward(x, x, Tensor.zeros(2, 4, 8)));
    Tensor other = Tensor.zeros(1, 3, 8);
    says(
        "MultiHeadAttention: queries (2, 3, 8) are 2 sequences, keys and values 1.",
        () -> attention.forward(x, other, other));
    assertThrows(ShapeException.class, () -> attention.forward(x, x, x, Mask.causal(5)));
  }

  private static void says(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
