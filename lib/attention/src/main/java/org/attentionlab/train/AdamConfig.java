package org.attentionlab.train;

import org.attentionlab.numerics.AdamStep;

/**
 * The settings of {@link Adam}.
 *
 * @param rate length of a step, not negative
 * @param beta1 how slowly the mean of the gradient forgets, from 0 to below 1
 * @param beta2 how slowly the mean of its square forgets, from 0 to below 1
 * @param epsilon keeps the division finite, above 0
 * @param decay how strongly numbers are drawn to zero, not negative
 * @param decoupled whether the decay acts on the numbers themselves (AdamW) or on the gradient
 * @param amsgrad whether the greatest mean square so far is used in place of the present one
 */
public record AdamConfig(
    double rate,
    double beta1,
    double beta2,
    double epsilon,
    double decay,
    boolean decoupled,
    boolean amsgrad) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one of the numbers lies outside of its range, or would as a
   *     float
   */
  public AdamConfig {
    require(
        rate >= 0 && Float.isFinite((float) rate), "rate " + rate + " is negative or not finite");
    require(beta1 >= 0 && beta1 < 1, "beta1 " + beta1 + " is not in [0, 1)");
    require(beta2 >= 0 && beta2 < 1, "beta2 " + beta2 + " is not in [0, 1)");
    require(
        (float) epsilon > 0 && Float.isFinite((float) epsilon),
        "epsilon " + epsilon + " is no finite float above 0");
    require(
        decay >= 0 && Float.isFinite((float) decay),
        "decay " + decay + " is negative or not finite");
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException("Adam: " + problem + ".");
    }
  }

  /**
   * The settings of Kingma and Ba: beta1 0.9, beta2 0.999, epsilon 1e-8, no decay.
   *
   * @param rate length of a step
   * @return the settings
   */
  public static AdamConfig of(double rate) {
    return new AdamConfig(rate, 0.9, 0.999, 1e-8, 0, false, false);
  }

  /**
   * With other memories.
   *
   * @param newBeta1 how slowly the mean of the gradient forgets
   * @param newBeta2 how slowly the mean of its square forgets; 0.98 in Vaswani et al. (2017)
   * @return the settings
   */
  public AdamConfig betas(double newBeta1, double newBeta2) {
    return new AdamConfig(rate, newBeta1, newBeta2, epsilon, decay, decoupled, amsgrad);
  }

  /**
   * With another epsilon.
   *
   * @param newEpsilon keeps the division finite; 1e-9 in Vaswani et al. (2017)
   * @return the settings
   */
  public AdamConfig epsilon(double newEpsilon) {
    return new AdamConfig(rate, beta1, beta2, newEpsilon, decay, decoupled, amsgrad);
  }

  /**
   * With a decay that is added to the gradient, and so weakened where gradients are large.
   *
   * @param strength how strongly numbers are drawn to zero
   * @return the settings
   */
  public AdamConfig decay(double strength) {
    return new AdamConfig(rate, beta1, beta2, epsilon, strength, false, amsgrad);
  }

  /**
   * With a decay of the numbers themselves, as in AdamW.
   *
   * @param strength how strongly numbers are drawn to zero
   * @return the settings
   */
  public AdamConfig decoupledDecay(double strength) {
    return new AdamConfig(rate, beta1, beta2, epsilon, strength, true, amsgrad);
  }

  /**
   * With the greatest mean square so far in place of the present one. Reddi et al. (2018), "On the
   * Convergence of Adam and Beyond", algorithm 2.
   *
   * @return the settings
   */
  public AdamConfig withAmsgrad() {
    return new AdamConfig(rate, beta1, beta2, epsilon, decay, decoupled, true);
  }

  /** What a kernel is told of the step with this number. */
  AdamStep step(double presentRate, int number) {
    return new AdamStep(presentRate, beta1, beta2, epsilon, decay, decoupled, number);
  }
}
