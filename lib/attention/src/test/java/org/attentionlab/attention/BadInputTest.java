package org.attentionlab.attention;

import static org.attentionlab.Refusal.ofArgument;
import static org.attentionlab.Refusal.ofIndex;
import static org.attentionlab.Refusal.ofShapes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.attentionlab.position.Alibi;
import org.attentionlab.position.Relative;
import org.attentionlab.position.Rotary;
import org.attentionlab.position.T5Bias;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class BadInputTest {
  private final Random rng = new Random(3);
  private final MultiHeadAttention mha = new MultiHeadAttention(rng, 8, 2);

  /** Sequence 0 may attend to nothing, sequence 1 to its first three keys. */
  private final Mask half = Mask.padding(new int[] {0, 3}, 5);

  private Tensor zeros(int... shape) {
    return Tensor.zeros(shape);
  }

  @Test
  void everyScoreGivesFullyMaskedRowsZerosAndNoGradient() {
    for (ScoreFunction score :
        List.of(
            ScoreFunction.dot(),
            ScoreFunction.scaledDot(),
            ScoreFunction.cosine(),
            ScoreFunction.general(rng, 4, 4),
            ScoreFunction.additive(rng, 4, 4, 6))) {
      Tensor q = Tensor.randn(rng, 2, 3, 4).requiresGrad(true);
      Tensor k = Tensor.randn(rng, 2, 5, 4).requiresGrad(true);
      Tensor v = Tensor.randn(rng, 2, 5, 4).requiresGrad(true);
      AttentionResult result = Attention.attend(score, q, k, v, half);
      result.output().sum().backward();
      assertArrayEquals(new float[15], result.weights().get(0).toArray());
      assertArrayEquals(new float[12], result.output().get(0).toArray());
      assertArrayEquals(new float[12], q.grad().get(0).toArray());
      assertArrayEquals(new float[20], k.grad().get(0).toArray());
      assertArrayEquals(new float[20], v.grad().get(0).toArray());
      assertFinite(q.grad());
      assertFinite(k.grad());
    }
  }

  @Test
  void withAnyPositionsAFullyMaskedRowLeavesTheBiasAlone() {
    MultiHeadConfig plain = MultiHeadConfig.of(8, 2);
    for (MultiHeadConfig config : List.of(plain, plain.withDropout(0.3))) {
      for (AttentionPosition position :
          List.of(
              AttentionPosition.none(),
              new Rotary(),
              new Alibi(2),
              new Relative(rng, 2, 4, 4),
              new T5Bias(rng, new T5Bias.Config(2, 8, 16, true)))) {
        MultiHeadAttention layer = new MultiHeadAttention(rng, config, position);
        Tensor x = Tensor.randn(rng, 2, 5, 8).requiresGrad(true);
        Tensor y = layer.attend(x, x, x, half);
        y.mul(y).sum().backward();
        assertTrue(y.get(0, 4).allClose(layer.output().bias().get(), 0));
        assertFinite(y);
        assertFinite(x.grad());
        layer.parameters().forEach(parameter -> assertFinite(parameter.grad()));
      }
    }
  }

  private static void assertFinite(Tensor x) {
    for (float value : x.toArray()) {
      assertTrue(Float.isFinite(value), x::toString);
    }
  }

  @Test
  void withoutKeysTheOutputIsZero() {
    Mask mask = Mask.allTrue(3, 0);
    float[] nothing = new float[9];
    assertArrayEquals(
        nothing,
        Attention.scaledDotProduct(zeros(3, 2), zeros(0, 2), zeros(0, 3)).output().toArray());
    assertArrayEquals(
        nothing, TiledAttention.attend(zeros(3, 2), zeros(0, 2), zeros(0, 3), mask).toArray());
    assertArrayEquals(
        new int[] {1, 3, 8},
        mha.attend(zeros(1, 3, 8), zeros(1, 0, 8), zeros(1, 0, 8), mask).shape());
    Mask nobody = Mask.allTrue(0, 3);
    assertArrayEquals(
        new int[] {1, 0, 8},
        mha.attend(zeros(1, 0, 8), zeros(1, 3, 8), zeros(1, 3, 8), nobody).shape());
  }

  @Test
  void vectorsWithoutNumbersCannotBeCompared() {
    ofShapes(
        "scaledDot: queries (2, 0) and keys (3, 0) have no numbers to compare",
        () -> Attention.scaledDotProduct(zeros(2, 0), zeros(3, 0), zeros(3, 4)));
    ofShapes(
        "tiled: queries (2, 0)",
        () -> TiledAttention.attend(zeros(2, 0), zeros(3, 0), zeros(3, 4)));
  }

  @Test
  void aScoreFunctionOfOnesOwnScoresEveryQueryAgainstEveryKey() {
    String essential =
        "attention: of queries (2, 3) and keys (4, 3) the scores are (..., 2, 4),"
            + " but the score function gave ";
    Tensor q = zeros(2, 3);
    Tensor k = zeros(4, 3);
    ofShapes(essential + "(4, 2)", () -> own((a, b) -> b.matmul(a.transpose()), q, k));
    ofShapes(essential + "(1, 4)", () -> own((a, b) -> zeros(1, 4), q, k));
    ofShapes(essential + "(4)", () -> own((a, b) -> zeros(4), q, k));
  }

  private static AttentionResult own(ScoreFunction score, Tensor q, Tensor k) {
    return Attention.attend(score, q, k, k);
  }

  @Test
  void masksThatDoNotFitTheScoresAreNamed() {
    Tensor x = zeros(2, 5, 8);
    for (Mask wrong :
        List.of(
            Mask.causal(4),
            Mask.padding(new int[] {1, 2, 3}, 5),
            Mask.allTrue(2, 3, 5, 5),
            Mask.allTrue(1, 2, 1, 5, 5))) {
      ofShapes("does not expand to the scores (2, 2, 5, 5)", () -> mha.forward(x, x, x, wrong));
      ofShapes("does not expand to the scores (2, 2, 5, 5)", () -> mha.attend(x, x, x, wrong));
    }
  }

  @Test
  void masksOfImpossibleSizesAreRefused() {
    BlockSparse pattern = new BlockSparse(2, 1, 0, 0);
    ofShapes("mask: shape (-1, -1) has a negative size.", () -> Mask.causal(-1));
    ofShapes("mask: shape (-2, 3) has a negative size.", () -> Mask.causal(-2, 3));
    ofShapes("mask: shape (-1, -1) has a negative size.", () -> Mask.local(-1, 1));
    ofShapes("mask: shape (-3, -3) has a negative", () -> Mask.blockSparse(rng, -3, pattern));
    ofShapes("mask: shape (1, 1, -1) has a negative size.", () -> Mask.padding(new int[1], -1));
    ofShapes("mask: shape (70000, 70000) has more elements", () -> Mask.causal(70000));
    boolean[][] shared = Collections.nCopies(65536, new boolean[65536]).toArray(new boolean[0][]);
    ofShapes("mask: shape (65536, 65536) has more elements", () -> Mask.of(shared));
  }

  @Test
  void windowsAndBlocksLongerThanTheSequenceSeeAllOfIt() {
    int most = Integer.MAX_VALUE;
    assertArrayEquals(all(3), Mask.local(3, most).toTensor().toArray());
    BlockSparse pattern = new BlockSparse(most, 1, 0, 0);
    assertArrayEquals(all(3), Mask.blockSparse(rng, 3, pattern).toTensor().toArray());
  }

  private static float[] all(int n) {
    return Mask.allTrue(n, n).toTensor().toArray();
  }

  @Test
  void entriesOutsideOfAMaskAreNamed() {
    ofIndex("mask: index 2 of axis 1 lies outside", () -> Mask.causal(2).allows(0, 2));
    ofIndex("mask: index -1 of axis 0 lies outside", () -> Mask.causal(2).allows(-1, 0));
    ofShapes("mask: 1 indices for a mask with 2 axes", () -> Mask.causal(2).allows(1));
    ofShapes("unsqueeze: shape (2, 2) gets no axis 4", () -> Mask.causal(2).unsqueeze(4));
  }

  @Test
  void valuesComeFromAsManySequencesAsKeys() {
    Tensor one = zeros(1, 3, 8);
    Tensor two = zeros(2, 3, 8);
    String essential = "MultiHeadAttention: keys (2, 3, 8) are 2 sequences, values (1, 3, 8) are 1";
    ofShapes(essential, () -> mha.forward(two, two, one));
    ofShapes(essential, () -> mha.attend(two, two, one, Mask.none()));
    ofShapes("queries (1, 3, 8) are 1 sequences", () -> mha.forward(one, two, two));
  }

  @Test
  void aBatchOfOneIsSuggestedForASequence() {
    Tensor sequence = zeros(3, 8);
    ofShapes("Did you mean unsqueeze(0)", () -> mha.forward(sequence, sequence, sequence));
    ofShapes("MultiHeadAttention: keys are (B, S, 8), got (8)", () -> step(zeros(8)));
  }

  private MultiHeadAttention.Step step(Tensor x) {
    return mha.step(x, KeyValueCache.empty());
  }

  @Test
  void headsThatCannotBeAreRefused() {
    MultiHeadConfig config = MultiHeadConfig.of(8, 4);
    ofArgument("dModel 64 is not divisible by 6 heads", () -> new MultiHeadAttention(rng, 64, 6));
    ofArgument("heads is at least 1, but is 0", () -> MultiHeadConfig.of(64, 0));
    ofArgument("do not share 3 key-value heads evenly", () -> config.withKeyValueHeads(3));
    ofArgument("dropout lies in [0, 1), but is 1.0", () -> config.withDropout(1));
    ofArgument("dropout lies in [0, 1), but is NaN", () -> config.withDropout(Double.NaN));
    ofShapes("has more elements", () -> config.withHeadWidths(Integer.MAX_VALUE / 2, 2));
    ofIndex("ablate: there is no head 2", () -> mha.ablate(java.util.Set.of(2)));
  }

  @Test
  void aCacheBelongsToItsLayerAndItsSequences() {
    Tensor x = zeros(1, 1, 8);
    KeyValueCache other = KeyValueCache.empty().append(zeros(1, 1, 3, 4), zeros(1, 1, 3, 4));
    ofShapes(
        "the cache has keys (1, 1, 3, 4) and values (1, 1, 3, 4), but here keys are (B, 2, S, 4)",
        () -> mha.recall(x, other, Mask.none()));
    ofShapes("do not continue keys", () -> mha.step(zeros(2, 1, 8), step(x).cache()));
    ofShapes(
        "KeyValueCache: keys are (B, G, T, dK)",
        () -> KeyValueCache.empty().append(zeros(1, 1, 3, 4), zeros(2, 1, 3, 4)));
    ofIndex("index 3 lies outside", () -> other.select(3));
    assertThrows(
        IllegalStateException.class, () -> mha.recall(x, KeyValueCache.empty(), Mask.none()));
    assertEquals(0, KeyValueCache.empty().select(3).length());
  }

  @Test
  void additiveAttentionNamesWhatDoesNotFit() {
    AdditiveAttention attention = new AdditiveAttention(rng, 3, 4, 5);
    Tensor states = zeros(2, 6, 4);
    ofShapes(
        "the states are (B, S, 4), got (2, 4)", () -> ask(attention, zeros(2, 3), zeros(2, 4)));
    ofShapes("the query is (2, 3) for states", () -> ask(attention, zeros(1, 3), states));
    ofIndex("index 2 lies outside", () -> attention.memory(states, Mask.none()).select(2));
    ofShapes(
        "additive: shape (1, 2048, 2048, 2048) has more elements",
        () -> ScoreFunction.additive(rng, 1, 1, 2048).scores(zeros(1, 2048, 1), zeros(1, 2048, 1)));
    ofShapes("general: made for", () -> ScoreFunction.general(rng, 3, 4).scores(states, states));
  }

  private static AttentionResult ask(AdditiveAttention attention, Tensor query, Tensor states) {
    return attention.forward(query, states, Mask.none());
  }

  @Test
  void tiledAttentionNamesWhatDoesNotFit() {
    Tensor q = zeros(3, 4);
    Tensor k = zeros(2, 4);
    ofShapes("3 queries cannot be the last of 2", () -> TiledAttention.causal(q, k, k));
    ofArgument("none that allows the first keys", () -> TiledAttention.attend(q, k, k, other()));
    ofShapes(
        "have the same axes in front",
        () -> TiledAttention.attend(zeros(2, 3, 4), zeros(1, 3, 4), zeros(1, 3, 4)));
  }

  private static Mask other() {
    return Mask.causal(2);
  }
}
