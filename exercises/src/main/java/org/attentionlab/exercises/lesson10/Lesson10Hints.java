package org.attentionlab.exercises.lesson10;

/** The hints of lesson 10, three steps each; the graded tests give the same ones. */
public final class Lesson10Hints {

  public static final String CORRECTION_1 =
      "After the first step m is (1 - beta1) g. How far is that from g?";
  public static final String CORRECTION_2 =
      "m lacks the share beta1^t, v the share beta2^t: divide each by 1 minus its own share.";
  public static final String CORRECTION_3 =
      "int t = memory.steps() + 1; Tensor corrected = m.div(1 - Math.pow(beta1, t));";

  public static final String MEMORY_1 = "Which share of the old mean stays, which comes in anew?";
  public static final String MEMORY_2 =
      "beta of the old, 1 - beta of the new. v takes in the square. Remember both uncorrected.";
  public static final String MEMORY_3 =
      "m.mul(beta1).add(g.mul(1 - beta1)), v.mul(beta2).add(g.mul(g).mul(1 - beta2))";

  public static final String EPSILON_1 = "What would a gradient of 0 do without epsilon?";
  public static final String EPSILON_2 =
      "Correct v, take the root, then add epsilon: three steps in this order.";
  public static final String EPSILON_3 = "v.div(1 - Math.pow(beta2, t)).sqrt().add(epsilon)";

  public static final String STEP_1 = "Where does a gradient point: to a larger or smaller loss?";
  public static final String STEP_2 = "x = x - rate m' / (sqrt(v') + epsilon)";
  public static final String STEP_3 = "x.sub(mean.div(root).mul(settings.rate()))";

  public static final String KEPT_1 = "Does the answer call assign, or write into an array?";
  public static final String KEPT_2 =
      "The caller goes on using what it gave. Every operation gives a new tensor.";
  public static final String KEPT_3 = "Return x.sub(...) and leave x alone.";

  public static final String ZERO_1 = "What is 0 to the power of -0.5 in Java?";
  public static final String ZERO_2 =
      "It is infinite. The minimum with the line's 0 is 0, a product with 0 is NaN.";
  public static final String ZERO_3 = "if (step == 0) { return 0; }";

  public static final String RISE_1 = "Which of the two terms is smaller before the warm-up ends?";
  public static final String RISE_2 =
      "step * warmup^-1.5 is smaller; at step = warmup both are warmup^-0.5. dModel^-0.5 times it.";
  public static final String RISE_3 = "step * Math.pow(warmup, -1.5) / Math.sqrt(dModel)";

  public static final String FALL_1 = "Which of the two terms is smaller after the warm-up?";
  public static final String FALL_2 = "step^-0.5: four times as many steps halve the rate.";
  public static final String FALL_3 = "Math.min(Math.pow(step, -.5), the line)";

  public static final String FACTOR_1 = "How many norms are there, and how many factors?";
  public static final String FACTOR_2 =
      "One of each. Add the squares of all numbers of all tensors, then take one root.";
  public static final String FACTOR_3 =
      "First loop: squares += g.mul(g).sum().item(); second loop: g.mul(limit / norm)";

  public static final String SHORT_1 = "What is limit / norm where the norm is below the limit?";
  public static final String SHORT_2 =
      "Above 1, and infinite for a norm of 0. The factor must not exceed 1.";
  public static final String SHORT_3 = "Math.min(1, limit / norm): the infinite loses as well.";

  public static final String NORM_1 = "When is the norm measured?";
  public static final String NORM_2 = "Before, as the root of the sum of all squares.";
  public static final String NORM_3 = "new Clipped(shortened, Math.sqrt(squares))";

  public static final String SHAPE_1 = "To which parameter does a gradient belong afterwards?";
  public static final String SHAPE_2 = "One result for each tensor, in the same order and shape.";
  public static final String SHAPE_3 = "gradients.stream().map(g -> g.mul(factor)).toList()";

  public static final String COUNT_1 = "How many words of the batch are real?";
  public static final String COUNT_2 =
      "Count the targets that are not padding, over the whole batch, and divide by that.";
  public static final String COUNT_3 = "if (targets[b][t] != padding) { sum += ...; real++; }";

  public static final String PADDING_1 = "What does the loop do at a position of padding?";
  public static final String PADDING_2 = "It goes on to the next: nothing to the sum or the count.";
  public static final String PADDING_3 = "Both sum and count stand behind the same if.";

  public static final String WORD_1 = "Which probability should be as high as possible?";
  public static final String WORD_2 =
      "That of the target by the softmax. The loss is minus its natural logarithm.";
  public static final String WORD_3 = "-logits.logSoftmax(-1).at(b, t, targets[b][t])";

  public static final String LARGE_1 = "What are exp(1000) and ln(0)?";
  public static final String LARGE_2 =
      "ln softmax(z)[y] = z[y] - max - ln(sum of exp(z - max)): no exp is above 1, no ln is of 0.";
  public static final String LARGE_3 = "Tensor.logSoftmax(-1) computes this form.";

  public static final String EMPTY_1 = "By what is divided where all is padding?";
  public static final String EMPTY_2 = "By 0, and 0.0 / 0 is NaN. Such a batch costs 0.";
  public static final String EMPTY_3 = "return real == 0 ? 0 : sum / real;";

  private Lesson10Hints() {}
}
