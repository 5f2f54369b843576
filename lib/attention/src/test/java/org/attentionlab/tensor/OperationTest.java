package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OperationTest {

  /** The example of the Javadoc. */
  private static Tensor square(Tensor x) {
    float[] a = Operation.read(x);
    float[] y = Operation.take(x.numel());
    for (int i = 0; i < y.length; i++) {
      y[i] = a[i] * a[i];
    }
    return Operation.result(
        "square",
        x.shape(),
        y,
        g -> {
          float[] dx = Operation.gradient(x);
          for (int i = 0; i < dx.length; i++) {
            dx[i] += 2 * g[i] * a[i];
          }
        },
        x);
  }

  @Test
  void anOperationWrittenOutsideHasAGradient() {
    Tensor x = Tensor.randn(new Random(1), 2, 3);
    assertTrue(square(x).allClose(x.mul(x), 0));
    assertTrue(GradCheck.run(in -> square(in[0]).mul(in[0]), x).passes(1e-3));
  }

  @Test
  void nothingIsRecordedForInputsWithoutGradient() {
    assertFalse(square(Tensor.ones(2)).requiresGrad());
  }

  @Test
  void aResultDoesNotShareTheArrayOfAnInput() {
    Tensor x = Tensor.ones(2);
    assertThrows(
        IllegalArgumentException.class,
        () -> Operation.result("same", new int[] {2}, Operation.read(x), g -> {}, x));
  }

  @Test
  void aBackwardMayComputeAgainWhatItNeeds() {
    Tensor x = Tensor.vector(1, 2).requiresGrad(true);
    again(x.mul(2), true).sum().backward();
    assertTrue(x.grad().allClose(Tensor.vector(8, 16), 1e-6));
  }

  @Test
  void aBackwardThatSweepsThroughItsOwnSweepIsRefused() {
    Tensor x = Tensor.vector(1, 2).requiresGrad(true);
    Tensor loss = again(x.mul(2), false).sum();
    var refused = assertThrows(IllegalStateException.class, loss::backward);
    assertEquals(
        "backward: the result of mul belongs to a sweep that is under way.\n"
            + "  A backward that calls backward itself has to compute from detach().",
        refused.getMessage());
  }

  /** The square, whose backward computes forward and backward anew in a step of its own. */
  @SuppressWarnings("try") // the step is there for its effect
  private static Tensor again(Tensor x, boolean detached) {
    return Operation.result(
        "again",
        x.shape(),
        x.mul(x).toArray(),
        g -> {
          try (var step = Workspace.step()) {
            Tensor start = detached ? x.detach().requiresGrad(true) : x;
            start.mul(start).backward(Tensor.of(g, x.shape()));
            if (detached) {
              float[] dx = Operation.gradient(x);
              float[] share = start.grad().toArray();
              for (int i = 0; i < dx.length; i++) {
                dx[i] += share[i];
              }
            }
          }
        },
        x);
  }

  @Test
  void numbersThatDoNotFillTheShapeAreRefused() {
    Tensor x = Tensor.ones(2);
    var refused =
        assertThrows(
            ShapeException.class,
            () -> Operation.result("half", new int[] {2}, new float[1], g -> {}, x));
    assertEquals("half: shape (2) needs 2 values, got 1.", refused.getMessage());
  }
}
