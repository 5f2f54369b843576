package org.attentionlab.solutions.hidden.lesson11;

import java.util.Locale;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.attentionlab.exercises.lesson11.MaskTokens;
import org.attentionlab.exercises.lesson11.MaskTokens.Draws;
import org.attentionlab.grading.expect.Grid;

/**
 * A sentence between CLS and SEP, padded, with what chance has drawn.
 *
 * <p>Some draws lie exactly on a limit. Where a word is not chosen, its lot is drawn all the same.
 */
@SuppressWarnings("ArrayRecordComponent") // rows of numbers; nobody compares them
record MaskCase(int[] ids, double chance, Draws draws) {

  /** What becomes of a chosen word. */
  enum Lot {
    MASK,
    RANDOM,
    SAME
  }

  private static final int VOCABULARY = 60;

  static MaskCase of(long seed, int words, int padding, double chance) {
    Random random = new Random(seed);
    int length = words + 2 + padding;
    int[] ids = new int[length];
    double[] choice = new double[length];
    double[] lot = new double[length];
    int[] randomWord = new int[length];
    ids[0] = MaskTokens.CLS;
    for (int t = 0; t < length; t++) {
      if (t >= 1 && t <= words) {
        ids[t] = word(random);
      }
      choice[t] = random.nextInt(8) == 0 ? chance : random.nextDouble();
      lot[t] = random.nextInt(10) == 0 ? .8 : random.nextInt(10) == 0 ? .9 : random.nextDouble();
      randomWord[t] = word(random);
    }
    ids[words + 1] = MaskTokens.SEP;
    if (words > 4) {
      ids[3] = MaskTokens.UNK;
    }
    return new MaskCase(ids, chance, new Draws(choice, lot, randomWord));
  }

  /** The same with lots that all give the mask. */
  MaskCase alwaysMasked() {
    return new MaskCase(
        ids, chance, new Draws(draws.choice(), new double[ids.length], draws.randomWord()));
  }

  private static int word(Random random) {
    return MaskTokens.FIRST_WORD + random.nextInt(VOCABULARY - MaskTokens.FIRST_WORD);
  }

  String given() {
    return String.format(Locale.ROOT, "%d tokens, chance %s", ids.length, chance);
  }

  MaskTokens.Masked ask(MaskTokens answer) {
    return answer.mask(
        ids.clone(),
        chance,
        new Draws(draws.choice().clone(), draws.lot().clone(), draws.randomWord().clone()));
  }

  boolean isWord(int t) {
    return ids[t] >= MaskTokens.FIRST_WORD;
  }

  boolean isDrawn(int t) {
    return draws.choice()[t] < chance;
  }

  boolean isChosen(int t) {
    return isWord(t) && isDrawn(t);
  }

  Lot lot(int t) {
    double lot = draws.lot()[t];
    return lot >= .9 ? Lot.SAME : lot >= .8 ? Lot.RANDOM : Lot.MASK;
  }

  /** What is read, if those places are chosen and each lot has that outcome. */
  Grid read(IntPredicate chosen, IntFunction<Lot> outcome) {
    return each(
        (t, id) -> {
          if (!chosen.test(t)) {
            return id;
          }
          return switch (outcome.apply(t)) {
            case MASK -> MaskTokens.MASK;
            case RANDOM -> draws.randomWord()[t];
            case SAME -> id;
          };
        });
  }

  Grid read() {
    return read(this::isChosen, this::lot);
  }

  /** Labels at those places, and none elsewhere. */
  Grid labels(IntPredicate asked) {
    return each((t, id) -> asked.test(t) ? id : MaskTokens.NOT_ASKED);
  }

  Grid each(IntBinaryOperator ofPlaceAndId) {
    int[] result = new int[ids.length];
    for (int t = 0; t < result.length; t++) {
      result[t] = ofPlaceAndId.applyAsInt(t, ids[t]);
    }
    return Grid.of(result);
  }
}
