package org.attentionlab.exercises.lesson08;

/** The hints of lesson 08, three steps each; the graded tests give the same ones. */
public final class Lesson08Hints {

  public static final String MEAN_1 =
      "Whose mean is it? Every word has d numbers, and every word is normalised by itself.";
  public static final String MEAN_2 =
      "The d numbers of a word are the last axis of x (B, T, d). Take their mean off each of them.";
  public static final String MEAN_3 = "Tensor centred = x.sub(x.mean(-1, true));";

  public static final String VARIANCE_1 =
      "Divide by the root of the variance, and let the variance divide by d.";
  public static final String VARIANCE_2 =
      "Statistics books divide by d - 1 to estimate from a sample. Here nothing is estimated: the d"
          + " numbers are all there are.";
  public static final String VARIANCE_3 = "Tensor variance = centred.mul(centred).mean(-1, true);";

  public static final String EPSILON_1 =
      "A vector of equal numbers has variance 0. Where must epsilon stand so that nothing divides"
          + " by 0?";
  public static final String EPSILON_2 =
      "Read the formula once more: sqrt(variance + epsilon) is not sqrt(variance) + epsilon.";
  public static final String EPSILON_3 = "centred.div(variance.add(epsilon).sqrt())";

  public static final String GAIN_1 = "Every feature has a gain and a bias of its own.";
  public static final String GAIN_2 =
      "First multiply the normalised numbers by the gain, then add the bias.";
  public static final String GAIN_3 = "normalised.mul(gain).add(bias)";

  public static final String LARGE_1 =
      "A float holds about seven digits. How many of them are left in 8194^2 - 8192^2?";
  public static final String LARGE_2 =
      "mean(x^2) - mean(x)^2 is the variance on paper. In float it takes two large numbers off each"
          + " other, and the small rest is rounding.";
  public static final String LARGE_3 =
      "Take the mean off first, then square: centred.mul(centred).mean(-1, true)";

  public static final String PRE_1 =
      "In pre-norm the part gets normalised vectors. What goes around the part?";
  public static final String PRE_2 =
      "Around the part goes x as it came, and after the sum nothing is normalised.";
  public static final String PRE_3 = "x.add(norm(x).matmul(w))";

  public static final String POST_1 =
      "In post-norm there is one normalisation, and it comes last. What does the part get?";
  public static final String POST_2 =
      "The part gets x as it came; the sum of x and the part's result is normalised.";
  public static final String POST_3 = "norm(x.add(x.matmul(w)))";

  public static final String AROUND_1 =
      "With W = 0 the part gives nothing. What is left of the input?";
  public static final String AROUND_2 =
      "The residual connection adds the input to the result of the part, in both orders.";
  public static final String AROUND_3 = "x.add(part): in pre-norm with W = 0 this is x itself";

  public static final String RELU_1 =
      "Two linear maps one after the other are one linear map. What stands between them?";
  public static final String RELU_2 =
      "The ReLU works on the hidden numbers, after b_1 was added and before W_2.";
  public static final String RELU_3 = "x.matmul(w1).add(b1).relu()";

  public static final String BIAS_1 = "Equation 2 of the paper has two biases.";
  public static final String BIAS_2 =
      "b_1 belongs inside the ReLU: it says how much a hidden number needs to be above zero. b_2 is"
          + " added in the end.";
  public static final String BIAS_3 = "hidden.matmul(w2).add(b2)";

  public static final String ALONE_1 =
      "The feed-forward network is a part of a block; the way around it is another matter.";
  public static final String ALONE_2 = "Does the answer add x to the result?";
  public static final String ALONE_3 =
      "With W_2 = 0 the result is b_2 for every word, whatever x is.";

  public static final String KEPT_1 = "Does the answer call assign on a tensor that it was given?";
  public static final String KEPT_2 =
      "The caller goes on using its tensors. Every operation gives a new tensor; go on with that.";
  public static final String KEPT_3 = "Tensor sum = x.add(part); and never x.assign(...)";

  private Lesson08Hints() {}
}
