package org.attentionlab.attention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.attentionlab.tensor.GradCheck;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttentionTest {
  private final Random rng = new Random(7);

  @Test
  void threeByFourExampleGivesItsPublishedNumbers() {
    Tensor x =
        Tensor.matrix(
            new float[][] {{.1f, .2f, .3f, .4f}, {.5f, .6f, .7f, .8f}, {.9f, 1, 1.1f, 1.2f}});

    Tensor scores = ScoreFunction.scaledDot().scores(x, x);
    AttentionResult result = Attention.scaledDotProduct(x, x, x);

    close(new double[][] {{.15, .35, .55}, {.35, .87, 1.39}, {.55, 1.39, 2.23}}, scores);
    close(
        new double[][] {
          {.2693075, .32893292, .40175958},
          {.18144722, .30519923, .51335355},
          {.11518186, .26680345, .6180147}
        },
        result.weights());
    close(
        new double[][] {
          {.55298083, .65298083, .75298083, .85298083},
          {.63276253, .73276253, .83276253, .93276253},
          {.70113314, .80113314, .90113314, 1.00113314}
        },
        result.output());
  }

  @Test
  void permutedInputGivesPermutedWeightsAndOutputs() {
    int[] order = {2, 0, 3, 1};
    Tensor x = Tensor.randn(rng, 4, 8);
    Tensor permuted = x.take(0, order);

    AttentionResult plain = Attention.scaledDotProduct(x, x, x);
    AttentionResult result = Attention.scaledDotProduct(permuted, permuted, permuted);

    // The scores are the same numbers, and the weights sum in double; the outputs sum in float in
    // another order.
    assertTrue(plain.weights().take(0, order).take(1, order).allClose(result.weights(), 0));
    assertTrue(plain.output().take(0, order).allClose(result.output(), 3e-7f));
  }

  @Test
  void mouseTakesOnTheMeaningOfItsSentence() {
    float[] mouse = {1, 1, 0, 0};
    float[] link = {0, 0, 1, 0};
    Tensor animals =
        Tensor.matrix(new float[][] {{1, 0, 0, 0}, link, mouse, link, {.2f, 0, 0, .5f}});
    Tensor devices =
        Tensor.matrix(new float[][] {{0, 1, 0, 0}, link, mouse, link, {0, .2f, 0, .5f}});

    Tensor besideCat = Attention.scaledDotProduct(animals, animals, animals).output().get(2);
    Tensor besideKeyboard = Attention.scaledDotProduct(devices, devices, devices).output().get(2);

    assertEquals(.614, besideCat.at(0), 5e-4);
    assertEquals(.364, besideCat.at(1), 5e-4);
    assertEquals(.364, besideKeyboard.at(0), 5e-4);
    assertEquals(.614, besideKeyboard.at(1), 5e-4);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void worksWithAnyAxesInFront(int front) {
    int[][] fronts = {{}, {2}, {2, 3}};
    int[] axes = fronts[front];
    Tensor q = Tensor.randn(rng, with(axes, 5, 4));
    Tensor k = Tensor.randn(rng, with(axes, 7, 4));
    Tensor v = Tensor.randn(rng, with(axes, 7, 6));

    AttentionResult result = Attention.scaledDotProduct(q, k, v);

    assertArrayEquals(with(axes, 5, 7), result.weights().shape());
    assertArrayEquals(with(axes, 5, 6), result.output().shape());
    Tensor sums = result.weights().sum(-1, false);
    assertTrue(sums.allClose(Tensor.ones(sums.shape()), 1e-6f));
    int[] last = new int[axes.length];
    for (int i = 0; i < last.length; i++) {
      last[i] = axes[i] - 1;
    }
    AttentionResult alone = Attention.scaledDotProduct(q.get(last), k.get(last), v.get(last));
    assertTrue(result.output().get(last).allClose(alone.output(), 1e-6f));
  }

  @Test
  void causalMaskHidesTheFuture() {
    Tensor x = Tensor.randn(rng, 2, 5, 4);
    float[] changed = x.toArray();
    for (int i = 3 * 4; i < 5 * 4; i++) {
      changed[i] += 10;
    }
    Tensor other = Tensor.of(changed, 2, 5, 4);

    AttentionResult plain = Attention.scaledDotProduct(x, x, x, Mask.causal(5));
    AttentionResult result = Attention.scaledDotProduct(other, other, other, Mask.causal(5));

    for (int t = 0; t < 5; t++) {
      for (int s = t + 1; s < 5; s++) {
        assertEquals(0, plain.weights().at(0, t, s));
      }
    }
    assertArrayEquals(
        plain.output().get(0).slice(0, 0, 3).toArray(),
        result.output().get(0).slice(0, 0, 3).toArray(),
        "the first three see nothing of the last two");
  }

  @Test
  void paddedKeysGetNoWeight() {
    Tensor q = Tensor.randn(rng, 3, 2, 4);
    Tensor k = Tensor.randn(rng, 3, 5, 4);
    int[] lengths = {5, 2, 1};

    AttentionResult result = Attention.scaledDotProduct(q, k, k, Mask.padding(lengths, 5));

    for (int b = 0; b < 3; b++) {
      Tensor real = k.get(b).slice(0, 0, lengths[b]);
      AttentionResult cut = Attention.scaledDotProduct(q.get(b), real, real);
      assertTrue(result.output().get(b).allClose(cut.output(), 1e-6f));
    }
  }

  @Test
  void fullyMaskedRowGivesZerosAndNoGradientNeverNaN() {
    Tensor q = Tensor.randn(rng, 2, 3).requiresGrad(true);
    Tensor k = Tensor.randn(rng, 4, 3).requiresGrad(true);
    Tensor v = Tensor.randn(rng, 4, 3).requiresGrad(true);
    Mask mask = Mask.of(new boolean[][] {{false, false, false, false}, {true, false, true, true}});

    AttentionResult result = Attention.scaledDotProduct(q, k, v, mask);
    result.output().mul(result.output()).sum().backward();

    assertArrayEquals(new float[4], result.weights().get(0).toArray());
    assertArrayEquals(new float[3], result.output().get(0).toArray());
    assertArrayEquals(new float[3], q.grad().get(0).toArray());
    assertArrayEquals(new float[3], k.grad().get(1).toArray());
    assertArrayEquals(new float[3], v.grad().get(1).toArray());
    for (Tensor input : new Tensor[] {q, k, v}) {
      assertTrue(Float.isFinite(input.grad().sum().item()));
      assertTrue(input.grad().mul(input.grad()).sum().item() > 0);
    }
  }

  @Test
  void scoresOfAThousandPickTheBestKey() {
    Tensor q = Tensor.matrix(new float[][] {{2000, 0}});
    Tensor k = Tensor.matrix(new float[][] {{1, 0}, {0, 1}, {-1, 0}});
    Tensor v = Tensor.matrix(new float[][] {{1}, {2}, {3}});

    AttentionResult result = Attention.scaledDotProduct(q, k, v);

    assertArrayEquals(new float[] {1, 0, 0}, result.weights().toArray());
    assertEquals(1, result.output().item());
  }

  @Test
  void gradientsAreRightUnderAMask() {
    Tensor q = Tensor.randn(rng, 2, 3, 4);
    Tensor k = Tensor.randn(rng, 2, 3, 4);
    Tensor v = Tensor.randn(rng, 2, 3, 5);

    var report =
        GradCheck.run(
            in -> Attention.scaledDotProduct(in[0], in[1], in[2], Mask.causal(3)).output(),
            q,
            k,
            v);

    assertTrue(report.passes(5e-4), report::toString);
  }

  @Test
  void shapesThatDoNotFitAreExplained() {
    Tensor q = Tensor.zeros(2, 3, 4);
    says(
        "scaledDot: queries (2, 3, 4) and keys (2, 5, 6): the widths are 4 and 6.\n"
            + "  Project one of them, or score with general or additive, which take both.",
        () -> Attention.scaledDotProduct(q, Tensor.zeros(2, 5, 6), Tensor.zeros(2, 5, 6)));
    says(
        "attention: keys (2, 6, 4) and values (2, 5, 4): there are 6 keys and 5 values;"
            + " each key needs its value.",
        () -> Attention.scaledDotProduct(q, Tensor.zeros(2, 6, 4), Tensor.zeros(2, 5, 4)));
    says(
        "mask: (5, 5) does not expand to the scores (2, 3, 3), whose last axes are queries and"
            + " keys.",
        () -> Attention.scaledDotProduct(q, q, q, Mask.causal(5)));
    says(
        "attention: queries are (..., T, dQ), got (4).\n  Did you mean unsqueeze(0)?",
        () -> Attention.scaledDotProduct(Tensor.zeros(4), q, q));
  }

  private static void says(String message, org.junit.jupiter.api.function.Executable call) {
    assertEquals(message, assertThrows(ShapeException.class, call).getMessage());
  }

  private static void close(double[][] expected, Tensor actual) {
    for (int i = 0; i < expected.length; i++) {
      for (int j = 0; j < expected[i].length; j++) {
        assertEquals(expected[i][j], actual.at(i, j), 2e-7, "at " + i + ", " + j);
      }
    }
    assertArrayEquals(new int[] {expected.length, expected[0].length}, actual.shape());
  }

  private static int[] with(int[] front, int rows, int columns) {
    int[] shape = java.util.Arrays.copyOf(front, front.length + 2);
    shape[front.length] = rows;
    shape[front.length + 1] = columns;
    return shape;
  }
}
