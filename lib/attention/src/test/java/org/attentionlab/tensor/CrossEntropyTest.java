package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CrossEntropyTest {
  private static final int PADDING = 0;

  @Test
  void agreesWithItsFormula() {
    Tensor logits = Tensor.randn(new Random(1), 4, 3);
    int[] targets = {2, 0, 1, 1};
    Tensor logs = logits.logSoftmax(-1);
    double sum = 0;
    for (int n = 0; n < 4; n++) {
      for (int c = 0; c < 3; c++) {
        sum -= (c == targets[n] ? 0.8 + 0.2 / 3 : 0.2 / 3) * logs.at(n, c);
      }
    }

    assertEquals(sum, CrossEntropy.sum().smoothing(0.2).loss(logits, targets).item(), 1e-5);
    assertEquals(sum / 4, CrossEntropy.mean().smoothing(0.2).loss(logits, targets).item(), 1e-5);
  }

  @Test
  void gradientIsRight() {
    Tensor logits = Tensor.randn(new Random(2), 2, 3, 5);
    int[][] targets = {{1, 4, PADDING}, {3, PADDING, PADDING}};
    for (double smoothing : new double[] {0, 0.1, 1}) {
      CrossEntropy loss = CrossEntropy.mean().ignoring(PADDING).smoothing(smoothing);
      GradCheck.Report report = GradCheck.run(in -> loss.loss(in[0], targets), logits);
      assertTrue(report.passes(5e-4), report::toString);
    }
  }

  @Test
  void aBatchCountsEveryPositionAsARow() {
    Tensor logits = Tensor.randn(new Random(3), 2, 3, 5);

    Tensor batch = logits.crossEntropy(new int[][] {{1, 4, 0}, {3, 0, 2}});

    Tensor rows = logits.reshape(6, 5).crossEntropy(new int[] {1, 4, 0, 3, 0, 2});
    assertEquals(rows.item(), batch.item());
  }

  @Test
  void ignoredRowsChangeNothing() {
    Tensor logits = Tensor.randn(new Random(4), 3, 5);
    CrossEntropy loss = CrossEntropy.mean().ignoring(-1);

    float all = loss.loss(logits, new int[] {1, -1, 2}).item();

    assertEquals(logits.take(0, 0, 2).crossEntropy(new int[] {1, 2}).item(), all, 1e-6);
  }

  @Test
  void whereAllAreIgnoredLossAndGradientAreZero() {
    Tensor logits = Tensor.randn(new Random(5), 2, 5).requiresGrad(true);
    Tensor loss = CrossEntropy.mean().ignoring(-100).loss(logits, new int[] {-100, -100});

    loss.backward();

    assertEquals(0, loss.item());
    assertTrue(logits.grad().allClose(Tensor.zeros(2, 5), 0));
    assertEquals(0, Tensor.zeros(0, 5).crossEntropy(new int[0]).item());
  }

  @Test
  void veryLargeLogitsDoNotOverflow() {
    Tensor logits = Tensor.matrix(new float[][] {{1e30f, -1e30f}, {1000, 0}});

    assertEquals(0, logits.crossEntropy(new int[] {0, 0}).item());
    assertEquals(500, logits.crossEntropy(new int[] {0, 1}).item());
  }

  @Test
  void aClassThatIsImpossibleCostsInfinity() {
    Tensor logits = Tensor.matrix(new float[][] {{Float.NEGATIVE_INFINITY, 0}});

    assertEquals(Float.POSITIVE_INFINITY, logits.crossEntropy(new int[] {0}).item());
    assertEquals(0, logits.crossEntropy(new int[] {1}).item());
  }

  @Test
  void aNaNAmongTheLogitsIsNotHidden() {
    Tensor logits = Tensor.matrix(new float[][] {{Float.NaN, 0}});

    assertTrue(Float.isNaN(logits.crossEntropy(new int[] {1}).item()));
  }

  @Test
  void aTargetThatIsNoClassIsNamed() {
    Tensor logits = Tensor.zeros(2, 3, 5);

    var outside =
        assertThrows(
            IndexOutOfBoundsException.class,
            () -> logits.crossEntropy(new int[][] {{1, 2, 3}, {4, 5, 0}}));
    assertEquals(
        "crossEntropy: target 5 at [1, 1] is not one of the 5 classes of logits (2, 3, 5).\n"
            + "  Did you mean CrossEntropy.mean().ignoring(5)?",
        outside.getMessage());
    var negative =
        assertThrows(
            IndexOutOfBoundsException.class,
            () -> CrossEntropy.mean().ignoring(0).loss(logits.get(0), new int[] {0, -100, 1}));
    assertEquals(
        "crossEntropy: target -100 at [1] is not one of the 5 classes of logits (3, 5),"
            + " nor the ignored index 0.",
        negative.getMessage());
  }

  @Test
  void shapesThatDoNotFitAreNamed() {
    Tensor logits = Tensor.zeros(2, 3, 5);

    var flat = assertThrows(ShapeException.class, () -> logits.crossEntropy(new int[6]));
    assertEquals(
        "crossEntropy: logits are (N, C) for N targets, got (2, 3, 5) for 6.\n"
            + "  Targets of (B, T, C) are int[B][T].",
        flat.getMessage());
    var other = assertThrows(ShapeException.class, () -> logits.crossEntropy(new int[3][2]));
    assertEquals(
        "crossEntropy: logits are (B, T, C) for B sequences of T targets,"
            + " got (2, 3, 5) for (3, 2).",
        other.getMessage());
    assertThrows(ShapeException.class, () -> logits.crossEntropy(new int[][] {{1, 2, 3}, {1, 2}}));
    assertThrows(IllegalArgumentException.class, () -> CrossEntropy.mean().smoothing(1.5));
    assertThrows(IllegalArgumentException.class, () -> CrossEntropy.mean().smoothing(Double.NaN));
  }
}
