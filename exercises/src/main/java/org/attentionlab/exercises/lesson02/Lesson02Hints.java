package org.attentionlab.exercises.lesson02;

/** The hints of lesson 02, three steps each; the graded tests give the same ones. */
public final class Lesson02Hints {

  public static final String ONE_NUMBER_1 =
      "A score function gives one number for each pair of a query and a key.";
  public static final String ONE_NUMBER_2 =
      "T queries and S keys make T x S pairs: a row for each query, a column for each key.";
  public static final String ONE_NUMBER_3 = "queries.matmul(keys.transpose()) has shape (B, T, S)";

  public static final String DOT_1 =
      "The dot score is the plain sum of products of the components; nothing is divided.";
  public static final String DOT_2 =
      "A matrix product takes dot products of rows with columns, so turn the keys first. Scores are"
          + " not weights yet: the softmax is another step.";
  public static final String DOT_3 = "queries.matmul(keys.transpose())";

  public static final String ANGLE_1 =
      "The cosine is the dot product divided by both lengths: what is left is the angle.";
  public static final String ANGLE_2 =
      "A vector's length is the root of the sum of its squares. Divide every query and every key by"
          + " its own length, then take dot products.";
  public static final String ANGLE_3 =
      "Tensor length = x.mul(x).sum(-1, true).sqrt(); then x.div(length)";

  public static final String ZERO_1 = "What is the length of a vector of zeros, and what is 0 / 0?";
  public static final String ZERO_2 =
      "Keep the length away from 0 by a constant that no real vector notices.";
  public static final String ZERO_3 = "x.mul(x).sum(-1, true).add(1e-16).sqrt()";

  public static final String SHORT_1 =
      "A short vector has a direction too. Is your constant small beside its length?";
  public static final String SHORT_2 =
      "Inside the root the constant stands beside a squared length: 1e-16 there is a length of 1e-8.";
  public static final String SHORT_3 = "x.mul(x).sum(-1, true).add(1e-16).sqrt()";

  public static final String GENERAL_1 =
      "Read the formula from left to right: the query meets W's rows, the key its columns.";
  public static final String GENERAL_2 =
      "First queries times W, which turns a query into something as wide as a key; then the dot"
          + " product with the keys. W itself is not turned.";
  public static final String GENERAL_3 = "queries.matmul(w).matmul(keys.transpose())";

  public static final String WIDTHS_1 =
      "W is not square in general: it has a row for each component of a query, a column for each of"
          + " a key.";
  public static final String WIDTHS_2 = "(B, T, dQ) x (dQ, dK) x (B, dK, S) gives (B, T, S).";
  public static final String WIDTHS_3 = "queries.matmul(w).matmul(keys.transpose())";

  public static final String ADDITIVE_1 =
      "Three steps: W on query and key together, then the tanh, then the dot product with v.";
  public static final String ADDITIVE_2 =
      "W times [q; k] is a sum: the first dQ rows of W act on the query, the other dK on the key."
          + " Project both, add every query to every key, then tanh.";
  public static final String ADDITIVE_3 =
      "queries.matmul(w.slice(0, 0, dQ)).unsqueeze(-2).add(keys.matmul(w.slice(0, dQ, dQ + dK))"
          + ".unsqueeze(-3)).tanh() has shape (B, T, S, hidden)";

  public static final String SUMMED_1 =
      "The hidden layer has many numbers for each pair; the score is one number.";
  public static final String SUMMED_2 = "v weighs the hidden numbers and adds them up.";
  public static final String SUMMED_3 =
      "pairs.tanh().matmul(v), from (B, T, S, hidden) to (B, T, S)";

  public static final String ROWS_1 = "A row of scores belongs to one query. Its weights sum to 1.";
  public static final String ROWS_2 =
      "Sum over the keys, which are the last axis, and keep that axis so that the division fits.";
  public static final String ROWS_3 = "e.div(e.sum(-1, true))";

  public static final String RATIO_1 =
      "The softmax takes the exponential function of every score, to the base e.";
  public static final String RATIO_2 =
      "Two weights of a row have the ratio exp of the difference of their scores.";
  public static final String RATIO_3 = "scores.sub(largest).exp()";

  public static final String LARGE_1 =
      "exp(89) is more than float32 can hold, and infinity / infinity is NaN.";
  public static final String LARGE_2 =
      "Taking the same number off all scores of a row changes no weight. Take off the row's own"
          + " maximum: then the greatest exponential is exp(0) = 1.";
  public static final String LARGE_3 = "scores.sub(scores.max(-1, true))";

  public static final String MASKED_1 =
      "Where every score is minus infinity, the maximum is too. What is infinity minus infinity?";
  public static final String MASKED_2 =
      "Keep the maximum finite, and keep the sum of the row away from 0. A row with any score has a"
          + " sum of at least 1 after its maximum is taken off.";
  public static final String MASKED_3 =
      "scores.max(-1, true).clamp(-1e30, 1e30), and e.sum(-1, true).clamp(1, 1e30)";

  public static final String KEPT_1 = "Does the answer call assign on a tensor that it was given?";
  public static final String KEPT_2 =
      "The caller goes on using its tensors. Every operation gives a new tensor; go on with that.";
  public static final String KEPT_3 = "Tensor shifted = scores.sub(largest);";

  private Lesson02Hints() {}
}
