package org.attentionlab.exercises.lesson04;

/** The hints of lesson 04, three steps each; the graded tests give the same ones. */
public final class Lesson04Hints {

  public static final String ROWS_1 =
      "A row of weights belongs to one query and divides its attention among the keys.";
  public static final String ROWS_2 = "The keys are the last axis of the scores (B, T, S).";
  public static final String ROWS_3 = "scores.softmax(-1)";

  public static final String SCALE_1 =
      "Look at section 3.2.1 of the paper: by what are the scores divided before the softmax?";
  public static final String SCALE_2 =
      "It is the square root of dK, the width of a query and of a key: the length of K's last axis.";
  public static final String SCALE_3 = "scores.div((float) Math.sqrt(k.size(-1)))";

  public static final String OUTPUT_1 =
      "The output mixes values: each query's row of weights says how much of every value it takes.";
  public static final String OUTPUT_2 =
      "Weights (B, T, S) times values (B, S, dV) is one matrix product and gives (B, T, dV).";
  public static final String OUTPUT_3 = "weights.matmul(v)";

  public static final String LARGE_1 =
      "exp(1000) is infinity in float32, and infinity / infinity is NaN.";
  public static final String LARGE_2 =
      "A softmax does not change when the same number is taken off every score of a row; take off"
          + " the largest.";
  public static final String LARGE_3 = "Tensor.softmax does that already: scores.softmax(-1)";

  public static final String BOTH_AXES_1 =
      "Who asks stands in the row, who is asked stands in the column. Which of the two moves?";
  public static final String BOTH_AXES_2 =
      "Both are words of the re-ordered sequence, so rows and columns move in the same way.";
  public static final String BOTH_AXES_3 = "new[i][j] = old[p[i]][p[j]]";

  public static final String DIRECTION_1 =
      "p[i] is an old position, and i is the new one. Try p = [1, 2, 0] with three words on paper.";
  public static final String DIRECTION_2 =
      "Walk over the new matrix and fetch every entry from the old one, not the other way round.";
  public static final String DIRECTION_3 =
      "new[i][j] = old[p[i]][p[j]], never new[p[i]][p[j]] = old[i][j]";

  public static final String UNTOUCHED_1 =
      "Does the answer sort or swap entries of the array it was given?";
  public static final String UNTOUCHED_2 = "The caller goes on using its array; work on a copy.";
  public static final String UNTOUCHED_3 = "int[] p = permutation.clone();";

  public static final String JACOBIAN_1 =
      "Score j lowers all other weights of its row too. The sum over i has S terms, not one.";
  public static final String JACOBIAN_2 =
      "Write the sum out: dL/ds[j] = w[j] (g[j] - sum over i of g[i] w[i]).";
  public static final String JACOBIAN_3 =
      "Multiply gradient and weights, sum over the last axis (keep it), subtract that from the"
          + " gradient, multiply by the weights.";

  public static final String ONE_ROW_1 =
      "Each row went through a softmax of its own; rows know nothing of each other.";
  public static final String ONE_ROW_2 =
      "The sum runs over the keys, the last axis, and over nothing else.";
  public static final String ONE_ROW_3 = "gradient.mul(weights).sum(-1, true) has shape (B, T, 1)";

  public static final String ZERO_ROW_1 = "What is 0 / 0?";
  public static final String ZERO_ROW_2 =
      "The weights come from a softmax already; do not divide by their sum again.";
  public static final String ZERO_ROW_3 = "w (g - sum of g w) is 0 where every w of the row is 0";

  public static final String KEPT_1 = "Does the answer call assign on a tensor that it was given?";
  public static final String KEPT_2 =
      "The caller goes on using its tensors. Every operation gives a new tensor; go on with that.";
  public static final String KEPT_3 =
      "Tensor scaled = scores.div(divisor); and never scores.assign(...)";

  private Lesson04Hints() {}
}
