package org.attentionlab.exercises.lesson13;

import java.util.Arrays;
import java.util.List;
import org.attentionlab.exercises.lesson13.SummarizeRuns.Run;
import org.attentionlab.exercises.lesson13.SummarizeRuns.Summary;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 13.5, on two and three runs. */
@ChecksOf(SummarizeRuns.class)
public final class SummarizeRunsChecks {

  private static final double EXACT = 1e-9;

  private final SummarizeRuns answer;

  SummarizeRunsChecks(SummarizeRuns answer) {
    this.answer = answer;
  }

  /** Both runs are alike, so that only the choice of the checkpoint matters. */
  @Test
  @Mechanism("13.5.1 the validation chooses the checkpoint")
  @Points(5)
  @Hint({Lesson13Hints.CHECKPOINT_1, Lesson13Hints.CHECKPOINT_2, Lesson13Hints.CHECKPOINT_3})
  void validationChooses() {
    Run run = new Run(new double[] {.5, .8, .8, .7}, new double[] {.9, .6, .5, .4});
    Expect.that("mean", answer.summarize(List.of(run, run)).mean())
        .given("twice validation .5 .8 .8 .7, test .9 .6 .5 .4")
        .tolerance(EXACT)
        .mistake(
            "chosen-by-test",
            "This takes the best test result: so the test has become a part of the training.",
            () -> Grid.of(.9))
        .mistake(
            "validation-reported",
            "This reports the validation; it has chosen the checkpoint, so it is too good.",
            () -> Grid.of(.8))
        .mistake(
            "last-checkpoint",
            "This takes the last checkpoint; the best by validation counts.",
            () -> Grid.of(.4))
        .mistake(
            "last-of-equals",
            "Of equally good checkpoints the first one counts.",
            () -> Grid.of(.5))
        .equalTo(Grid.of(.6));
  }

  @Test
  @Mechanism("13.5.2 the deviation divides by n - 1")
  @Points(2)
  @Hint({Lesson13Hints.SPREAD_1, Lesson13Hints.SPREAD_2, Lesson13Hints.SPREAD_3})
  void deviationDividesByOneLess() {
    Expect.that("deviation", answer.summarize(single(.2, .4, .6)).deviation())
        .given("three runs of one checkpoint, test .2, .4 and .6")
        .tolerance(EXACT)
        .mistake(
            "by-n",
            "This divides by n; the seeds are a sample, so it is n - 1.",
            () -> Grid.of(Math.sqrt(.08 / 3)))
        .mistake("variance", "This is the variance; its root is missing.", () -> Grid.of(.04))
        .mistake(
            "standard-error",
            "This is the standard error of the mean, not the deviation of the runs.",
            () -> Grid.of(.2 / Math.sqrt(3)))
        .equalTo(Grid.of(.2));
  }

  @Test
  @Mechanism("13.5.3 every run counts")
  @Points(2)
  @Hint({Lesson13Hints.SEEDS_1, Lesson13Hints.SEEDS_2, Lesson13Hints.SEEDS_3})
  void everyRunCounts() {
    Summary summary = answer.summarize(single(.9, .1, .5));
    double[] found = {summary.mean(), summary.lowest(), summary.highest()};
    Expect.that("mean, lowest and highest", found)
        .given("three runs of one checkpoint, test .9, .1 and .5")
        .tolerance(EXACT)
        .mistake(
            "best-run",
            "This reports the best run alone.",
            () -> Grid.of(new double[] {.9, .9, .9}))
        .mistake(
            "first-and-last",
            "The first and the last run are not the lowest and the highest.",
            () -> Grid.of(new double[] {.5, .9, .5}))
        .mistake(
            "exchanged",
            "Lowest and highest have changed places.",
            () -> Grid.of(new double[] {.5, .9, .1}))
        .equalTo(Grid.of(new double[] {.5, .1, .9}));
  }

  @Test
  @Mechanism("13.5.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson13Hints.KEPT_1, Lesson13Hints.KEPT_2, Lesson13Hints.KEPT_3})
  void inputsAreLeftAlone() {
    double[] validation = {.5, .9, .7};
    double[] test = {.8, .4, .6};
    Run run = new Run(validation, test);
    String given = "mean " + answer.summarize(List.of(run, run)).mean();
    Expect.that("validation after the call", validation)
        .given(given)
        .mistake(
            "sorted-in-place",
            "The array has been sorted in place; it belongs to the caller.",
            () -> Grid.of(new double[] {.5, .7, .9}))
        .equalTo(Grid.of(new double[] {.5, .9, .7}));
    Expect.that("test after the call", test)
        .given(given)
        .mistake(
            "sorted-in-place",
            "The array has been sorted in place; it belongs to the caller.",
            () -> Grid.of(new double[] {.4, .6, .8}))
        .equalTo(Grid.of(new double[] {.8, .4, .6}));
  }

  private static List<Run> single(double... results) {
    return Arrays.stream(results)
        .mapToObj(result -> new Run(new double[] {.5}, new double[] {result}))
        .toList();
  }
}
