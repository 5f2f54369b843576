package org.attentionlab.exercises.lesson06;

/** The hints of lesson 06, three steps each; the graded tests give the same ones. */
public final class Lesson06Hints {

  public static final String SPLIT_1 =
      "Write the numbers 0 to 11 down as three words of four features. Which of them belong to"
          + " head 0?";
  public static final String SPLIT_2 =
      "reshape never moves a number. Cut the last axis first, into heads and d: that keeps words"
          + " whole. Then exchange the axes of words and heads.";
  public static final String SPLIT_3 = "x.reshape(b, t, heads, d).transpose(1, 2)";

  public static final String NEIGHBOURS_1 =
      "Whose columns of W_Q made the first d features? Those of head 0.";
  public static final String NEIGHBOURS_2 =
      "A head's features are neighbours. In the cut axis, heads come before d.";
  public static final String NEIGHBOURS_3 =
      "x.reshape(b, t, heads, d), not x.reshape(b, t, d, heads)";

  public static final String BATCH_1 = "The first axis is the batch, and it stays the first.";
  public static final String BATCH_2 =
      "A sequence must not get heads of another one. Which two axes change places?";
  public static final String BATCH_3 = "transpose(1, 2) leaves axes 0 and 3 as they are";

  public static final String MERGE_1 =
      "A word's features are spread over the heads. What must be next to each other before a"
          + " reshape can join it?";
  public static final String MERGE_2 =
      "Bring the axes of heads and d together: first exchange words and heads, then reshape.";
  public static final String MERGE_3 = "x.transpose(1, 2).reshape(b, t, heads * d)";

  public static final String ORDER_1 =
      "All d numbers of head 0 come first, then all of head 1, as W_O expects them.";
  public static final String ORDER_2 =
      "Before the reshape the axes are (B, T, H, d), in this order.";
  public static final String ORDER_3 = "x.permute(0, 2, 1, 3), not x.permute(0, 2, 3, 1)";

  public static final String APART_1 =
      "Every head has a softmax of its own, and its own dK numbers of each query and key.";
  public static final String APART_2 =
      "Project, split queries and keys into (B, H, T, dK) and (B, H, S, dK), multiply, divide by"
          + " the root of dK, the width of one head, and take the softmax over the keys.";
  public static final String APART_3 =
      "q.matmul(k.transpose()).div(Math.sqrt(q.size(-1))).softmax(-1), where q and k are split";

  public static final String OUTPUT_1 =
      "What is between the heads' results and the output in the paper's figure 2?";
  public static final String OUTPUT_2 =
      "The mixtures (B, H, T, dV) are merged to (B, T, H dV), in the order of the heads, and"
          + " multiplied by W_O.";
  public static final String OUTPUT_3 =
      "weights.matmul(v).transpose(1, 2).reshape(b, t, heads * dV).matmul(parameters.wO())";

  public static final String SOURCE_1 = "Who asks, and who is asked?";
  public static final String SOURCE_2 =
      "Queries are made of x; keys and values are made of the source.";
  public static final String SOURCE_3 = "x.matmul(wQ), source.matmul(wK), source.matmul(wV)";

  public static final String LARGE_1 =
      "exp(1000) is infinity in float32, and infinity / infinity is NaN.";
  public static final String LARGE_2 =
      "A softmax does not change when the same number is taken off every score of a row; take off"
          + " the largest.";
  public static final String LARGE_3 = "Tensor.softmax does that already: scores.softmax(-1)";

  public static final String KEPT_1 = "Does the answer call assign on a tensor that it was given?";
  public static final String KEPT_2 =
      "The caller goes on using its tensors. Every operation gives a new tensor; go on with that.";
  public static final String KEPT_3 = "Tensor result = x.reshape(...); and never x.assign(...)";

  public static final String COUNT_1 = "How wide is one head? And how wide are all heads together?";
  public static final String COUNT_2 =
      "H heads of dModel x (dModel / H) numbers are dModel x dModel numbers, whatever H is.";
  public static final String COUNT_3 = "4L * dModel * dModel without biases";

  public static final String FOUR_1 = "Which matrices stand in the formula of section 3.2.2?";
  public static final String FOUR_2 = "W_Q, W_K and W_V of all heads, and one W_O: four matrices.";
  public static final String FOUR_3 = "4L * dModel * dModel without biases";

  public static final String BIAS_1 = "A map with a bias computes x W + b. How long is b?";
  public static final String BIAS_2 = "Each of the four maps has dModel outputs, heads together.";
  public static final String BIAS_3 = "4L * dModel more where bias is true";

  public static final String LONG_1 = "An int holds numbers up to 2,147,483,647.";
  public static final String LONG_2 = "int times int is an int, even if a long is returned.";
  public static final String LONG_3 = "4L * dModel * dModel computes with longs from the start";

  private Lesson06Hints() {}
}
