package org.attentionlab.numerics;

/**
 * The settings of one step of Adam, the same for all parameters.
 *
 * @param rate length of the step
 * @param beta1 how slowly the mean of the gradient forgets
 * @param beta2 how slowly the mean of its square forgets
 * @param epsilon keeps the division finite
 * @param decay how strongly weights are pulled to zero
 * @param decoupled true for AdamW, where the pull goes past the means (Loshchilov and Hutter, 2019,
 *     "Decoupled Weight Decay Regularization", algorithm 2); false where it is added to the
 *     gradient
 * @param step number of the step, from 1, for the correction of the means
 */
public record AdamStep(
    double rate,
    double beta1,
    double beta2,
    double epsilon,
    double decay,
    boolean decoupled,
    int step) {

  /**
   * Checks the number of the step.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public AdamStep {
    if (step < 1) {
      throw new IllegalArgumentException("adam: step " + step + " is below 1.");
    }
  }

  /**
   * The rate with the first mean's correction.
   *
   * @return rate / (1 - beta1^step)
   */
  public float correctedRate() {
    return (float) (rate / (1 - Math.pow(beta1, step)));
  }

  /**
   * The root of the second mean's correction.
   *
   * @return sqrt(1 - beta2^step)
   */
  public float correctionRoot() {
    return (float) Math.sqrt(1 - Math.pow(beta2, step));
  }

  /**
   * What AdamW multiplies a weight by before the step.
   *
   * @return 1 - rate decay; 1 for Adam
   */
  public float keep() {
    return decoupled ? (float) (1 - rate * decay) : 1;
  }

  /**
   * The share of the weight that is added to the gradient.
   *
   * @return decay; 0 for AdamW
   */
  public float pull() {
    return decoupled ? 0 : (float) decay;
  }
}
