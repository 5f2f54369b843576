package org.attentionlab.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.attentionlab.tensor.GradCheck;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersTest {
  private final Random rng = new Random(3);

  @Test
  void embeddingTakesRowsAndSendsTheirGradientsBack() {
    Embedding embedding = Embedding.of(Tensor.matrix(new float[][] {{1, 2}, {3, 4}, {5, 6}}));

    Tensor y = embedding.forward(new int[][] {{2, 0}, {2, 2}});
    y.sum().backward();

    assertArrayEquals(new float[] {5, 6, 1, 2, 5, 6, 5, 6}, y.toArray());
    assertArrayEquals(new float[] {1, 1, 0, 0, 3, 3}, embedding.weight().grad().toArray());
    assertThrows(IndexOutOfBoundsException.class, () -> embedding.forward(new int[] {3}));
    assertThrows(ShapeException.class, () -> Embedding.of(Tensor.ones(3)));
    assertThrows(IllegalArgumentException.class, () -> new Embedding(rng, 0, 2));
  }

  @Test
  void scaledEmbeddingsHaveVarianceOne() {
    Tensor scaled = new Embedding(rng, 1000, 64).weight().mul(8);
    assertEquals(1, scaled.mul(scaled).mean().item(), 0.02);
  }

  @Test
  void normalisedVectorsHaveMeanZeroAndVarianceOne() {
    Tensor y = new LayerNorm(16).forward(Tensor.randn(rng, 3, 16).mul(5).add(7));
    assertTrue(y.mean(-1, false).allClose(Tensor.zeros(3), 1e-5));
    assertTrue(y.mul(y).mean(-1, false).allClose(Tensor.ones(3), 1e-4));
  }

  @Test
  void rootMeanSquareBecomesOneAndTheDirectionStays() {
    Tensor x = Tensor.randn(rng, 3, 16).add(2);
    Tensor y = new RmsNorm(16).forward(x);
    assertTrue(y.mul(y).mean(-1, false).allClose(Tensor.ones(3), 1e-4));
    assertEquals(x.at(1, 4) / x.at(1, 5), y.at(1, 4) / y.at(1, 5), 1e-5);
  }

  @Test
  void dropoutActsInTrainingAlone() {
    Dropout dropout = new Dropout(rng, 0.25);
    Tensor x = Tensor.ones(100, 100);

    Tensor dropped = dropout.forward(x);
    dropout.evaluate();

    assertEquals(1, dropped.mean().item(), 0.05);
    for (float value : dropped.toArray()) {
      assertTrue(value == 0 || Math.abs(value - 4 / 3f) < 1e-6, () -> "kept as " + value);
    }
    assertSame(x, dropout.forward(x));
    assertThrows(IllegalArgumentException.class, () -> new Dropout(rng, 1));
  }

  @Test
  void feedForwardHasTheParametersOfThePaper() {
    FeedForward feedForward = new FeedForward(rng, 512, 2048);
    assertEquals(512 * 2048 + 2048 + 2048 * 512 + 512, feedForward.parameterCount());
  }

  @Test
  void feedForwardTreatsEveryPositionAlike() {
    FeedForward feedForward = new FeedForward(rng, 4, 8);
    Tensor x = Tensor.randn(rng, 5, 4);
    Tensor y = feedForward.forward(x);
    assertTrue(y.get(3).allClose(feedForward.forward(x.get(3)), 1e-6));
  }

  @Test
  void feedForwardUsesItsActivation() {
    FeedForward relu = new FeedForward(rng, 4, 8);
    FeedForward gelu = new FeedForward(rng, new FeedForward.Config(4, 8, Activation.GELU, 0));
    gelu.load(relu.state());
    Tensor x = Tensor.randn(rng, 2, 4);
    Tensor hidden = relu.inner().forward(x);
    assertTrue(relu.forward(x).allClose(relu.outer().forward(hidden.relu()), 1e-6));
    assertTrue(gelu.forward(x).allClose(relu.outer().forward(hidden.gelu()), 1e-6));
  }

  @ParameterizedTest
  @CsvSource({"1, SAME", "3, SAME", "4, SAME", "1, VALID", "3, VALID"})
  void convolutionIsTheSumOverItsWindow(int width, Conv1d.Padding padding) {
    Conv1d conv = new Conv1d(rng, new Conv1d.Config(2, 3, width, padding));
    conv.bias().assign(new float[] {1, 2, 3});
    Tensor x = Tensor.randn(rng, 2, 5, 2);
    int before = padding == Conv1d.Padding.SAME ? (width - 1) / 2 : 0;

    Tensor y = conv.forward(x);

    assertArrayEquals(new int[] {2, padding == Conv1d.Padding.SAME ? 5 : 6 - width, 3}, y.shape());
    for (int b = 0; b < 2; b++) {
      for (int t = 0; t < y.size(1); t++) {
        for (int out = 0; out < 3; out++) {
          double sum = out + 1;
          for (int i = 0; i < width; i++) {
            int from = t + i - before;
            for (int in = 0; in < 2 && from >= 0 && from < 5; in++) {
              sum += x.at(b, from, in) * conv.weight().at(i, in, out);
            }
          }
          assertEquals(sum, y.at(b, t, out), 1e-5);
        }
      }
    }
  }

  @Test
  void convolutionSeesNothingOutsideItsWindow() {
    Conv1d conv = new Conv1d(rng, new Conv1d.Config(2, 2, 3, Conv1d.Padding.SAME));
    Tensor x = Tensor.randn(rng, 9, 2).requiresGrad(true);

    conv.forward(x).get(4).sum().backward();

    for (int t = 0; t < 9; t++) {
      boolean seen = x.grad().at(t, 0) != 0;
      assertEquals(t >= 3 && t <= 5, seen, "position " + t);
    }
  }

  @Test
  void convolutionHasRightGradients() {
    Conv1d conv = new Conv1d(rng, new Conv1d.Config(2, 3, 3, Conv1d.Padding.SAME));
    assertTrue(GradCheck.run(in -> conv.forward(in[0]), Tensor.randn(rng, 2, 4, 2)).passes(1e-3));
  }

  @Test
  void convolutionExplainsWhatDoesNotFit() {
    Conv1d conv = new Conv1d(rng, new Conv1d.Config(2, 3, 4, Conv1d.Padding.VALID));
    assertEquals(
        "Conv1d: the input (3, 2) is shorter than a window of 4.\n"
            + "  Padding.SAME fills it up with zeros.",
        assertThrows(ShapeException.class, () -> conv.forward(Tensor.ones(3, 2))).getMessage());
    assertEquals(
        "Conv1d: the input is (..., T, 2), got (3, 5).",
        assertThrows(ShapeException.class, () -> conv.forward(Tensor.ones(3, 5))).getMessage());
  }
}
