package org.attentionlab.exercises.lesson13;

/** The hints of the final project, three steps each; the graded tests give the same ones. */
public final class Lesson13Hints {

  public static final String SIZES_1 = "Every pair is in one of three parts. How many in which?";
  public static final String SIZES_2 =
      "Give keys to the test part until it is full, then to the validation part; the rest is for"
          + " training.";
  public static final String SIZES_3 = "Math.round(n * test) pairs get a 2";

  public static final String LEAK_1 =
      "Pairs with the same source go together. Do not deal out pairs; deal out sources.";
  public static final String LEAK_2 =
      "Make a key of every source first: no spaces at the ends, one space between words, lower"
          + " case.";
  public static final String LEAK_3 =
      "source.strip().replaceAll(\"\\\\s+\", \" \").toLowerCase(Locale.ROOT), then a map from key"
          + " to part";

  public static final String CHANCE_1 =
      "Files are often sorted. What would the test part be if it were the end of the file?";
  public static final String CHANCE_2 = "Shuffle the different keys before you deal them out.";
  public static final String CHANCE_3 = "Collections.shuffle(keys, new Random(seed));";

  public static final String SEED_1 = "Does every choice hang on the seed, and on nothing else?";
  public static final String SEED_2 =
      "A HashSet has an order of its own, new Random() has a seed of its own.";
  public static final String SEED_3 = "new LinkedHashSet<>(keys), and new Random(seed)";

  public static final String ENCODER_1 =
      "A layer of the encoder has an attention, a feed-forward network and two norms.";
  public static final String ENCODER_2 =
      "Attention: four maps dModel x dModel, each with a bias, whatever the heads. Feed-forward:"
          + " dModel x dFf and back, each with a bias.";
  public static final String ENCODER_3 =
      "4 (d d + d) + 2 d f + f + d + 2 (2 d), with d = dModel and f = dFf";

  public static final String DECODER_1 = "What has a layer of the decoder that the encoder lacks?";
  public static final String DECODER_2 =
      "A second attention over the encoder's states, and the norm that goes with it.";
  public static final String DECODER_3 = "encoder layer + 4 (d d + d) + 2 d";

  public static final String ENDS_1 = "What comes before the first layer and after the last one?";
  public static final String ENDS_2 =
      "Two tables of embeddings, and a linear map to the target's vocabulary with its bias.";
  public static final String ENDS_3 = "source d + target d + d target + target";

  public static final String LAST_NORM_1 =
      "In pre-norm nothing would normalise what leaves the last layer.";
  public static final String LAST_NORM_2 =
      "So each side has one more norm at its end: gain and bias, encoder and decoder.";
  public static final String LAST_NORM_3 = "preNorm ? 2 * 2 * d : 0";

  public static final String LONG_1 = "An int ends at 2,147,483,647.";
  public static final String LONG_2 =
      "int times int is int, even where the result is put into a long.";
  public static final String LONG_3 = "long d = sizes.dModel();";

  public static final String PLACE_1 =
      "Count tokens for each place by itself, and only in the training targets.";
  public static final String PLACE_2 = "A map from token to count for each place.";
  public static final String PLACE_3 =
      "counts.get(place).merge(token, 1, Integer::sum) over the training targets";

  public static final String SHARE_1 = "By what is the number of right tokens divided?";
  public static final String SHARE_2 =
      "One count over all targets; not one share for each target, and then their mean.";
  public static final String SHARE_3 = "right / (double) tokens";

  public static final String BEYOND_1 = "What is guessed at a place that no training target has?";
  public static final String BEYOND_2 = "Nothing, so the token is wrong; but it is a token.";
  public static final String BEYOND_3 = "count the token in the divisor in any case";

  public static final String TIE_1 = "Two tokens are equally frequent. Which one is it?";
  public static final String TIE_2 =
      "The one that came first in the training data: a LinkedHashMap keeps that order.";
  public static final String TIE_3 = "take another token only where its count is greater";

  public static final String LEARN_1 =
      "First make sure that the model learns at all: does the loss fall? Is it right on the"
          + " examples?";
  public static final String LEARN_2 =
      "A rate of 0.02 with a short warm-up does well for one layer of width 32. Positions have to"
          + " be there: without them the model sees a set.";
  public static final String LEARN_3 =
      "Tagger, CrossEntropy.mean().ignoring(0), Trainer.of(...).schedule(Schedule.warmupCosine(.02,"
          + " 10, 150)).train(150, Batches.of(pairs, 32, seed), batch -> ...)";

  public static final String LENGTH_1 = "Questions of one batch are padded to one length.";
  public static final String LENGTH_2 =
      "What the model says at the padding is no part of the answer.";
  public static final String LENGTH_3 = "read the first question.length() letters of each row";

  public static final String AGAIN_1 = "Where does chance come in? First weights and batches.";
  public static final String AGAIN_2 = "Both take the seed that you are given.";
  public static final String AGAIN_3 = "new SplittableRandom(seed), Batches.of(pairs, 32, seed)";

  public static final String CHECKPOINT_1 = "Which of the checkpoints would you have handed in?";
  public static final String CHECKPOINT_2 =
      "Find the best validation, and read the test at the same place. Never look for the best"
          + " test.";
  public static final String CHECKPOINT_3 =
      "for (int i = 1; ...) if (validation[i] > validation[best]) best = i; then test[best]";

  public static final String SPREAD_1 = "Are the seeds all there are, or a sample?";
  public static final String SPREAD_2 = "A sample: the sum of squares is divided by n - 1.";
  public static final String SPREAD_3 = "Math.sqrt(squares / (n - 1))";

  public static final String SEEDS_1 = "How many runs are in the mean?";
  public static final String SEEDS_2 = "All of them, each once, the bad ones too.";
  public static final String SEEDS_3 = "results of all runs, then mean, lowest, highest";

  public static final String KEPT_1 = "Does the answer sort an array that it was given?";
  public static final String KEPT_2 = "The caller goes on using its arrays; sort a copy.";
  public static final String KEPT_3 = "double[] sorted = results.clone();";

  public static final String PAIRED_1 = "What have full[i] and ablated[i] in common?";
  public static final String PAIRED_2 =
      "The seed: subtract within a seed, full less ablated, then look at the differences.";
  public static final String PAIRED_3 = "d[i] = full[i] - ablated[i]; mean, lowest, highest of d";

  public static final String CLEAR_1 = "A mean is above 0 although one seed says the opposite.";
  public static final String CLEAR_2 = "Clear is: every difference above 0, or every one below.";
  public static final String CLEAR_3 = "lowest > 0 || highest < 0";

  private Lesson13Hints() {}
}
