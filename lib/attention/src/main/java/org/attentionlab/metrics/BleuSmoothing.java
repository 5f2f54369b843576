package org.attentionlab.metrics;

import java.util.Objects;

/**
 * What BLEU puts in the place of a precision of zero, which would make the whole score zero. Chen
 * and Cherry (2014), "A Systematic Comparison of Smoothing Techniques for Sentence-Level BLEU".
 *
 * @param kind how
 * @param value the epsilon of {@link Kind#FLOOR} or the k of {@link Kind#ADD_K}; else of no effect
 */
public record BleuSmoothing(Kind kind, double value) {
  /** How zero precisions are treated. */
  public enum Kind {
    /** They stay zero, and so is the score. */
    NONE,
    /** A small number of matches: epsilon / total. */
    FLOOR,
    /** k is added to matches and totals of the orders above 1. */
    ADD_K,
    /** The first becomes 1 / (2 total), the next 1 / (4 total), and so on. */
    EXP
  }

  /**
   * Checks the value.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public BleuSmoothing {
    Objects.requireNonNull(kind, "BleuSmoothing: kind");
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "BleuSmoothing: the value is not negative, but is " + value + ".");
    }
  }

  /**
   * No smoothing.
   *
   * @return the settings
   */
  public static BleuSmoothing none() {
    return new BleuSmoothing(Kind.NONE, 0);
  }

  /**
   * Halving, sacrebleu's default.
   *
   * @return the settings
   */
  public static BleuSmoothing exp() {
    return new BleuSmoothing(Kind.EXP, 0);
  }

  /**
   * A small number of matches.
   *
   * @param epsilon such as 0.1
   * @return the settings
   */
  public static BleuSmoothing floor(double epsilon) {
    return new BleuSmoothing(Kind.FLOOR, epsilon);
  }

  /**
   * k more matches.
   *
   * @param k such as 1
   * @return the settings
   */
  public static BleuSmoothing addK(double k) {
    return new BleuSmoothing(Kind.ADD_K, k);
  }
}
