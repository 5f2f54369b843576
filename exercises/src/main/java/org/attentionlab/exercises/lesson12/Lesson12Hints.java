package org.attentionlab.exercises.lesson12;

/** The hints of lesson 12, three steps each; the graded tests give the same ones. */
public final class Lesson12Hints {

  public static final String SQUARE_1 =
      "Three words: how many scores are there? And six words: how many now?";
  public static final String SQUARE_2 =
      "Every query meets every key. In self-attention there are N of each, so N x N pairs.";
  public static final String SQUARE_3 = "queries * keys is a factor of both products";

  public static final String PAIRS_1 =
      "In cross-attention a short sentence may look at a long one. What are the two lengths?";
  public static final String PAIRS_2 = "The pairs are T x S, not T x T and not S x S.";
  public static final String PAIRS_3 = "(long) queries * keys";

  public static final String PRODUCTS_1 =
      "How many matrix products are in softmax(Q K^T / sqrt(dK)) V?";
  public static final String PRODUCTS_2 =
      "Each score takes dK multiplications. Each output number takes S, and a query has dV of"
          + " them: that is dV for each pair.";
  public static final String PRODUCTS_3 = "(dK + dV) for each pair of a query and a key";

  public static final String HEADS_1 = "Do the heads share their scores?";
  public static final String HEADS_2 =
      "Each head has scores and a mixture of its own; dK and dV are the widths of one.";
  public static final String HEADS_3 = "(long) heads * queries * keys * (dK + dV)";

  public static final String LONG_1 = "An int holds numbers up to 2,147,483,647.";
  public static final String LONG_2 =
      "int times int is an int, even if the result is returned as a long.";
  public static final String LONG_3 = "Begin the product with a long: 4L * n * n";

  public static final String FULL_1 = "How many scores does one query have in one head?";
  public static final String FULL_2 =
      "N queries have N scores each, in each of H heads, and a float takes 4 bytes.";
  public static final String FULL_3 = "4L * heads * n * n";

  public static final String WINDOW_1 =
      "Draw five words and a radius of 2. How many keys does the first word see, how many the"
          + " third?";
  public static final String WINDOW_2 =
      "Query i sees the keys from max(0, i - radius) to min(n - 1, i + radius), both included.";
  public static final String WINDOW_3 =
      "Add up min(n - 1, i + radius) - max(0, i - radius) + 1 over all i, then times heads and 4";

  public static final String TILE_1 =
      "What must be remembered of a tile of scores when the next one is computed?";
  public static final String TILE_2 =
      "The tile itself is used again. What stays is the largest score and the sum so far, for each"
          + " query of each head.";
  public static final String TILE_3 =
      "4L * (t * t + 2L * heads * n), where t is the smaller of tile and n";

  public static final String SILENT_1 =
      "Which numbers of the output depend on head 0? Look at the product with W_O.";
  public static final String SILENT_2 =
      "W_O mixes every head into every number of the output. After it, no column belongs to one"
          + " head. So silence the head's mixture, before it is concatenated.";
  public static final String SILENT_3 =
      "Multiply weights.matmul(values) by a tensor (H, 1, 1) of ones with a zero at the head";

  public static final String OTHERS_1 =
      "Compare the output with that of all heads: by which head's part may it differ?";
  public static final String OTHERS_2 =
      "The output is a sum with a part from each head. One part is left out; the others are neither"
          + " louder nor softer, and even weights would still give a part.";
  public static final String OTHERS_3 =
      "mixtures.mul(Tensor.of(keep, heads, 1, 1)), where keep[i] is i == head ? 0 : 1";

  public static final String EMPTY_1 = "What is 0 / 0 in Java's floats?";
  public static final String EMPTY_2 =
      "A row of zeros mixes values to zero by itself. The weights are given; they need no softmax"
          + " and no division.";
  public static final String EMPTY_3 = "weights.matmul(values), and nothing done to the weights";

  public static final String KEPT_1 = "Does the answer write into something that it was given?";
  public static final String KEPT_2 =
      "The caller goes on using its tensors and arrays. Every operation gives a new tensor; copy an"
          + " array before you change it.";
  public static final String KEPT_3 = "Tensor result = x.mul(...); and never x.assign(...)";

  public static final String UNSEEN_1 =
      "Which columns of the scores belong to padding? What should their weights be?";
  public static final String UNSEEN_2 =
      "Hide the keys from lengths[b] on, before the softmax: minus infinity there gives a weight of"
          + " 0, and the others still sum to 1.";
  public static final String UNSEEN_3 =
      "Mask.padding(lengths, t).hide(scores).softmax(-1), where scores are (B, T, T)";

  public static final String LOSS_1 =
      "Two sentences, of 3 words and of 1. How many words is the mean over?";
  public static final String LOSS_2 =
      "Add up -log softmax(logits)[gold] where j < lengths[b], and divide by the sum of the"
          + " lengths.";
  public static final String LOSS_3 =
      "In two loops, over b and over j < lengths[b]: sum -= logLikelihood.at(b, j, gold[b][j])";

  public static final String TAGS_1 = "How long is the row of tags of a sentence with 3 words?";
  public static final String TAGS_2 =
      "As long as lengths[b]. The tag is the place of the largest logit along the last axis.";
  public static final String TAGS_3 =
      "int[] best = logits.argmax(-1); then Arrays.copyOfRange(best, b * t, b * t + lengths[b])";

  public static final String LARGE_1 = "What is exp(-2000) in float32, and what its logarithm?";
  public static final String LARGE_2 =
      "log softmax(z)[c] is z[c] minus the logarithm of the sum of exps; with the largest logit"
          + " taken off first, nothing overflows.";
  public static final String LARGE_3 = "logits.logSoftmax(-1), not logits.softmax(-1).log()";

  public static final String NOTHING_1 = "What is the mean of no numbers?";
  public static final String NOTHING_2 =
      "Do not take a mean for each sentence. Take one sum, and one count, over all sentences.";
  public static final String NOTHING_3 = "loss = sum / Arrays.stream(lengths).sum()";

  private Lesson12Hints() {}
}
