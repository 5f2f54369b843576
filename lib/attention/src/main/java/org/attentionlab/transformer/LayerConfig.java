package org.attentionlab.transformer;

import org.attentionlab.attention.MultiHeadConfig;
import org.attentionlab.nn.Activation;
import org.attentionlab.nn.FeedForward;

/**
 * The settings of one layer of an encoder or a decoder. Start from {@link #of} and change what
 * differs:
 *
 * <pre>LayerConfig.of(512, 8, 2048).withPreNorm().withDropout(0.1)</pre>
 *
 * @param dModel width of all vectors between layers
 * @param heads how many heads, a divisor of dModel
 * @param dFf width inside of the feed-forward part
 * @param activation the function inside of the feed-forward part
 * @param preNorm whether to normalise before each part instead of after its residual sum
 * @param dropout the chance that a number is dropped in training, from 0 to below 1: of the
 *     weights, inside of the feed-forward part, and of each part's result
 * @param epsilon of the layer normalisation
 */
public record LayerConfig(
    int dModel,
    int heads,
    int dFf,
    Activation activation,
    boolean preNorm,
    double dropout,
    double epsilon) {

  /**
   * Checks the ranges, and that the heads divide dModel.
   *
   * @throws IllegalArgumentException if a width is below 1, the heads do not divide dModel, dropout
   *     lies outside of [0, 1), or epsilon is not above 0 or not finite
   */
  public LayerConfig {
    MultiHeadConfig.of(dModel, heads);
    if (dFf < 1) {
      throw new IllegalArgumentException("LayerConfig: dFf is at least 1, but is " + dFf + ".");
    }
    if (!(dropout >= 0 && (float) dropout < 1)) {
      throw new IllegalArgumentException(
          "LayerConfig: dropout lies in [0, 1), but is " + dropout + ".");
    }
    float added = (float) epsilon;
    if (!(added > 0 && Float.isFinite(added))) {
      throw new IllegalArgumentException(
          "LayerConfig: epsilon is a finite float above 0, but is " + epsilon + ".");
    }
  }

  /**
   * The layer of the paper, normalised after each sum, with ReLU, but without dropout.
   *
   * @param dModel width of all vectors between layers
   * @param heads how many heads
   * @param dFf width inside of the feed-forward part
   * @return the settings
   */
  public static LayerConfig of(int dModel, int heads, int dFf) {
    return new LayerConfig(dModel, heads, dFf, Activation.RELU, false, 0, 1e-5);
  }

  /**
   * The same with another activation.
   *
   * @param function the function inside of the feed-forward part
   * @return the settings
   */
  public LayerConfig withActivation(Activation function) {
    return new LayerConfig(dModel, heads, dFf, function, preNorm, dropout, epsilon);
  }

  /**
   * The same, normalised before each part.
   *
   * @return the settings
   */
  public LayerConfig withPreNorm() {
    return new LayerConfig(dModel, heads, dFf, activation, true, dropout, epsilon);
  }

  /**
   * The same with dropout.
   *
   * @param chance from 0 to below 1
   * @return the settings
   */
  public LayerConfig withDropout(double chance) {
    return new LayerConfig(dModel, heads, dFf, activation, preNorm, chance, epsilon);
  }

  /**
   * The same with another epsilon.
   *
   * @param value of the layer normalisation, above 0
   * @return the settings
   */
  public LayerConfig withEpsilon(double value) {
    return new LayerConfig(dModel, heads, dFf, activation, preNorm, dropout, value);
  }

  /** The settings of the attention. */
  MultiHeadConfig attention() {
    return MultiHeadConfig.of(dModel, heads).withDropout(dropout);
  }

  /** The settings of the feed-forward part. */
  FeedForward.Config feedForward() {
    return new FeedForward.Config(dModel, dFf, activation, dropout);
  }
}
