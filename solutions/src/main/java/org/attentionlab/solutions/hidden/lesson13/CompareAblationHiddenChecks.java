package org.attentionlab.solutions.hidden.lesson13;

import java.util.Arrays;
import java.util.Random;
import org.attentionlab.exercises.lesson13.CompareAblation;
import org.attentionlab.exercises.lesson13.CompareAblation.Effect;
import org.attentionlab.exercises.lesson13.Lesson13Hints;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 13.6. */
@ChecksOf(CompareAblation.class)
public final class CompareAblationHiddenChecks {

  private static final double EXACT = 1e-9;

  private final CompareAblation answer;

  CompareAblationHiddenChecks(CompareAblation answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("13.6.1 seed by seed, the whole model less the ablated one")
  @Points(3)
  @Hint({Lesson13Hints.PAIRED_1, Lesson13Hints.PAIRED_2, Lesson13Hints.PAIRED_3})
  void seedBySeed() {
    for (int seeds : new int[] {3, 5, 16}) {
      Random random = new Random(seeds);
      double[] full = random.doubles(seeds, .4, 1).toArray();
      double[] ablated = random.doubles(seeds, 0, .9).toArray();
      double sum = 0;
      double lowest = Double.POSITIVE_INFINITY;
      double highest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < seeds; i++) {
        sum += full[i] - ablated[i];
        lowest = Math.min(lowest, full[i] - ablated[i]);
        highest = Math.max(highest, full[i] - ablated[i]);
      }
      double[] right = {sum / seeds, lowest, highest};
      Effect effect = answer.compare(full.clone(), ablated.clone());
      Expect.that(
              "mean, lowest and highest",
              new double[] {effect.mean(), effect.lowest(), effect.highest()})
          .given(seeds + " seeds, random results, seed " + seeds)
          .tolerance(EXACT)
          .mistake(
              "sign",
              "This is the ablated model less the whole one.",
              () -> Grid.of(new double[] {-right[0], -right[2], -right[1]}))
          .mistake(
              "not-paired",
              "This compares the worst of one with the best of the other; the seeds belong"
                  + " together.",
              () ->
                  Grid.of(
                      new double[] {
                        right[0], least(full) - most(ablated), most(full) - least(ablated)
                      }))
          .mistake(
              "not-paired",
              "This compares lowest with lowest and highest with highest; the seeds belong"
                  + " together.",
              () ->
                  Grid.of(
                      new double[] {
                        right[0], least(full) - least(ablated), most(full) - most(ablated)
                      }))
          .equalTo(Grid.of(right));
    }
  }

  @Test
  @Mechanism("13.6.2 clear is what all seeds agree on")
  @Points(2)
  @Hint({Lesson13Hints.CLEAR_1, Lesson13Hints.CLEAR_2, Lesson13Hints.CLEAR_3})
  void allSeedsAgree() {
    double[][] differences = {
      {.25, .5, .125}, {-.25, -.5, -.125}, {.5, .5, -.125}, {-.5, .25, -.5}, {.5, 0, .25}, {0, 0, 0}
    };
    double[] clear = new double[differences.length];
    for (int i = 0; i < clear.length; i++) {
      double[] full = Arrays.stream(differences[i]).map(d -> .5 + d).toArray();
      clear[i] = answer.compare(full, new double[] {.5, .5, .5}).clear() ? 1 : 0;
    }
    Expect.that("clear", clear)
        .given("differences " + Arrays.deepToString(differences) + "; 1 is clear, 0 is not")
        .mistake(
            "clear-by-mean",
            "This asks the mean; in the third case one seed says the opposite.",
            () -> Grid.of(new double[] {1, 1, 1, 1, 1, 0}))
        .mistake(
            "clear-by-mean",
            "This asks whether the mean is above 0.",
            () -> Grid.of(new double[] {1, 0, 1, 0, 1, 0}))
        .mistake(
            "gains-only",
            "A part can do harm, and that can be clear as well: all differences below 0.",
            () -> Grid.of(new double[] {1, 0, 0, 0, 0, 0}))
        .mistake(
            "zero-agrees",
            "A difference of 0 agrees with neither sign.",
            () -> Grid.of(new double[] {1, 1, 0, 0, 1, 1}))
        .equalTo(Grid.of(new double[] {1, 1, 0, 0, 0, 0}));
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  private static double most(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }
}
