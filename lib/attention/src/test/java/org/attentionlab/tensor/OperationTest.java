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
  void numbersThatDoNotFillTheShapeAreRefused() {
    Tensor x = Tensor.ones(2);
    var refused =
        assertThrows(
            ShapeException.class,
            () -> Operation.result("half", new int[] {2}, new float[1], g -> {}, x));
    assertEquals("half: shape (2) needs 2 values, got 1.", refused.getMessage());
  }
}
