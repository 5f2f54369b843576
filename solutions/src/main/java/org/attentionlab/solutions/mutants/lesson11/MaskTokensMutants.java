package org.attentionlab.solutions.mutants.lesson11;

import static org.attentionlab.exercises.lesson11.MaskTokens.CLS;
import static org.attentionlab.exercises.lesson11.MaskTokens.FIRST_WORD;
import static org.attentionlab.exercises.lesson11.MaskTokens.MASK;
import static org.attentionlab.exercises.lesson11.MaskTokens.NOT_ASKED;
import static org.attentionlab.exercises.lesson11.MaskTokens.PAD;
import static org.attentionlab.exercises.lesson11.MaskTokens.SEP;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.attentionlab.exercises.lesson11.MaskTokens;
import org.attentionlab.exercises.lesson11.MaskTokens.Masked;
import org.attentionlab.grading.authoring.Mutant;

/** Wrong ways to hide words. */
final class MaskTokensMutants {

  private MaskTokensMutants() {}

  static List<Mutant<MaskTokens>> all() {
    return List.of(
        choosing("masks-pad", id -> id >= FIRST_WORD || id == PAD),
        choosing("masks-pad", id -> true),
        choosing("masks-cls", id -> id >= FIRST_WORD || id == CLS),
        choosing("masks-cls", id -> id >= FIRST_WORD || id == CLS || id == SEP),
        mutant("chosen-above", "11.1.1", MaskTokensMutants::chosenAbove),
        mutant("chooses-all", "11.1.1", (ids, chance, draws) -> right(ids, 1, draws)),
        lots("always-mask", new Rule(1, 1, false)),
        lots("never-stays", new Rule(.8, 1, false)),
        lots("never-random", new Rule(.8, .8, false)),
        lots("lots-exchanged", new Rule(.8, .9, true)),
        labelled("only-masked", (before, after) -> after == MASK),
        labelled("only-changed", (before, after) -> after != before),
        mutant("label-after-hiding", "11.1.3", MaskTokensMutants::labelAfterHiding),
        labelledAnyway("label-everywhere", id -> id >= FIRST_WORD),
        labelledAnyway("label-everywhere", id -> true),
        mutant("hidden-in-place", "11.1.4", MaskTokensMutants::hiddenInPlace));
  }

  /** Whether a chosen word gets a label. */
  private interface Labelled {
    boolean test(int before, int after);
  }

  /** Where the three lots end, and whether the last two are exchanged. */
  private record Rule(double mask, double random, boolean exchanged) {

    Masked mask(int[] ids, IntPredicate word, double chance, MaskTokens.Draws draws) {
      int[] hidden = ids.clone();
      int[] labels = new int[ids.length];
      Arrays.fill(labels, NOT_ASKED);
      for (int t = 0; t < ids.length; t++) {
        if (word.test(ids[t]) && draws.choice()[t] < chance) {
          labels[t] = ids[t];
          if (draws.lot()[t] < mask) {
            hidden[t] = MASK;
          } else if (draws.lot()[t] < random != exchanged) {
            hidden[t] = draws.randomWord()[t];
          }
        }
      }
      return new Masked(hidden, labels);
    }
  }

  private static Mutant<MaskTokens> mutant(String mistake, String killedBy, MaskTokens answer) {
    return new Mutant<>(MaskTokens.class, mistake, killedBy, answer);
  }

  private static Masked right(int[] ids, double chance, MaskTokens.Draws draws) {
    return new Rule(.8, .9, false).mask(ids, id -> id >= FIRST_WORD, chance, draws);
  }

  /** The numbers turned round, so that what was above the chance is below its opposite. */
  private static Masked chosenAbove(int[] ids, double chance, MaskTokens.Draws draws) {
    double[] turned = Arrays.stream(draws.choice()).map(choice -> -choice).toArray();
    double limit = Math.nextUp(-chance);
    return right(ids, limit, new MaskTokens.Draws(turned, draws.lot(), draws.randomWord()));
  }

  private static Mutant<MaskTokens> choosing(String mistake, IntPredicate word) {
    return mutant(
        mistake,
        "11.1.1",
        (ids, chance, draws) -> new Rule(.8, .9, false).mask(ids, word, chance, draws));
  }

  private static Mutant<MaskTokens> lots(String mistake, Rule rule) {
    return mutant(
        mistake,
        "11.1.2",
        (ids, chance, draws) -> rule.mask(ids, id -> id >= FIRST_WORD, chance, draws));
  }

  private static Mutant<MaskTokens> labelled(String mistake, Labelled rule) {
    return mutant(
        mistake,
        "11.1.3",
        (ids, chance, draws) -> {
          Masked right = right(ids, chance, draws);
          for (int t = 0; t < ids.length; t++) {
            if (!rule.test(ids[t], right.ids()[t])) {
              right.labels()[t] = NOT_ASKED;
            }
          }
          return right;
        });
  }

  private static Mutant<MaskTokens> labelledAnyway(String mistake, IntPredicate which) {
    return mutant(
        mistake,
        "11.1.3",
        (ids, chance, draws) -> {
          Masked right = right(ids, chance, draws);
          for (int t = 0; t < ids.length; t++) {
            if (which.test(ids[t])) {
              right.labels()[t] = ids[t];
            }
          }
          return right;
        });
  }

  private static Masked labelAfterHiding(int[] ids, double chance, MaskTokens.Draws draws) {
    Masked right = right(ids, chance, draws);
    for (int t = 0; t < ids.length; t++) {
      if (right.labels()[t] != NOT_ASKED) {
        right.labels()[t] = right.ids()[t];
      }
    }
    return right;
  }

  private static Masked hiddenInPlace(int[] ids, double chance, MaskTokens.Draws draws) {
    Masked right = right(ids, chance, draws);
    System.arraycopy(right.ids(), 0, ids, 0, ids.length);
    return right;
  }
}
