package org.attentionlab.exercises.lesson03;

/** The hints of lesson 03, three steps each; the graded tests give the same ones. */
public final class Lesson03Hints {

  public static final String BEFORE_1 =
      "Output t is not made yet. Which state of the decoder is the last one that is known?";
  public static final String BEFORE_2 =
      "The query for output t is s[t - 1]; s[t] is computed from the context that you are making.";
  public static final String BEFORE_3 = "decoderStates.slice(1, t - 1, t) has shape (B, 1, dQ).";

  public static final String SCORE_1 = "Three things make the score: two products, a tanh, and v.";
  public static final String SCORE_2 =
      "The query (B, 1, dQ) times W_q is (B, 1, dHidden) and is added to each of the S keys times"
          + " W_k, (B, S, dHidden).";
  public static final String SCORE_3 =
      "query.matmul(wQ).add(h.matmul(wK)).tanh().mul(v).sum(-1, false) is (B, S).";

  public static final String KEYS_1 = "Who shares the weight of 1: the sentences, or the states?";
  public static final String KEYS_2 = "Every sentence has a row, and every row sums to 1.";
  public static final String KEYS_3 = "scores.softmax(-1)";

  public static final String KEPT_1 = "Does the answer call assign, or write into an array?";
  public static final String KEPT_2 =
      "The caller goes on using what it gave. Every operation gives a new tensor.";
  public static final String KEPT_3 = "int[] mine = lengths.clone(); tensors need no copy";

  public static final String OWN_1 = "May sentence 1 take anything from the states of sentence 2?";
  public static final String OWN_2 =
      "Sum over the states j of one sentence, which is axis 1, and keep the batch.";
  public static final String OWN_3 =
      "weights.unsqueeze(1).matmul(states).squeeze(1): (B, 1, S) times (B, S, dK).";

  public static final String SHARES_1 = "All states count, each in the measure of its weight.";
  public static final String SHARES_2 =
      "Weights (B, S) need an axis more to meet states (B, S, dK): (B, S, 1), or (B, 1, S).";
  public static final String SHARES_3 = "weights.unsqueeze(2).mul(states).sum(1, false)";

  public static final String FORM_1 = "One context for each sentence: the axis of the states goes.";
  public static final String FORM_2 = "matmul leaves an axis of length 1; squeeze takes it away.";
  public static final String FORM_3 = "The result has the shape (B, dK).";

  public static final String PADDING_1 =
      "What does exp have to be of, so that a place gets no weight at all?";
  public static final String PADDING_2 =
      "exp(-infinity) is 0: hide the scores before the softmax, not the weights after it.";
  public static final String PADDING_3 =
      "Set scores beyond the length to Float.NEGATIVE_INFINITY, then softmax(-1).";

  public static final String SUM_1 = "What do the weights of the real places sum to?";
  public static final String SUM_2 = "The sum below the fraction runs over the real places alone.";
  public static final String SUM_3 = "With hidden scores the softmax does that by itself.";

  public static final String LARGE_1 =
      "exp(1000) is infinity in float32, and infinity / infinity is NaN.";
  public static final String LARGE_2 =
      "Take off the largest score of the row first; among the real places, of course.";
  public static final String LARGE_3 = "Tensor.softmax does that already.";

  public static final String NOTHING_1 = "A sentence of length 0: what is 0 / 0?";
  public static final String NOTHING_2 = "Nothing to look at means weights of 0, for every place.";
  public static final String NOTHING_3 =
      "The library's softmax gives zeros for a row of minus infinity; your own needs an if.";

  private Lesson03Hints() {}
}
