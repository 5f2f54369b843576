package org.attentionlab.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * What a kernel reads or writes: a matrix in an array of its own, with marks before, behind and
 * between its rows that the kernel must neither use nor touch. An operand that nobody gave a
 * formula to is an input and must stay as it is.
 */
final class Operand {
  /** What a number of the result should be. */
  @FunctionalInterface
  interface Formula {
    double at(int row, int column);
  }

  /** A NaN of its own: read, it spoils the result; written over, it is missed. */
  static final float MARK = Float.intBitsToFloat(0x7fc0beef);

  private static final int AROUND = 17;

  final float[] array;
  final int at;
  final int ld;
  private final int rows;
  private final int columns;
  private final float[] before;
  private boolean written;
  private double tolerance;
  private Formula least;
  private Formula formula;

  /**
   * A matrix.
   *
   * @param values (rows, columns) without gaps
   * @param gap marks between two rows
   * @param shift moves the place of the first number, so that operands do not begin alike
   */
  Operand(int rows, int columns, int gap, int shift, float[] values) {
    this.rows = rows;
    this.columns = columns;
    at = AROUND + shift;
    ld = columns + gap;
    array = new float[at + rows * ld + AROUND];
    Arrays.fill(array, MARK);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(values, i * columns, array, at + i * ld, columns);
    }
    before = array.clone();
  }

  /** A number as it was before the kernel ran. */
  double get(int row, int column) {
    return before[at + row * ld + column];
  }

  /** The same by its place in the matrix without gaps. */
  double get(int place) {
    return get(place / columns, place % columns);
  }

  /** Says what the numbers are when the kernel has run, to an error relative to at least 1. */
  void holds(double error, Formula result) {
    holds(error, (i, j) -> 1, result);
  }

  /** The same by place. */
  void holds(double error, IntToDoubleFunction result) {
    holds(error, (i, j) -> result.applyAsDouble(i * columns + j));
  }

  /** The same where the error is relative to at least a given size. */
  void holds(double error, Formula least, Formula result) {
    written = true;
    tolerance = error;
    this.least = least;
    formula = result;
  }

  /** What the formula gives, row by row; nothing for an input. */
  double[] expected() {
    double[] all = new double[written ? rows * columns : 0];
    for (int place = 0; place < all.length; place++) {
      all[place] = formula.at(place / columns, place % columns);
    }
    return all;
  }

  /** Compares with what is expected, and what surrounds the numbers with what was there. */
  void verify(String name, double[] expected) {
    float[] now = array.clone();
    for (int place = 0; place < expected.length; place++) {
      int i = place / columns;
      int j = place % columns;
      compare(name, i, j, expected[place], now[at + i * ld + j]);
      now[at + i * ld + j] = before[at + i * ld + j];
    }
    for (int place = 0; place < now.length; place++) {
      if (Float.floatToRawIntBits(now[place]) != Float.floatToRawIntBits(before[place])) {
        fail(name + ": touched at " + place + " with its numbers at " + at + " and ld " + ld);
      }
    }
  }

  /** The numbers that stand there now, row by row; nothing for an input. */
  double[] found() {
    double[] all = new double[written ? rows * columns : 0];
    for (int place = 0; place < all.length; place++) {
      all[place] = array[at + place / columns * ld + place % columns];
    }
    return all;
  }

  private void compare(String name, int i, int j, double expected, float found) {
    float rounded = (float) expected;
    if (!Float.isFinite(rounded)) {
      assertEquals(rounded, found, name + " [" + i + "][" + j + "]");
      return;
    }
    double allowed = tolerance * Math.max(least.at(i, j), Math.abs(expected)) + Float.MIN_VALUE;
    if (!(Math.abs(found - expected) <= allowed)) {
      fail(name + " [" + i + "][" + j + "]: expected " + expected + ", got " + found);
    }
  }
}
