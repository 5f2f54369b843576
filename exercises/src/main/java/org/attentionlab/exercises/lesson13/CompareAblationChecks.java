package org.attentionlab.exercises.lesson13;

import org.attentionlab.exercises.lesson13.CompareAblation.Effect;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 13.6, on three seeds. */
@ChecksOf(CompareAblation.class)
public final class CompareAblationChecks {

  private static final double EXACT = 1e-9;

  private final CompareAblation answer;

  CompareAblationChecks(CompareAblation answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("13.6.1 seed by seed, the whole model less the ablated one")
  @Points(3)
  @Hint({Lesson13Hints.PAIRED_1, Lesson13Hints.PAIRED_2, Lesson13Hints.PAIRED_3})
  void seedBySeed() {
    Effect effect = answer.compare(new double[] {.9, .5, .7}, new double[] {.8, .3, .3});
    Expect.that(
            "mean, lowest and highest",
            new double[] {effect.mean(), effect.lowest(), effect.highest()})
        .given("full .9 .5 .7, ablated .8 .3 .3")
        .tolerance(EXACT)
        .mistake(
            "sign",
            "This is the ablated model less the whole one.",
            () -> Grid.of(new double[] {-.7 / 3, -.4, -.1}))
        .mistake(
            "not-paired",
            "This compares the worst of one with the best of the other; the seeds belong together.",
            () -> Grid.of(new double[] {.7 / 3, -.3, .6}))
        .mistake(
            "not-paired",
            "This compares lowest with lowest and highest with highest; the seeds belong together.",
            () -> Grid.of(new double[] {.7 / 3, .2, .1}))
        .equalTo(Grid.of(new double[] {.7 / 3, .1, .4}));
  }

  @Test
  @Mechanism("13.6.2 clear is what all seeds agree on")
  @Points(2)
  @Hint({Lesson13Hints.CLEAR_1, Lesson13Hints.CLEAR_2, Lesson13Hints.CLEAR_3})
  void allSeedsAgree() {
    double[][] full = {{.9, .8}, {.3, .2}, {.9, .3}, {.9, .4}};
    double[][] ablated = {{.5, .6}, {.5, .6}, {.5, .4}, {.5, .4}};
    boolean[] clear = new boolean[4];
    for (int i = 0; i < clear.length; i++) {
      clear[i] = answer.compare(full[i], ablated[i]).clear();
    }
    Expect.that("clear", clear)
        .given("differences [.4 .2], [-.2 -.4], [.4 -.1] and [.4 0]; 1 is clear, 0 is not")
        .mistake(
            "clear-by-mean",
            "This asks the mean; one seed of the third pair says the opposite.",
            () -> Grid.of(new double[] {1, 1, 1, 1}))
        .mistake(
            "clear-by-mean",
            "This asks whether the mean is above 0.",
            () -> Grid.of(new double[] {1, 0, 1, 1}))
        .mistake(
            "gains-only",
            "A part can do harm, and that can be clear as well: all differences below 0.",
            () -> Grid.of(new double[] {1, 0, 0, 0}))
        .mistake(
            "zero-agrees",
            "A difference of 0 agrees with neither sign.",
            () -> Grid.of(new double[] {1, 1, 0, 1}))
        .equalTo(Grid.of(new double[] {1, 1, 0, 0}));
  }
}
