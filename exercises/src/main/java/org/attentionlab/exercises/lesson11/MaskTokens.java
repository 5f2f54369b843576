package org.attentionlab.exercises.lesson11;

import org.attentionlab.grading.Exercise;

/**
 * Hides words of a sentence for a model to find, by the rule of BERT.
 *
 * <p>Chance comes in from outside, so that the same input gives the same result: for each place t
 * there are two random numbers from [0, 1) and a random word.
 *
 * <p>A word is chosen if {@code choice[t]} is below {@code chance}. What the model then reads in
 * its place:
 *
 * <pre>
 *   lot[t] below .8           MASK             (80 % of the chosen words)
 *   lot[t] from .8 below .9   randomWord[t]    (10 %)
 *   lot[t] from .9            the word itself  (10 %)
 * </pre>
 *
 * <p>The label of a chosen word is the word that was there, also where it stays. Everywhere else
 * the label is {@code MaskTokens.NOT_ASKED}. The special tokens PAD, UNK, CLS, SEP and MASK have
 * the ids 0 to 4 ({@code MaskTokens.PAD} and so on); they are never chosen. Words have ids from
 * {@code MaskTokens.FIRST_WORD} on.
 *
 * <p>For example, CLS 7 8 SEP with choices 0, 0, .5, 0, chance .15 and lots 0 becomes CLS MASK 8
 * SEP, with labels NOT_ASKED, 7, NOT_ASKED, NOT_ASKED.
 *
 * <p>The arrays that are given hold the same numbers afterwards.
 *
 * <p>Devlin et al., section 3.1, task 1, and appendix A.1.
 */
@FunctionalInterface
@Exercise(
    id = "11.1",
    name = "maskTokens",
    points = 15,
    claims = {66},
    tests = MaskTokensChecks.class)
public interface MaskTokens {

  /** Fills up short sentences. */
  int PAD = 0;

  /** Stands for a word that the vocabulary does not hold. */
  int UNK = 1;

  /** Begins every sentence. */
  int CLS = 2;

  /** Ends every sentence. */
  int SEP = 3;

  /** Hides a word. */
  int MASK = 4;

  /** The lowest id of a word. */
  int FIRST_WORD = 5;

  /** The label where nothing is asked. */
  int NOT_ASKED = -100;

  /**
   * What chance has drawn, for each place of the sentence.
   *
   * @param choice a number from [0, 1): is this word chosen?
   * @param lot a number from [0, 1): what becomes of it, if it is
   * @param randomWord a word to put in its place, if that is its lot
   */
  @SuppressWarnings("ArrayRecordComponent") // three rows of numbers; nobody compares them
  record Draws(double[] choice, double[] lot, int[] randomWord) {}

  /**
   * What the model reads, and what it is asked.
   *
   * @param ids the sentence with some words hidden (T)
   * @param labels the word that was there, or NOT_ASKED (T)
   */
  @SuppressWarnings("ArrayRecordComponent") // two rows of numbers; nobody compares them
  record Masked(int[] ids, int[] labels) {}

  /**
   * Hides words.
   *
   * @param ids the sentence (T)
   * @param chance the share of words that is chosen, such as .15
   * @param draws what chance has drawn, T of each
   * @return new ids and labels, T of each
   */
  Masked mask(int[] ids, double chance, Draws draws);
}
