package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NormTest {

  @Test
  void gradientsOfLayerNormAreRight() {
    Random rng = new Random(1);
    GradCheck.Report report =
        GradCheck.run(
            in -> in[0].layerNorm(in[1], in[2], 1e-5),
            Tensor.randn(rng, 2, 3, 5),
            Tensor.randn(rng, 5),
            Tensor.randn(rng, 5));
    assertTrue(report.passes(1e-3), report::toString);
  }

  @Test
  void gradientsOfRmsNormAreRight() {
    Random rng = new Random(2);
    GradCheck.Report report =
        GradCheck.run(
            in -> in[0].rmsNorm(in[1], 1e-6), Tensor.randn(rng, 4, 5), Tensor.randn(rng, 5));
    assertTrue(report.passes(1e-3), report::toString);
  }

  @Test
  void layerNormAgreesWithItsFormula() {
    Random rng = new Random(3);
    Tensor x = Tensor.randn(rng, 2, 3, 8).mul(5).add(2);
    Tensor gain = Tensor.randn(rng, 8);
    Tensor bias = Tensor.randn(rng, 8);
    Tensor centred = x.sub(x.mean(-1, true));
    Tensor variance = centred.mul(centred).mean(-1, true);

    Tensor expected = centred.div(variance.add(1e-5).sqrt()).mul(gain).add(bias);

    assertTrue(x.layerNorm(gain, bias, 1e-5).allClose(expected, 1e-5));
  }

  @Test
  void rmsNormAgreesWithItsFormula() {
    Random rng = new Random(4);
    Tensor x = Tensor.randn(rng, 2, 8);
    Tensor gain = Tensor.randn(rng, 8);

    Tensor expected = x.div(x.mul(x).mean(-1, true).add(1e-6).sqrt()).mul(gain);

    assertTrue(x.rmsNorm(gain, 1e-6).allClose(expected, 1e-5));
  }

  @Test
  void aConstantRowBecomesTheBias() {
    Tensor y = Tensor.full(7, 1, 4).layerNorm(Tensor.ones(4), Tensor.arange(4), 1e-5);
    assertArrayEquals(new float[] {0, 1, 2, 3}, y.toArray());
  }

  @Test
  void rowsFarFromZeroKeepTheirVariance() {
    Tensor x = Tensor.vector(100_000, 100_001, 100_002, 100_003);
    Tensor y = x.layerNorm(Tensor.ones(4), Tensor.zeros(4), 1e-5);
    assertEquals(-1.3416, y.at(0), 1e-3);
  }

  @Test
  void noRowsGiveNoRows() {
    Tensor y = Tensor.zeros(0, 4).layerNorm(Tensor.ones(4), Tensor.zeros(4), 1e-5);
    assertArrayEquals(new int[] {0, 4}, y.shape());
  }

  @Test
  void wrongShapesAreNamed() {
    Tensor x = Tensor.zeros(2, 3, 8);
    var refused =
        assertThrows(
            ShapeException.class, () -> x.layerNorm(Tensor.ones(8), Tensor.zeros(3), 1e-5));
    assertEquals(
        "layerNorm: bias is as wide as the last axis of (2, 3, 8), (8), got (3).",
        refused.getMessage());
    assertThrows(ShapeException.class, () -> x.rmsNorm(Tensor.ones(1, 8), 1e-5));
    assertThrows(ShapeException.class, () -> Tensor.scalar(1).rmsNorm(Tensor.ones(1), 1e-5));
    assertThrows(ShapeException.class, () -> Tensor.zeros(2, 0).rmsNorm(Tensor.ones(0), 1e-5));
    assertThrows(IllegalArgumentException.class, () -> x.rmsNorm(Tensor.ones(8), 0));
  }
}
