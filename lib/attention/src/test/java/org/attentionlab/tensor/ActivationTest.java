package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationTest {

  @ParameterizedTest
  @CsvSource({
    // Of the usual tables of the normal distribution.
    "-4, 3.167124183312e-5",
    "-3, 1.349898031630e-3",
    "-1, 0.158655253931457",
    "0, 0.5",
    "0.5, 0.691462461274013",
    "1.96, 0.975002104851780",
    "3, 0.998650101968370",
    "5, 0.999999713348428"
  })
  void geluAgreesWithTables(double x, double below) {
    float y = Tensor.scalar((float) x).gelu().item();
    assertEquals(x * below, y, 3e-7 * Math.max(1, Math.abs(x)));
  }

  @Test
  void geluKeepsItsLimits() {
    Tensor x = Tensor.vector(-100, 100, Float.NEGATIVE_INFINITY, Float.NaN);
    for (Tensor y : new Tensor[] {x.gelu(), x.geluTanh()}) {
      assertEquals(0, y.at(0), 0);
      assertEquals(100, y.at(1));
      assertTrue(Float.isNaN(y.at(3)));
    }
  }

  @Test
  void bothFormsOfGeluAreNear() {
    Tensor x = Tensor.uniform(new Random(1), -6, 6, 1000);
    assertTrue(x.gelu().allClose(x.geluTanh(), 5e-4));
  }

  @Test
  void dropoutKeepsTheMeanAndTheShare() {
    Tensor y = Tensor.ones(200, 500).dropout(new Random(1), 0.3);
    float[] values = y.toArray();
    int zeros = 0;
    for (float value : values) {
      if (value == 0) {
        zeros++;
      } else {
        assertEquals(1 / 0.7, value, 1e-6);
      }
    }
    assertEquals(0.3, zeros / (double) values.length, 0.005);
    assertEquals(1, y.mean().item(), 0.01);
  }

  @Test
  void dropoutIsTheSameForTheSameSeedAlone() {
    Tensor x = Tensor.ones(100);
    Random rng = new Random(7);
    Tensor first = x.dropout(rng, 0.5);
    assertTrue(first.allClose(x.dropout(new Random(7), 0.5), 0));
    assertTrue(!first.allClose(x.dropout(rng, 0.5), 0));
  }

  @Test
  void dropoutPassesTheGradientWhereItPassedTheNumber() {
    Tensor x = Tensor.ones(50).requiresGrad(true);
    Tensor y = x.dropout(new Random(3), 0.4);

    y.sum().backward();

    assertTrue(x.grad().allClose(y, 0));
  }

  @Test
  void withoutDropoutTheTensorStays() {
    Tensor x = Tensor.ones(3);
    assertSame(x, x.dropout(new Random(1), 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
  void chancesOutsideTheRangeAreRefused(double p) {
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> Tensor.ones(3).dropout(new Random(1), p));
    assertEquals(
        "dropout: p is the chance of zero and lies in [0, 1), but is " + p + ".",
        refused.getMessage());
  }
}
