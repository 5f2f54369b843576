package org.attentionlab.metrics;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Which class is taken for which: a row for each true class, a column for each predicted one.
 *
 * <pre>
 *           cat  dog
 * cat         5    1     of six cats one was taken for a dog
 * dog         0    4
 * </pre>
 */
public final class ConfusionTable {
  private final List<String> labels;
  private final long[][] counts;

  private ConfusionTable(List<String> labels, long[][] counts) {
    this.labels = labels;
    this.counts = counts;
  }

  /**
   * Counts predictions.
   *
   * @param labels names of the classes
   * @param predicted classes that a model says (N), from 0 to the number of labels - 1
   * @param targets classes that are right (N)
   * @return the table
   * @throws IllegalArgumentException if the numbers differ, there is no label, or a class has none
   */
  public static ConfusionTable of(List<String> labels, int[] predicted, int[] targets) {
    Accuracy.requireEqual("ConfusionTable", "classes", predicted.length, targets.length);
    int n = labels.size();
    if (n == 0) {
      throw new IllegalArgumentException("ConfusionTable: there are no labels.");
    }
    long[][] counts = new long[n][n];
    for (int i = 0; i < targets.length; i++) {
      requireLabel("predicted", i, predicted[i], n);
      requireLabel("target", i, targets[i], n);
      counts[targets[i]][predicted[i]]++;
    }
    return new ConfusionTable(List.copyOf(labels), counts);
  }

  private static void requireLabel(String role, int place, int id, int labels) {
    if (id < 0 || id >= labels) {
      throw new IllegalArgumentException(
          "ConfusionTable: "
              + role
              + " class "
              + id
              + " at "
              + place
              + " has none of the "
              + labels
              + " labels.");
    }
  }

  /**
   * How often a class was taken for another.
   *
   * @param truth the true class
   * @param prediction the predicted class
   * @return how often
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public long count(int truth, int prediction) {
    requireClass(truth);
    requireClass(prediction);
    return counts[truth][prediction];
  }

  private void requireClass(int id) {
    if (id < 0 || id >= counts.length) {
      throw new IndexOutOfBoundsException(
          "ConfusionTable: there is no class "
              + id
              + "; classes run from 0 to "
              + (counts.length - 1)
              + ".");
    }
  }

  /**
   * The names of the classes.
   *
   * @return the labels in the order of rows and columns
   */
  public List<String> labels() {
    return labels;
  }

  /**
   * Precision, recall and F1 of one class against all others.
   *
   * @param label a class
   * @return its counts
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public F1 f1(int label) {
    requireClass(label);
    long predicted = IntStream.range(0, counts.length).mapToLong(row -> counts[row][label]).sum();
    long relevant = LongStream.of(counts[label]).sum();
    return new F1(counts[label][label], predicted, relevant);
  }

  /**
   * The mean of the classes' F1, each as weighty as the other.
   *
   * @return from 0 to 1; a class that neither occurs nor is predicted counts as 0
   */
  public double macroF1() {
    return IntStream.range(0, counts.length).mapToDouble(c -> f1(c).value()).average().orElse(0);
  }

  /**
   * F1 over the counts of all classes together: with one class for each example the accuracy.
   *
   * @return from 0 to 1
   */
  public double microF1() {
    return IntStream.range(0, counts.length)
        .mapToObj(this::f1)
        .reduce(new F1(0, 0, 0), F1::plus)
        .value();
  }

  /** Aligned rows; true classes from top to bottom, predicted ones from left to right. */
  @Override
  public String toString() {
    int width = labels.stream().mapToInt(String::length).max().orElse(0);
    for (long[] row : counts) {
      for (long count : row) {
        width = Math.max(width, Long.toString(count).length());
      }
    }
    String cell = "%" + (width + 2) + "s";
    StringBuilder text = new StringBuilder(("%-" + width + "s").formatted(""));
    labels.forEach(label -> text.append(cell.formatted(label)));
    for (int row = 0; row < counts.length; row++) {
      text.append(("\n%-" + width + "s").formatted(labels.get(row)));
      for (long count : counts[row]) {
        text.append(cell.formatted(count));
      }
    }
    return text.toString();
  }
}
