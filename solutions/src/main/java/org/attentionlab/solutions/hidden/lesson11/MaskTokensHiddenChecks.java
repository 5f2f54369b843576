package org.attentionlab.solutions.hidden.lesson11;

import java.util.List;
import java.util.function.IntPredicate;
import org.attentionlab.exercises.lesson11.Lesson11Hints;
import org.attentionlab.exercises.lesson11.MaskTokens;
import org.attentionlab.exercises.lesson11.MaskTokens.Draws;
import org.attentionlab.exercises.lesson11.MaskTokens.Masked;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.lesson11.MaskCase.Lot;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 11.1. */
@ChecksOf(MaskTokens.class)
public final class MaskTokensHiddenChecks {

  private static final double EXACT = 1e-12;

  /** Short and long sentences, with and without padding, few and many words chosen. */
  private static final List<MaskCase> CASES =
      List.of(
          MaskCase.of(11101, 60, 12, .5),
          MaskCase.of(11102, 40, 30, .15),
          MaskCase.of(11103, 16, 0, .9),
          MaskCase.of(11104, 1, 0, .15),
          MaskCase.of(11105, 3, 5, 1));

  private final MaskTokens answer;

  MaskTokensHiddenChecks(MaskTokens answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("11.1.1 words are chosen, special tokens never")
  @Points(5)
  @Hint({Lesson11Hints.CHOSEN_1, Lesson11Hints.CHOSEN_2, Lesson11Hints.CHOSEN_3})
  void wordsAreChosen() {
    for (MaskCase drawn : CASES) {
      MaskCase given = drawn.alwaysMasked();
      int[] ids = given.ids();
      Expect.that("ids", given.ask(answer).ids())
          .given(given.given() + ", all lots 0")
          .tolerance(EXACT)
          .mistake(
              "masks-pad",
              "PAD has been hidden: nobody can learn from guessing what fills up.",
              () ->
                  chosen(
                      given,
                      t -> given.isDrawn(t) && (given.isWord(t) || ids[t] == MaskTokens.PAD)))
          .mistake(
              "masks-pad",
              "All ids have been treated as words: CLS, SEP, UNK and PAD never are.",
              () -> chosen(given, given::isDrawn))
          .mistake(
              "masks-cls",
              "CLS has been hidden: it is no word, its vector stands for the sentence.",
              () ->
                  chosen(
                      given,
                      t -> given.isDrawn(t) && (given.isWord(t) || ids[t] == MaskTokens.CLS)))
          .mistake(
              "masks-cls",
              "CLS and SEP have been hidden; they are no words.",
              () ->
                  chosen(
                      given,
                      t ->
                          given.isDrawn(t)
                              && (given.isWord(t)
                                  || ids[t] == MaskTokens.CLS
                                  || ids[t] == MaskTokens.SEP)))
          .mistake(
              "masks-cls",
              "Only PAD has been spared; CLS, SEP and UNK are no words either.",
              () -> chosen(given, t -> given.isDrawn(t) && ids[t] != MaskTokens.PAD))
          .mistake(
              "chosen-above",
              "A word is chosen where choice is below chance, not above it.",
              () -> chosen(given, t -> given.isWord(t) && !given.isDrawn(t)))
          .mistake(
              "chosen-above",
              "A word whose choice equals chance is not chosen: below, not up to.",
              () ->
                  chosen(
                      given, t -> given.isWord(t) && given.draws().choice()[t] <= given.chance()))
          .mistake(
              "chooses-all",
              "Every word has been chosen, whatever chance says.",
              () -> chosen(given, given::isWord))
          .equalTo(given.read());
    }
  }

  private static Grid chosen(MaskCase given, IntPredicate which) {
    return given.read(which, t -> Lot.MASK);
  }

  @Test
  @Mechanism("11.1.2 80 % become the mask, 10 % a random word, 10 % stay")
  @Points(5)
  @Hint({Lesson11Hints.LOT_1, Lesson11Hints.LOT_2, Lesson11Hints.LOT_3})
  void threeLots() {
    for (MaskCase given : CASES) {
      Expect.that("ids", given.ask(answer).ids())
          .given(given.given())
          .tolerance(EXACT)
          .mistake(
              "always-mask",
              "Every chosen word has become the mask; 20 % of them should not.",
              () -> given.read(given::isChosen, t -> Lot.MASK))
          .mistake(
              "never-stays",
              "From .9 on the word stays; here a random word has come in its place.",
              () ->
                  given.read(
                      given::isChosen, t -> given.lot(t) == Lot.SAME ? Lot.RANDOM : given.lot(t)))
          .mistake(
              "never-random",
              "From .8 to .9 a random word comes in; here the word has stayed.",
              () ->
                  given.read(
                      given::isChosen, t -> given.lot(t) == Lot.RANDOM ? Lot.SAME : given.lot(t)))
          .mistake(
              "lots-exchanged",
              "The two cases of 10 % are exchanged.",
              () -> given.read(given::isChosen, t -> exchanged(given.lot(t))))
          .equalTo(given.read());
    }
  }

  private static Lot exchanged(Lot lot) {
    return switch (lot) {
      case MASK -> Lot.MASK;
      case RANDOM -> Lot.SAME;
      case SAME -> Lot.RANDOM;
    };
  }

  @Test
  @Mechanism("11.1.3 the label is the word that was there")
  @Points(4)
  @Hint({Lesson11Hints.LABEL_1, Lesson11Hints.LABEL_2, Lesson11Hints.LABEL_3})
  void labels() {
    for (MaskCase given : CASES) {
      Expect.that("labels", given.ask(answer).labels())
          .given(given.given())
          .tolerance(EXACT)
          .mistake(
              "only-masked",
              "Only masked words have a label. All chosen words have one.",
              () -> given.labels(t -> given.isChosen(t) && given.lot(t) == Lot.MASK))
          .mistake(
              "only-changed",
              "The chosen word that stays has no label. It is asked for as well.",
              () -> given.labels(t -> given.isChosen(t) && given.lot(t) != Lot.SAME))
          .mistake(
              "label-after-hiding",
              "The labels hold what the model reads; it must find what was there before.",
              () -> afterHiding(given))
          .mistake(
              "label-everywhere",
              "Words that were not chosen have a label too.",
              () -> given.labels(given::isWord))
          .mistake(
              "label-everywhere",
              "Every token has a label; only chosen words have one.",
              () -> given.labels(t -> true))
          .equalTo(given.labels(given::isChosen));
    }
  }

  private static Grid afterHiding(MaskCase given) {
    double[] read = given.read().values();
    return given.each((t, id) -> given.isChosen(t) ? (int) read[t] : MaskTokens.NOT_ASKED);
  }

  @Test
  @Mechanism("11.1.4 the sentence is left as it was")
  @Points(1)
  @Hint({Lesson11Hints.KEPT_1, Lesson11Hints.KEPT_2, Lesson11Hints.KEPT_3})
  void sentenceIsLeftAlone() {
    MaskCase given = CASES.get(0);
    int[] sentence = given.ids().clone();
    Draws draws = given.draws();
    Masked masked = answer.mask(sentence, given.chance(), draws);
    Expect.that("the sentence after the call", sentence)
        .given(given.given() + ", result of " + masked.ids().length)
        .tolerance(EXACT)
        .mistake(
            "hidden-in-place", "The words have been hidden in the caller's sentence.", given::read)
        .equalTo(Grid.of(given.ids()));
  }
}
