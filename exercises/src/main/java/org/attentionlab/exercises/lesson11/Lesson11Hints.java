package org.attentionlab.exercises.lesson11;

/** The hints of lesson 11, three steps each; the graded tests give the same ones. */
public final class Lesson11Hints {

  public static final String CHOSEN_1 = "Which ids are words, and which only look like some?";
  public static final String CHOSEN_2 =
      "PAD, UNK, CLS, SEP and MASK have ids below FIRST_WORD; whatever chance says, they stay.";
  public static final String CHOSEN_3 = "ids[t] >= MaskTokens.FIRST_WORD && choice[t] < chance";

  public static final String LOT_1 = "What becomes of a chosen word? There are three cases.";
  public static final String LOT_2 =
      "Below .8 the mask, from .8 to below .9 the random word, from .9 on the word itself.";
  public static final String LOT_3 =
      "if (lot < .8) MASK; else if (lot < .9) randomWord[t]; else nothing changes";

  public static final String LABEL_1 = "What must the model find at a chosen place?";
  public static final String LABEL_2 =
      "The word that was there before, in all three cases; elsewhere NOT_ASKED.";
  public static final String LABEL_3 = "labels[t] = chosen ? ids[t] : MaskTokens.NOT_ASKED";

  public static final String KEPT_1 = "Does the answer write into an array that it was given?";
  public static final String KEPT_2 = "The caller needs the sentence again. Write into new arrays.";
  public static final String KEPT_3 = "int[] hidden = ids.clone();";

  public static final String PLACES_1 = "At which places was the model asked for a word?";
  public static final String PLACES_2 =
      "Where chosen is true, whether the model has read the mask, another word or the word itself.";
  public static final String PLACES_3 = "if (asked.chosen()[b][t]) { sum -= logP; count++; }";

  public static final String MEAN_1 = "By how many places is the sum divided?";
  public static final String MEAN_2 =
      "By the asked places of the whole batch: one sum and one count for all sentences.";
  public static final String MEAN_3 = "return sum / count; after both loops";

  public static final String LARGE_1 = "What is exp(1000)? And log(exp(-1000))?";
  public static final String LARGE_2 =
      "Take the row's maximum off first, and take the logarithm before anything is rounded to 0.";
  public static final String LARGE_3 = "logits.logSoftmax(-1) does both.";

  public static final String NOTHING_1 = "What is 0 divided by 0?";
  public static final String NOTHING_2 = "Where nothing is asked there is nothing to lose: 0.";
  public static final String NOTHING_3 = "return count == 0 ? 0 : sum / count;";

  public static final String UNCHANGED_1 = "Does the answer call assign on the logits?";
  public static final String UNCHANGED_2 = "Every operation gives a new tensor; use that.";
  public static final String UNCHANGED_3 = "Tensor logP = logits.logSoftmax(-1);";

  public static final String BODY_1 = "Which tensors get a gradient?";
  public static final String BODY_2 =
      "All three. A body without requiresGrad, behind detach or in noGrad learns nothing.";
  public static final String BODY_3 =
      "Tensor w = parameters.body().detach().requiresGrad(true); and then x.matmul(w).tanh()";

  public static final String HEAD_1 = "The head is new. What does its gradient depend on?";
  public static final String HEAD_2 =
      "On what the old body gives, and on the mean over the batch, not the sum.";
  public static final String HEAD_3 = "pooled.matmul(u).add(c).crossEntropy(classes)";

  public static final String BIAS_1 = "Is c learned as well?";
  public static final String BIAS_2 = "Yes: whatever the loss depends on and is no input.";
  public static final String BIAS_3 = "Treat the bias as the two matrices.";

  public static final String STEP_1 = "In which direction does the gradient point, and how far?";
  public static final String STEP_2 = "Uphill. The step goes the other way, rate times as far.";
  public static final String STEP_3 = "u.sub(u.grad().mul((float) rate))";

  public static final String GIVEN_1 = "Do the given tensors hold other numbers afterwards?";
  public static final String GIVEN_2 = "An optimiser or assign changes its tensor. Give it a copy.";
  public static final String GIVEN_3 = "parameters.head().detach() is a copy.";

  public static final String PLACE_1 = "Of which token is the vector?";
  public static final String PLACE_2 =
      "Of the word's own, which stands elsewhere in each sentence.";
  public static final String PLACE_3 = "states.get(n).get(places[n])";

  public static final String TRAIN_1 = "Which sentences may a centroid know?";
  public static final String TRAIN_2 = "Those that are not held out, all of one sense together.";
  public static final String TRAIN_3 = "if (!heldOut[n]) { add the vector; count[senses[n]]++; }";

  public static final String NEAREST_1 = "What is a mean, and what is near?";
  public static final String NEAREST_2 =
      "Divide each sum by its number of sentences; take the smallest distance, not the largest"
          + " product.";
  public static final String NEAREST_3 = "distance += (v[i] - c[i]) * (v[i] - c[i]);";

  public static final String RIGHT_1 = "A share of which sentences?";
  public static final String RIGHT_2 = "Of the held-out ones: the others made the centroids.";
  public static final String RIGHT_3 = "(double) hits / guesses.length";

  public static final String ARRAYS_1 =
      "Does the answer write its guesses where it was given the" + " truth?";
  public static final String ARRAYS_2 = "The guesses have an array of their own.";
  public static final String ARRAYS_3 = "int[] guesses = new int[held]; with its own index";

  private Lesson11Hints() {}
}
