package org.attentionlab.attention;

import java.util.List;
import java.util.stream.IntStream;
import org.attentionlab.tensor.Operation;

/**
 * The settings of {@link MultiHeadAttention}. Start from {@link #of} and change what differs:
 *
 * <pre>MultiHeadConfig.of(512, 8).withKeyValueHeads(2).withDropout(0.1)</pre>
 *
 * @param dModel width of queries and output
 * @param heads H, how many heads look at the input
 * @param keyValueHeads G, how many heads of keys and values they share: H for multi-head, 1 for
 *     multi-query, in between for grouped-query attention; H is a multiple of it
 * @param dK width of the queries and keys of one head
 * @param dV width of the values of one head
 * @param dSource width of the input to keys and values
 * @param bias whether the four projections have a bias; the paper's have none
 * @param dropout the chance that a weight is dropped in training, from 0 to below 1
 */
public record MultiHeadConfig(
    int dModel,
    int heads,
    int keyValueHeads,
    int dK,
    int dV,
    int dSource,
    boolean bias,
    double dropout) {

  /**
   * Checks the ranges, and that the heads share keys and values evenly.
   *
   * @throws IllegalArgumentException if a number is below 1 or dropout outside of [0, 1), or the
   *     heads cannot share evenly, or are wider together than a Java array is long
   */
  public MultiHeadConfig {
    positive("dModel", dModel);
    positive("heads", heads);
    positive("keyValueHeads", keyValueHeads);
    positive("dK", dK);
    positive("dV", dV);
    positive("dSource", dSource);
    if (heads % keyValueHeads != 0) {
      throw new IllegalArgumentException(
          "MultiHeadAttention: "
              + heads
              + " heads do not share "
              + keyValueHeads
              + " key-value heads evenly; "
              + divisors(heads)
              + " would do.");
    }
    Operation.numel("MultiHeadAttention", heads, Math.max(dK, dV));
    if (!(dropout >= 0 && (float) dropout < 1)) {
      throw new IllegalArgumentException(
          "MultiHeadAttention: dropout lies in [0, 1), but is " + dropout + ".");
    }
  }

  /**
   * The usual settings: dK = dV = dModel / heads, one head of keys and values for each head, with
   * biases, without dropout.
   *
   * <p>Vaswani et al. (2017), section 3.2.2, but for the biases, which BERT, GPT-2 and most
   * libraries have.
   *
   * @param dModel width of queries, keys, values and output
   * @param heads how many heads
   * @return the settings
   * @throws IllegalArgumentException if dModel is not divisible by the heads
   */
  public static MultiHeadConfig of(int dModel, int heads) {
    positive("dModel", dModel);
    positive("heads", heads);
    if (dModel % heads != 0) {
      throw new IllegalArgumentException(
          "MultiHeadAttention: dModel "
              + dModel
              + " is not divisible by "
              + heads
              + " heads; "
              + divisors(dModel)
              + " would do.");
    }
    int width = dModel / heads;
    return new MultiHeadConfig(dModel, heads, heads, width, width, dModel, true, 0);
  }

  /**
   * The same with shared keys and values.
   *
   * @param count G, a divisor of the heads
   * @return the settings
   */
  public MultiHeadConfig withKeyValueHeads(int count) {
    return new MultiHeadConfig(dModel, heads, count, dK, dV, dSource, bias, dropout);
  }

  /**
   * The same with other widths of a head.
   *
   * @param queryAndKey dK
   * @param value dV
   * @return the settings
   */
  public MultiHeadConfig withHeadWidths(int queryAndKey, int value) {
    return new MultiHeadConfig(
        dModel, heads, keyValueHeads, queryAndKey, value, dSource, bias, dropout);
  }

  /**
   * The same with keys and values from an input of another width, for cross-attention.
   *
   * @param width dSource
   * @return the settings
   */
  public MultiHeadConfig withSource(int width) {
    return new MultiHeadConfig(dModel, heads, keyValueHeads, dK, dV, width, bias, dropout);
  }

  /**
   * The same without biases, as in the paper.
   *
   * @return the settings
   */
  public MultiHeadConfig withoutBias() {
    return new MultiHeadConfig(dModel, heads, keyValueHeads, dK, dV, dSource, false, dropout);
  }

  /**
   * The same with dropout of weights.
   *
   * @param chance from 0 to below 1
   * @return the settings
   */
  public MultiHeadConfig withDropout(double chance) {
    return new MultiHeadConfig(dModel, heads, keyValueHeads, dK, dV, dSource, bias, chance);
  }

  private static void positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "MultiHeadAttention: " + name + " is at least 1, but is " + value + ".");
    }
  }

  /** All divisors, as in "1, 2 or 4". */
  private static String divisors(int n) {
    List<String> all =
        IntStream.rangeClosed(1, n).filter(i -> n % i == 0).mapToObj(String::valueOf).toList();
    if (all.size() == 1) {
      return all.get(0);
    }
    return String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.get(all.size() - 1);
  }
}
