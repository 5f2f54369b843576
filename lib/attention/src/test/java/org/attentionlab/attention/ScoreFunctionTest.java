package org.attentionlab.attention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.attentionlab.nn.Layer;
import org.attentionlab.tensor.GradCheck;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ScoreFunctionTest {
  private final Random rng = new Random(3);
  private final Tensor q = Tensor.randn(rng, 2, 3, 4); // (B, T, d)
  private final Tensor k = Tensor.randn(rng, 2, 5, 4); // (B, S, d)
  private final Tensor wide = Tensor.randn(rng, 2, 5, 6); // (B, S, dK)

  @Test
  void dotIsTheSumOfProducts() {
    Tensor scores = ScoreFunction.dot().scores(q, k);

    assertArrayEquals(new int[] {2, 3, 5}, scores.shape());
    assertEquals(dot(q.get(1, 2), k.get(1, 4)), scores.at(1, 2, 4), 1e-5);
  }

  @Test
  void scaledDotIsDividedByTheRootOfTheWidth() {
    Tensor scores = ScoreFunction.scaledDot().scores(q, k);

    assertTrue(scores.mul(2).allClose(ScoreFunction.dot().scores(q, k), 1e-6f));
  }

  @Test
  void cosineIsBlindToLength() {
    Tensor scores = ScoreFunction.cosine().scores(q, k);

    assertTrue(scores.allClose(ScoreFunction.cosine().scores(q.mul(100), k.mul(0.01f)), 1e-6f));
    double lengths = Math.sqrt(dot(q.get(0, 1), q.get(0, 1)) * dot(k.get(0, 2), k.get(0, 2)));
    assertEquals(dot(q.get(0, 1), k.get(0, 2)) / lengths, scores.at(0, 1, 2), 1e-6);
    assertTrue(scores.max().item() <= 1.000001f);
  }

  @Test
  void cosineOfAVectorOfZerosIsZeroWithAFiniteGradient() {
    Tensor zero = Tensor.zeros(1, 4).requiresGrad(true);

    Tensor scores = ScoreFunction.cosine().scores(zero, k);
    scores.sum().backward();

    assertArrayEquals(new float[10], scores.toArray());
    for (float slope : zero.grad().toArray()) {
      assertTrue(Float.isFinite(slope));
    }
  }

  @Test
  void generalTakesDifferentWidths() {
    GeneralScore general = ScoreFunction.general(rng, 4, 6);

    Tensor scores = general.scores(q, wide);

    assertArrayEquals(new int[] {2, 3, 5}, scores.shape());
    double expected = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 6; j++) {
        expected += q.at(1, 0, i) * general.weight().at(i, j) * wide.at(1, 3, j);
      }
    }
    assertEquals(expected, scores.at(1, 0, 3), 1e-5);
    assertEquals(List.of(general.weight()), general.parameters());
  }

  @Test
  void generalWithTheIdentityIsTheDotProduct() {
    Tensor scores = new GeneralScore(Tensor.eye(4)).scores(q, k);

    assertTrue(scores.allClose(ScoreFunction.dot().scores(q, k), 1e-6f));
  }

  @Test
  void additiveIsASmallNetwork() {
    AdditiveScore additive = ScoreFunction.additive(rng, 4, 6, 7);

    Tensor scores = additive.scores(q, wide);

    assertArrayEquals(new int[] {2, 3, 5}, scores.shape());
    double expected = 0;
    for (int h = 0; h < 7; h++) {
      double sum = 0;
      for (int i = 0; i < 4; i++) {
        sum += additive.queryWeight().at(i, h) * q.at(0, 2, i);
      }
      for (int j = 0; j < 6; j++) {
        sum += additive.keyWeight().at(j, h) * wide.at(0, 4, j);
      }
      expected += additive.vector().at(h) * Math.tanh(sum);
    }
    assertEquals(expected, scores.at(0, 2, 4), 1e-5);
    assertEquals(4 * 7 + 6 * 7 + 7, additive.parameterCount());
  }

  @Test
  void everyFunctionHasRightGradients() {
    for (ScoreFunction function :
        List.of(ScoreFunction.dot(), ScoreFunction.scaledDot(), ScoreFunction.cosine())) {
      var report = GradCheck.run(in -> function.scores(in[0], in[1]), q, k);
      assertTrue(report.passes(5e-4), report::toString);
    }
    var general =
        GradCheck.run(
            in -> in[0].matmul(in[2]).matmul(in[1].transpose()), q, wide, Tensor.randn(rng, 4, 6));
    assertTrue(general.passes(5e-4), general::toString);
  }

  @Test
  void parametersOfScoreFunctionsLearn() {
    for (ScoreFunction function :
        List.of(ScoreFunction.general(rng, 4, 6), ScoreFunction.additive(rng, 4, 6, 7))) {
      var report = GradCheck.run(in -> function.scores(in[0], in[1]), q, wide);
      assertTrue(report.passes(5e-4), report::toString);

      function.scores(q, wide).sum().backward();
      for (Tensor parameter : ((Layer) function).parameters()) {
        assertTrue(parameter.grad().mul(parameter.grad()).sum().item() > 0);
      }
    }
  }

  @Test
  void attendTakesAnyFunctionALambdaToo() {
    Tensor v = Tensor.randn(rng, 2, 5, 3);

    var result =
        Attention.attend(
            (queries, keys) -> queries.matmul(keys.transpose()), q, k, v, Mask.allTrue(3, 5));

    assertTrue(
        result.output().allClose(Attention.attend(ScoreFunction.dot(), q, k, v).output(), 0));
    assertArrayEquals(new int[] {2, 3, 3}, result.output().shape());
  }

  @Test
  void widthsThatDoNotFitAreExplained() {
    says(
        "general: made for queries (..., T, 4) and keys (..., S, 6), got (2, 3, 4) and (2, 5, 4).",
        () -> ScoreFunction.general(rng, 4, 6).scores(q, k));
    says(
        "cosine: queries (2, 3, 4) and keys (2, 5, 6): the widths are 4 and 6.\n"
            + "  Project one of them, or score with general or additive, which take both.",
        () -> ScoreFunction.cosine().scores(q, wide));
    says("general: W is (dQ, dK), got (3).", () -> new GeneralScore(Tensor.zeros(3)));
    says(
        "additive: W_q is (dQ, hidden), W_k (dK, hidden) and v (hidden), got (4, 7), (6, 7) and"
            + " (8).",
        () -> new AdditiveScore(Tensor.zeros(4, 7), Tensor.zeros(6, 7), Tensor.zeros(8)));
  }

  private static void says(String message, Executable call) {
    assertEquals(message, assertThrows(ShapeException.class, call).getMessage());
  }

  private static double dot(Tensor a, Tensor b) {
    double sum = 0;
    for (int i = 0; i < a.numel(); i++) {
      sum += (double) a.at(i) * b.at(i);
    }
    return sum;
  }
}
