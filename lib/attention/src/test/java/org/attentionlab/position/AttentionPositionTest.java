package org.attentionlab.position;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attentionlab.attention.AttentionPosition;
import org.attentionlab.attention.AttentionResult;
import org.attentionlab.attention.KeyValueCache;
import org.attentionlab.attention.Mask;
import org.attentionlab.attention.MultiHeadAttention;
import org.attentionlab.attention.MultiHeadConfig;
import org.attentionlab.tensor.GradCheck;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttentionPositionTest {
  private static final MultiHeadConfig CONFIG = MultiHeadConfig.of(8, 2);
  private final Random rng = new Random(4);

  private static final Map<String, Positions> KINDS =
      Map.of(
          "relative", Positions.relative(2),
          "t5", Positions.t5(8, 16),
          "rotary", Positions.rotary(),
          "alibi", Positions.alibi());

  private MultiHeadAttention attention(String kind, boolean causal) {
    return new MultiHeadAttention(rng, CONFIG, KINDS.get(kind).inAttention(rng, CONFIG, causal));
  }

  @ParameterizedTest
  @ValueSource(strings = {"relative", "t5", "rotary", "alibi"})
  void orderMatters(String kind) {
    MultiHeadAttention attention = attention(kind, false);
    int[] order = {2, 0, 1, 3};
    Tensor x = Tensor.randn(rng, 1, 4, 8);
    Tensor permuted = x.take(1, order);
    Tensor plain = attention.attend(x, x, x, Mask.none()).take(1, order);
    assertFalse(plain.allClose(attention.attend(permuted, permuted, permuted, Mask.none()), 1e-3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"relative", "t5", "rotary", "alibi"})
  void onlyDistancesMatter(String kind) {
    MultiHeadAttention attention = attention(kind, true);
    Tensor x = Tensor.randn(rng, 1, 4, 8);
    Tensor longer = Tensor.concat(1, List.of(Tensor.randn(rng, 1, 3, 8), x));
    Mask late = Mask.causal(7).and(Mask.of(column(7, 3)));

    Tensor here = attention.attend(x, x, x, Mask.causal(4));
    Tensor moved = attention.attend(longer, longer, longer, late).slice(1, 3, 7);

    assertTrue(here.allClose(moved, 2e-6));
  }

  /** (1, n), zero for the first keys. */
  private static Tensor column(int n, int hidden) {
    return Tensor.concat(1, List.of(Tensor.zeros(1, hidden), Tensor.ones(1, n - hidden)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"relative", "t5", "rotary", "alibi"})
  void stepsWithACacheGiveTheFullPass(String kind) {
    MultiHeadAttention attention = attention(kind, true);
    Tensor x = Tensor.randn(rng, 2, 6, 8);
    AttentionResult full = attention.forward(x, x, x, Mask.causal(6));

    KeyValueCache cache = KeyValueCache.empty();
    int at = 0;
    for (int count : new int[] {2, 1, 3}) {
      var step = attention.step(x.slice(1, at, at + count), cache);
      cache = step.cache();
      assertTrue(full.output().slice(1, at, at + count).allClose(step.result().output(), 2e-6));
      at += count;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"relative", "t5", "rotary", "alibi"})
  void gradientsAreRight(String kind) {
    MultiHeadAttention attention = attention(kind, false);
    var report =
        GradCheck.run(
            in -> attention.attend(in[0], in[0], in[0], Mask.none()), Tensor.randn(rng, 1, 4, 8));
    assertTrue(report.passes(2e-3), report::toString);
  }

  @Test
  void learnedOnesAreParametersOfTheAttention() {
    assertEquals(288 + 2 * 5 * 4, attention("relative", true).parameterCount());
    assertEquals(288 + 8 * 2, attention("t5", true).parameterCount());
    assertEquals(288, attention("rotary", true).parameterCount());
    assertEquals(288, attention("alibi", true).parameterCount());
  }

  @Test
  void relativeVectorsAreAddedToKeysAndValues() {
    Relative relative = new Relative(rng, 2, 3, 5);
    Tensor q = Tensor.randn(rng, 1, 1, 4, 3);
    Tensor weights = Tensor.randn(rng, 1, 1, 4, 4);

    Tensor scores = relative.score(Tensor.zeros(1, 1, 4, 4), q, 0);
    Tensor output = relative.mix(Tensor.zeros(1, 1, 4, 5), weights, 0);

    for (int i = 0; i < 4; i++) {
      Tensor mixed = Tensor.zeros(5);
      for (int j = 0; j < 4; j++) {
        int row = Math.min(2, Math.max(-2, j - i)) + 2;
        double product = q.get(0, 0, i).mul(relative.keys().get(row)).sum().item();
        assertEquals(product / Math.sqrt(3), scores.at(0, 0, i, j), 1e-6);
        mixed = mixed.add(relative.values().get(row).mul(weights.at(0, 0, i, j)));
      }
      assertTrue(mixed.allClose(output.get(0, 0, i), 1e-6));
    }
    assertThrows(IllegalArgumentException.class, () -> new Relative(rng, 0, 3, 5));
  }

  @Test
  void bucketsAreThoseOfT5() {
    T5Bias both = new T5Bias(rng, new T5Bias.Config(2, 32, 128, true));
    T5Bias back = new T5Bias(rng, new T5Bias.Config(2, 32, 128, false));
    int[] distances = {0, -1, -7, -8, -11, -12, -16, -127, -500, 1, 7, 8, 20, 128};
    int[] bothWays = {0, 1, 7, 8, 8, 9, 10, 15, 15, 17, 23, 24, 26, 31};
    int[] backOnly = {0, 1, 7, 8, 11, 12, 16, 31, 31, 0, 0, 0, 0, 0};
    for (int i = 0; i < distances.length; i++) {
      assertEquals(bothWays[i], both.bucket(distances[i]), "distance " + distances[i]);
      assertEquals(backOnly[i], back.bucket(distances[i]), "distance " + distances[i]);
    }
  }

  @Test
  void biasOfT5IsAddedForEachHead() {
    T5Bias bias = new T5Bias(rng, new T5Bias.Config(3, 8, 16, true));
    Tensor scores = bias.score(Tensor.ones(2, 3, 4, 5), Tensor.zeros(2, 3, 4, 2), 1);
    for (int h = 0; h < 3; h++) {
      float expected = 1 + bias.weight().at(bias.bucket(4 - 3), h);
      assertEquals(expected, scores.at(1, h, 2, 4), 1e-6);
    }
    assertThrows(IllegalArgumentException.class, () -> new T5Bias.Config(2, 7, 128, true));
  }

  @Test
  void rotationKeepsLengthsAndTurnsByThePosition() {
    AttentionPosition rotary = new Rotary();
    Tensor x = Tensor.randn(rng, 1, 1, 3, 4);
    Tensor y = rotary.turn(x, 5);
    assertTrue(x.mul(x).sum(-1, false).allClose(y.mul(y).sum(-1, false), 1e-6), "lengths stay");
    double angle = 7 / Math.pow(10000, 2 / 4.0);
    double expected = x.at(0, 0, 2, 2) * Math.cos(angle) - x.at(0, 0, 2, 3) * Math.sin(angle);
    assertEquals(expected, y.at(0, 0, 2, 2), 1e-6);
    assertThrows(ShapeException.class, () -> rotary.turn(Tensor.zeros(1, 1, 2, 3), 0));
  }

  @Test
  void slopesAreThoseOfThePaper() {
    assertArrayEquals(
        new float[] {1 / 2f, 1 / 4f, 1 / 8f, 1 / 16f, 1 / 32f, 1 / 64f, 1 / 128f, 1 / 256f},
        new Alibi(8).slopes().toArray());
    assertArrayEquals(new float[] {1 / 16f, 1 / 256f, 1 / 4f}, new Alibi(3).slopes().toArray());
  }

  @Test
  void scoresFallWithTheDistance() {
    Tensor scores = new Alibi(2).score(Tensor.zeros(1, 2, 2, 5), Tensor.zeros(1, 2, 2, 4), 3);
    assertEquals(-3 / 16f, scores.at(0, 0, 0, 0));
    assertEquals(-1 / 256f, scores.at(0, 1, 0, 4));
    assertEquals(0, scores.at(0, 1, 1, 4));
  }
}
