package org.attentionlab.decode;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Draws each token by its probability, after the distribution was shaped in this order:
 *
 * <ol>
 *   <li>temperature: {@code p = softmax(logits / temperature)}; below 1 the likely become likelier;
 *   <li>top-k: only the k likeliest tokens stay. Fan et al. (2018), "Hierarchical Neural Story
 *       Generation", section 5.4;
 *   <li>top-p: only the fewest likeliest tokens stay whose probabilities reach p. Holtzman et al.
 *       (2020), "The Curious Case of Neural Text Degeneration", equation 2.
 * </ol>
 *
 * <p>What stays is scaled to a sum of 1 after each cut; of equally likely tokens the smaller id
 * goes first.
 *
 * @param temperature above 0; 1 leaves the model's probabilities
 * @param topK how many tokens stay, at most as many as there are; empty for all
 * @param topP how much probability stays, above 0 and at most 1; 1 for all
 */
public record Sampling(double temperature, OptionalInt topK, double topP) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one of the numbers lies outside of its range
   */
  public Sampling {
    if (!(temperature > 0 && Double.isFinite(temperature))) {
      throw new IllegalArgumentException(
          "Sampling: the temperature is above 0, but is "
              + temperature
              + ".\n  Without chance at all it is Greedy.");
    }
    if (topK.isPresent() && topK.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "Sampling: top-k keeps at least 1 token, not " + topK.getAsInt() + ".");
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("Sampling: top-p lies in (0, 1], but is " + topP + ".");
    }
  }

  /**
   * All tokens, at a temperature.
   *
   * @param temperature above 0; 1 leaves the model's probabilities
   * @return the settings
   */
  public static Sampling at(double temperature) {
    return new Sampling(temperature, OptionalInt.empty(), 1);
  }

  /**
   * The same with top-k.
   *
   * @param k how many tokens stay
   * @return the changed settings
   */
  public Sampling withTopK(int k) {
    return new Sampling(temperature, OptionalInt.of(k), topP);
  }

  /**
   * The same with top-p.
   *
   * @param p how much probability stays
   * @return the changed settings
   */
  public Sampling withTopP(double p) {
    return new Sampling(temperature, topK, p);
  }

  /**
   * Writes a batch of sequences.
   *
   * @param rng where the draws come from; row by row within a step
   * @param model the model before the first token
   * @param batch how many sequences it writes
   * @param limits beginning, end and length
   * @return one sequence for each row, with its probability under the unshaped model
   * @throws IllegalArgumentException if the batch is empty, or has fewer tokens than top-k is to
   *     keep
   * @throws ArithmeticException if a logit is NaN or plus infinity, or all are minus infinity
   */
  public List<Decoded> decode(RandomGenerator rng, NextToken model, int batch, Limits limits) {
    return Batch.write(model, batch, limits, logits -> draw(rng, probabilities(logits)));
  }

  /**
   * The shaped distribution of a step.
   *
   * @param logits of the tokens (V)
   * @return probabilities (V), zero for what was cut off
   * @throws IllegalArgumentException if there is no token, or fewer than top-k is to keep
   * @throws ArithmeticException if a logit is NaN or plus infinity, or all are minus infinity
   */
  public double[] probabilities(float... logits) {
    if (logits.length == 0 || topK.orElse(1) > logits.length) {
      throw new IllegalArgumentException(
          "Sampling: top-k keeps "
              + topK.orElse(1)
              + " tokens, but there are "
              + logits.length
              + ".");
    }
    Scores.check(logits, 0);
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double[] p = new double[logits.length];
    for (int i = 0; i < p.length; i++) {
      p[i] = Math.exp((logits[i] - max) / temperature);
    }
    int[] ranking =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> -p[i]).thenComparingInt(i -> i))
            .mapToInt(Integer::intValue)
            .toArray();
    keep(p, ranking, topK.orElse(p.length));
    keep(p, ranking, reaching(p, ranking));
    return p;
  }

  /** How many of the likeliest tokens it takes to reach p. */
  private int reaching(double[] p, int[] ranking) {
    if (topP == 1) {
      return ranking.length; // rounding might reach 1 before the last
    }
    double sum = 0;
    int count = 0;
    while (count < ranking.length && sum < topP) {
      sum += p[ranking[count++]];
    }
    return count;
  }

  private static void keep(double[] p, int[] ranking, int count) {
    double sum = 0;
    for (int i = 0; i < ranking.length; i++) {
      if (i < count) {
        sum += p[ranking[i]];
      } else {
        p[ranking[i]] = 0;
      }
    }
    for (int i = 0; i < count; i++) {
      p[ranking[i]] /= sum;
    }
  }

  private static int draw(RandomGenerator rng, double[] p) {
    double left = rng.nextDouble();
    int last = 0;
    for (int token = 0; token < p.length; token++) {
      if (p[token] > 0) {
        last = token;
        left -= p[token];
        if (left < 0) {
          return token;
        }
      }
    }
    return last; // rounding left the sum a little below 1
  }
}
