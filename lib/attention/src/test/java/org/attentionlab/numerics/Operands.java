package org.attentionlab.numerics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** Makes the operands of one call of a kernel, the same ones every time, and judges them after. */
final class Operands {
  private static final int SHIFTS = 7;

  private final SplittableRandom rng = new SplittableRandom(20);
  private final List<Operand> all = new ArrayList<>();

  /** For what is drawn beside the operands, such as masks. */
  SplittableRandom rng() {
    return rng;
  }

  /** n numbers around zero. */
  Operand numbers(int n) {
    return numbers(1, n, 0);
  }

  /** A matrix of numbers around zero, with a gap between its rows. */
  Operand numbers(int rows, int columns, int gap) {
    return given(rows, columns, gap, i -> rng.nextGaussian());
  }

  /** A place for n results; reading what was there gives NaN. */
  Operand blank(int n) {
    return blank(1, n, 0);
  }

  /** A place for a matrix of results. */
  Operand blank(int rows, int columns, int gap) {
    return given(rows, columns, gap, i -> Operand.MARK);
  }

  /** Given numbers. */
  Operand given(float... values) {
    return given(1, values.length, 0, i -> values[i]);
  }

  /** A matrix of numbers by their place in it. */
  Operand given(int rows, int columns, int gap, IntToDoubleFunction value) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) value.applyAsDouble(i);
    }
    Operand operand = new Operand(rows, columns, gap, all.size() % SHIFTS, values);
    all.add(operand);
    return operand;
  }

  /** Says what a kernel should have returned. */
  void returned(double found, double error, double expected) {
    Operand operand = blank(1);
    operand.array[operand.at] = (float) found;
    operand.holds(error, i -> expected);
  }

  /** What each operand should hold. */
  List<double[]> expected() {
    return all.stream().map(Operand::expected).toList();
  }

  /** What each operand holds. */
  List<double[]> found() {
    return all.stream().map(Operand::found).toList();
  }

  /** Compares each operand with what it should hold. */
  void verify(String name, List<double[]> expected) {
    for (int i = 0; i < all.size(); i++) {
      all.get(i).verify(name + ": operand " + i, expected.get(i));
    }
  }
}
