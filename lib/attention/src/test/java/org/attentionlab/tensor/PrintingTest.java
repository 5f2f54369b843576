package org.attentionlab.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PrintingTest {

  @Test
  void rowsAreAligned() {
    assertEquals(
        "Tensor (2, 2)\n[[ 0.5000 10.0000]\n [-1.2500  0.0000]]",
        Tensor.matrix(new float[][] {{0.5f, 10}, {-1.25f, 0}}).toString());
  }

  @Test
  void wholeNumbersHaveNoFraction() {
    assertEquals("Tensor (4)\n[0 1 2 3]", Tensor.arange(4).toString());
    assertEquals("Tensor () 3", Tensor.scalar(3).toString());
  }

  @Test
  void verySmallAndVeryLargeNumbersKeepTheirDigits() {
    assertEquals("Tensor (1)\n[1.5000e-06]", Tensor.vector(1.5e-6f).toString());
    assertEquals("Tensor (1)\n[1.2345e+08]", Tensor.vector(123450000.0f).toString());
  }

  @Test
  void infinityAndNaNAreNamed() {
    assertEquals(
        "Tensor (3)\n[  -Inf    NaN 0.5000]",
        Tensor.vector(Float.NEGATIVE_INFINITY, Float.NaN, 0.5f).toString());
  }

  @Test
  void matricesOfAStackAreSetApart() {
    assertEquals(
        "Tensor (2, 1, 2)\n[[[0 1]]\n\n [[2 3]]]", Tensor.arange(4).reshape(2, 1, 2).toString());
  }

  @Test
  void longAxesShowTheirEnds() {
    assertEquals("Tensor (100)\n[ 0  1  2 ... 97 98 99]", Tensor.arange(100).toString());
    assertEquals(
        """
        Tensor (10, 40)
        [[  0   1   2 ...  37  38  39]
         [ 40  41  42 ...  77  78  79]
         [ 80  81  82 ... 117 118 119]
         ...
         [280 281 282 ... 317 318 319]
         [320 321 322 ... 357 358 359]
         [360 361 362 ... 397 398 399]]""",
        Tensor.arange(400).reshape(10, 40).toString());
  }

  @Test
  void manyAxesDoNotFlood() {
    String text = Tensor.randn(new Random(1), 6, 5, 4, 3, 20, 30).toString();
    assertTrue(text.length() < 1000, text);
    assertTrue(text.startsWith("Tensor (6, 5, 4, 3, 20, 30)\n"), text);
  }

  @Test
  void manyShortAxesDoNotFloodEither() {
    for (int[] shape : new int[][] {{2, 2, 2, 2, 2, 2, 2, 2}, {1_000_000}, {1, 100_000, 1, 1}}) {
      String text = Tensor.randn(new Random(1), shape).toString();
      assertTrue(text.lines().count() < 40 && text.length() < 1000, text);
    }
    String ones = Tensor.ones(1, 1, 1, 1, 1, 1, 1, 1, 1, 1).toString();
    assertEquals("Tensor (1, 1, 1, 1, 1, 1, 1, 1, 1, 1)\n[[[[[[[[[[1]]]]]]]]]]", ones);
  }

  @Test
  void mixedScalesStayReadable() {
    assertEquals(
        "Tensor (3)\n[ 1.0000e-20  3.0000e+38 -2.5000e+00]",
        Tensor.vector(1e-20f, 3e38f, -2.5f).toString());
    assertEquals("Tensor (2)\n[0.0000 1.5000]", Tensor.vector(1e-20f, 1.5f).toString());
    assertEquals(
        "Tensor (3)\n[ NaN  Inf -Inf]",
        Tensor.vector(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY).toString());
  }

  @Test
  void emptyTensorsSaySo() {
    assertEquals("Tensor (2, 0)\n[]", Tensor.zeros(2, 0).toString());
  }
}
