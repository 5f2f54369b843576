package org.attentionlab.grading.expect;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the first place in which two grids of one shape differ. */
final class Difference {

  /** A longer row is not shown whole: the number alone is. */
  private static final int LONGEST_ROW = 8;

  private static final int FEW_DIGITS = 4;
  private static final int MANY_DIGITS = 8;

  private Difference() {}

  /** For example {@code weights[0][0]: expected 0.42 0.31 0.27, got 0.61 0.25 0.14}. */
  static String describe(String name, Grid expected, Grid got, double tolerance) {
    int at = got.firstDifference(expected, tolerance);
    int row = Math.max(1, expected.rowLength());
    boolean whole = row <= LONGEST_ROW;
    int from = whole ? at / row * row : at;
    int to = whole ? from + row : at + 1;
    String wanted = numbers(expected::value, from, to, FEW_DIGITS);
    String given = numbers(got::value, from, to, FEW_DIGITS);
    if (wanted.equals(given)) {
      wanted = numbers(expected::value, from, to, MANY_DIGITS);
      given = numbers(got::value, from, to, MANY_DIGITS);
    }
    return name + index(expected, at, whole) + ": expected " + wanted + ", got " + given;
  }

  private static String index(Grid grid, int at, boolean wholeRow) {
    int[] shape = grid.shape();
    StringBuilder index = new StringBuilder();
    int rest = at;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      if (axis < shape.length - 1 || !wholeRow) {
        index.insert(0, "[" + rest % shape[axis] + "]");
      }
      rest /= shape[axis];
    }
    return index.toString();
  }

  private static String numbers(IntToDoubleFunction value, int from, int to, int digits) {
    return IntStream.range(from, to)
        .mapToObj(i -> number(value.applyAsDouble(i), digits))
        .collect(Collectors.joining(" "));
  }

  private static String number(double value, int digits) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded =
        BigDecimal.valueOf(value).round(new MathContext(digits)).stripTrailingZeros();
    boolean plain = Math.abs(value) >= 1e-4 && Math.abs(value) < 1e7;
    return plain ? rounded.toPlainString() : rounded.toString();
  }
}
