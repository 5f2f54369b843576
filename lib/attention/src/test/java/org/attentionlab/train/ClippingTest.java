package org.attentionlab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ClippingTest {
  private static Tensor withGradient(float... gradient) {
    Tensor x = Tensor.zeros(gradient.length).requiresGrad(true);
    x.backward(Tensor.vector(gradient));
    return x;
  }

  @Test
  void directionStaysAndTheNormIsTheLimit() {
    Tensor a = withGradient(3, 0);
    Tensor b = withGradient(0, 4);
    assertEquals(5, Clipping.clipToGlobalNorm(List.of(a, b), 1), 1e-6);
    assertArrayEquals(new float[] {0.6f, 0}, a.grad().toArray(), 1e-5f);
    assertArrayEquals(new float[] {0, 0.8f}, b.grad().toArray(), 1e-5f);
  }

  @Test
  void shortGradientsStay() {
    Tensor a = withGradient(0.3f, 0.4f);
    assertEquals(0.5, Clipping.clipToGlobalNorm(List.of(a), 1), 1e-6);
    assertArrayEquals(new float[] {0.3f, 0.4f}, a.grad().toArray());
  }

  @Test
  void parametersWithoutGradientDoNotCount() {
    Tensor none = Tensor.zeros(3).requiresGrad(true);
    assertEquals(0, Clipping.clipToGlobalNorm(List.of(none), 1));
  }

  @Test
  void normThatIsNoNumberIsRefused() {
    Tensor a = withGradient(1, Float.NaN);
    var thrown =
        assertThrows(ArithmeticException.class, () -> Clipping.clipToGlobalNorm(List.of(a), 1));
    assertTrue(thrown.getMessage().startsWith("clip: the norm of the gradients is NaN."));
    assertThrows(IllegalArgumentException.class, () -> Clipping.clipToGlobalNorm(List.of(a), 0));
  }
}
