package org.attentionlab.exercises.lesson11;

import java.util.Arrays;
import org.attentionlab.exercises.lesson11.MaskTokens.Draws;
import org.attentionlab.exercises.lesson11.MaskTokens.Masked;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 11.1. Ids: PAD 0, CLS 2, SEP 3, MASK 4, words from 5. */
@ChecksOf(MaskTokens.class)
public final class MaskTokensChecks {

  private static final double CHANCE = .15;
  private static final double EXACT = 1e-12;

  private final MaskTokens answer;

  MaskTokensChecks(MaskTokens answer) {
    this.answer = answer;
  }

  private static Grid ids(int... ids) {
    return Grid.of(ids);
  }

  /** The lots are all the mask, so that it shows who was chosen. */
  @Test
  @Mechanism("11.1.1 words are chosen, special tokens never")
  @Points(5)
  @Hint({Lesson11Hints.CHOSEN_1, Lesson11Hints.CHOSEN_2, Lesson11Hints.CHOSEN_3})
  void wordsAreChosen() {
    double[] choice = {.05, .1, .6, .14, .01, .03, .9};
    double[] lot = {.1, .1, .1, .1, .1, .1, .1};
    Draws draws = new Draws(choice, lot, new int[] {20, 21, 22, 23, 24, 25, 26});
    Expect.that("ids", answer.mask(new int[] {2, 10, 11, 12, 3, 0, 0}, CHANCE, draws).ids())
        .given("ids [2 10 11 12 3 0 0], choice [.05 .1 .6 .14 .01 .03 .9], all lots .1")
        .tolerance(EXACT)
        .mistake(
            "masks-pad",
            "PAD has been hidden: nobody can learn from guessing what fills up.",
            () -> ids(2, 4, 11, 4, 3, 4, 0))
        .mistake(
            "masks-pad",
            "All ids have been treated as words: CLS, SEP and PAD never are.",
            () -> ids(4, 4, 11, 4, 4, 4, 0))
        .mistake(
            "masks-cls",
            "CLS has been hidden: it is no word, its vector stands for the sentence.",
            () -> ids(4, 4, 11, 4, 3, 0, 0))
        .mistake(
            "masks-cls",
            "CLS and SEP have been hidden; they are no words.",
            () -> ids(4, 4, 11, 4, 4, 0, 0))
        .mistake(
            "chosen-above",
            "A word is chosen where choice is below chance, not above it.",
            () -> ids(2, 10, 4, 12, 3, 0, 0))
        .mistake(
            "chooses-all",
            "Every word has been chosen, whatever chance says.",
            () -> ids(2, 4, 4, 4, 3, 0, 0))
        .equalTo(ids(2, 4, 11, 4, 3, 0, 0));
  }

  @Test
  @Mechanism("11.1.2 80 % become the mask, 10 % a random word, 10 % stay")
  @Points(5)
  @Hint({Lesson11Hints.LOT_1, Lesson11Hints.LOT_2, Lesson11Hints.LOT_3})
  void threeLots() {
    double[] lot = {.5, 0, .79, .8, .89, .9, .99, .5};
    Draws draws = new Draws(new double[8], lot, new int[] {20, 21, 22, 23, 24, 25, 26, 27});
    Expect.that("ids", answer.mask(new int[] {2, 10, 11, 12, 13, 14, 15, 3}, CHANCE, draws).ids())
        .given(
            "ids [2 10 11 12 13 14 15 3], every word chosen, lot [.5 0 .79 .8 .89 .9 .99 .5],"
                + " random words 20 to 27")
        .tolerance(EXACT)
        .mistake(
            "always-mask",
            "Every chosen word has become the mask; 20 % of them should not.",
            () -> ids(2, 4, 4, 4, 4, 4, 4, 3))
        .mistake(
            "never-stays",
            "From .9 on the word stays; here a random word has come in its place.",
            () -> ids(2, 4, 4, 23, 24, 25, 26, 3))
        .mistake(
            "never-random",
            "From .8 to .9 a random word comes in; here the word has stayed.",
            () -> ids(2, 4, 4, 12, 13, 14, 15, 3))
        .mistake(
            "lots-exchanged",
            "The two cases of 10 % are exchanged.",
            () -> ids(2, 4, 4, 12, 13, 25, 26, 3))
        .equalTo(ids(2, 4, 4, 23, 24, 14, 15, 3));
  }

  @Test
  @Mechanism("11.1.3 the label is the word that was there")
  @Points(4)
  @Hint({Lesson11Hints.LABEL_1, Lesson11Hints.LABEL_2, Lesson11Hints.LABEL_3})
  void labels() {
    double[] choice = {0, 0, .1, .1, .9, 0, 0};
    double[] lot = {.5, .5, .85, .95, .5, .5, .5};
    Draws draws = new Draws(choice, lot, new int[] {20, 21, 22, 23, 24, 25, 26});
    int none = MaskTokens.NOT_ASKED;
    Expect.that("labels", answer.mask(new int[] {2, 10, 11, 12, 13, 3, 0}, CHANCE, draws).labels())
        .given("ids [2 10 11 12 13 3 0], 10 becomes the mask, 11 becomes 22, 12 stays")
        .tolerance(EXACT)
        .mistake(
            "only-masked",
            "Only masked words have a label. All chosen words have one.",
            () -> ids(none, 10, none, none, none, none, none))
        .mistake(
            "only-changed",
            "The chosen word that stays has no label. It is asked for as well.",
            () -> ids(none, 10, 11, none, none, none, none))
        .mistake(
            "label-after-hiding",
            "The labels hold what the model reads; it must find what was there before.",
            () -> ids(none, 4, 22, 12, none, none, none))
        .mistake(
            "label-everywhere",
            "Words that were not chosen have a label too.",
            () -> ids(none, 10, 11, 12, 13, none, none))
        .mistake(
            "label-everywhere",
            "Every token has a label; only chosen words have one.",
            () -> ids(2, 10, 11, 12, 13, 3, 0))
        .equalTo(ids(none, 10, 11, 12, none, none, none));
  }

  @Test
  @Mechanism("11.1.4 the sentence is left as it was")
  @Points(1)
  @Hint({Lesson11Hints.KEPT_1, Lesson11Hints.KEPT_2, Lesson11Hints.KEPT_3})
  void sentenceIsLeftAlone() {
    int[] sentence = {2, 10, 11, 3};
    double[] choice = {.5, 0, .5, .5};
    Draws draws = new Draws(choice, new double[4], new int[] {20, 21, 22, 23});
    Masked masked = answer.mask(sentence, CHANCE, draws);
    Expect.that("the sentence after the call", sentence)
        .given("ids [2 10 11 3], of which 10 is hidden; result " + Arrays.toString(masked.ids()))
        .tolerance(EXACT)
        .mistake(
            "hidden-in-place",
            "The mask has been written into the caller's sentence.",
            () -> ids(2, 4, 11, 3))
        .equalTo(ids(2, 10, 11, 3));
  }
}
