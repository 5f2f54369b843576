package org.attentionlab.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a training went through, step by step, as columns of one length.
 *
 * <p>A column goes into a plot or a table as it is. Where a step was not validated, or the norm not
 * measured, NaN stands.
 */
public final class History {
  private final int before;
  private double[] losses = new double[64];
  private double[] rates = new double[64];
  private double[] norms = new double[64];
  private double[] validations = new double[64];
  private int steps;
  private boolean stoppedEarly;

  /** What follows steps that were taken before. */
  History(int before) {
    this.before = before;
  }

  void add(double loss, double rate, double norm) {
    if (steps == losses.length) {
      losses = Arrays.copyOf(losses, 2 * steps);
      rates = Arrays.copyOf(rates, 2 * steps);
      norms = Arrays.copyOf(norms, 2 * steps);
      validations = Arrays.copyOf(validations, 2 * steps);
    }
    losses[steps] = loss;
    rates[steps] = rate;
    norms[steps] = norm;
    validations[steps] = Double.NaN;
    steps++;
  }

  void validated(double value) {
    validations[steps - 1] = value;
  }

  void stopEarly() {
    stoppedEarly = true;
  }

  /**
   * How many steps were taken.
   *
   * @return the length of every column
   */
  public int steps() {
    return steps;
  }

  /**
   * The number of each step, from 1; behind those of an earlier training that was resumed.
   *
   * @return a column
   */
  public double[] step() {
    double[] numbers = new double[steps];
    Arrays.setAll(numbers, i -> before + i + 1);
    return numbers;
  }

  /**
   * The loss of each step, before the parameters moved.
   *
   * @return a column
   */
  public double[] loss() {
    return Arrays.copyOf(losses, steps);
  }

  /**
   * The learning rate of each step.
   *
   * @return a column
   */
  public double[] rate() {
    return Arrays.copyOf(rates, steps);
  }

  /**
   * The norm of all gradients before clipping, where there was clipping.
   *
   * @return a column
   */
  public double[] norm() {
    return Arrays.copyOf(norms, steps);
  }

  /**
   * The measure of the validations, at the steps after which there was one.
   *
   * @return a column
   */
  public double[] validation() {
    return Arrays.copyOf(validations, steps);
  }

  /**
   * The mean of the last losses, which is steadier than the last one.
   *
   * @param count of how many, at least 1; where there were fewer steps, of all
   * @return the mean; NaN where there was no step
   * @throws IllegalArgumentException if the count is below 1
   */
  public double meanLoss(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "meanLoss: the mean is of 1 loss or more, not " + count + ".");
    }
    int from = Math.max(0, steps - count);
    return Arrays.stream(losses, from, steps).average().orElse(Double.NaN);
  }

  /**
   * The best validation.
   *
   * @return the greatest measure, if there was a validation
   */
  public OptionalDouble best() {
    return Arrays.stream(validations, 0, steps).filter(v -> !Double.isNaN(v)).max();
  }

  /**
   * Whether the training ended before its last step because validations no longer improved.
   *
   * @return true if it did
   */
  public boolean stoppedEarly() {
    return stoppedEarly;
  }

  /**
   * All columns by name, for a table.
   *
   * @return step, loss, rate, norm and validation
   */
  public Map<String, double[]> columns() {
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("step", step());
    columns.put("loss", loss());
    columns.put("rate", rate());
    columns.put("norm", norm());
    columns.put("validation", validation());
    return columns;
  }

  /**
   * All columns as comma-separated values with a header; an empty field where there is no number.
   *
   * @return the text
   */
  public String toCsv() {
    StringBuilder out = new StringBuilder(String.join(",", columns().keySet())).append('\n');
    for (int i = 0; i < steps; i++) {
      out.append(before + i + 1);
      for (double value : new double[] {losses[i], rates[i], norms[i], validations[i]}) {
        out.append(',').append(Double.isNaN(value) ? "" : String.valueOf(value));
      }
      out.append('\n');
    }
    return out.toString();
  }

  /** One line: how many steps, from which loss to which, and the best validation. */
  @Override
  public String toString() {
    if (steps == 0) {
      return "no steps";
    }
    String line =
        String.format(Locale.ROOT, "%d steps, loss %.4f to %.4f", steps, losses[0], meanLoss(10));
    if (best().isPresent()) {
      line += String.format(Locale.ROOT, ", best validation %.4f", best().getAsDouble());
    }
    return stoppedEarly ? line + ", stopped early" : line;
  }
}
