package org.attentionlab.solutions.hidden.lesson13;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.attentionlab.exercises.lesson13.Lesson13Hints;
import org.attentionlab.exercises.lesson13.SummarizeRuns;
import org.attentionlab.exercises.lesson13.SummarizeRuns.Run;
import org.attentionlab.exercises.lesson13.SummarizeRuns.Summary;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 13.5. */
@ChecksOf(SummarizeRuns.class)
public final class SummarizeRunsHiddenChecks {

  private static final double EXACT = 1e-9;
  private static final int[] SEEDS = {5, 3, 10};

  private final SummarizeRuns answer;

  SummarizeRunsHiddenChecks(SummarizeRuns answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("13.5.1 the validation chooses the checkpoint")
  @Points(5)
  @Hint({Lesson13Hints.CHECKPOINT_1, Lesson13Hints.CHECKPOINT_2, Lesson13Hints.CHECKPOINT_3})
  void validationChooses() {
    for (int seeds : SEEDS) {
      List<Run> runs = runs(seeds);
      Expect.that("mean", answer.summarize(runs).mean())
          .given(given(seeds))
          .tolerance(EXACT)
          .mistake(
              "chosen-by-test",
              "This takes the best test result: so the test has become a part of the training.",
              () -> Grid.of(mean(runs, run -> greatest(run.test()))))
          .mistake(
              "validation-reported",
              "This reports the validation; it has chosen the checkpoint, so it is too good.",
              () -> Grid.of(mean(runs, run -> greatest(run.validation()))))
          .mistake(
              "last-checkpoint",
              "This takes the last checkpoint; the best by validation counts.",
              () -> Grid.of(mean(runs, run -> run.test()[run.test().length - 1])))
          .mistake(
              "last-of-equals",
              "Of equally good checkpoints the first one counts.",
              () -> Grid.of(mean(runs, run -> run.test()[lastBest(run)])))
          .equalTo(Grid.of(mean(runs, SummarizeRunsHiddenChecks::result)));
    }
  }

  /** Runs of one checkpoint, so that a wrong choice costs its own points only. */
  @Test
  @Mechanism("13.5.2 the deviation divides by n - 1")
  @Points(2)
  @Hint({Lesson13Hints.SPREAD_1, Lesson13Hints.SPREAD_2, Lesson13Hints.SPREAD_3})
  void deviationDividesByOneLess() {
    for (int seeds : SEEDS) {
      List<Run> runs = singles(seeds);
      double mean = mean(runs, run -> run.test()[0]);
      double squares = runs.stream().mapToDouble(run -> square(run.test()[0] - mean)).sum();
      Expect.that("deviation", answer.summarize(runs).deviation())
          .given(seeds + " runs of one checkpoint, seed " + seeds)
          .tolerance(EXACT)
          .mistake(
              "by-n",
              "This divides by n; the seeds are a sample, so it is n - 1.",
              () -> Grid.of(Math.sqrt(squares / seeds)))
          .mistake(
              "variance",
              "This is the variance; its root is missing.",
              () -> Grid.of(squares / (seeds - 1)))
          .mistake(
              "standard-error",
              "This is the standard error of the mean, not the deviation of the runs.",
              () -> Grid.of(Math.sqrt(squares / (seeds - 1) / seeds)))
          .equalTo(Grid.of(Math.sqrt(squares / (seeds - 1))));
    }
  }

  @Test
  @Mechanism("13.5.3 every run counts")
  @Points(2)
  @Hint({Lesson13Hints.SEEDS_1, Lesson13Hints.SEEDS_2, Lesson13Hints.SEEDS_3})
  void everyRunCounts() {
    for (int seeds : SEEDS) {
      List<Run> runs = singles(seeds);
      double[] tests = runs.stream().mapToDouble(run -> run.test()[0]).toArray();
      double mean = mean(runs, run -> run.test()[0]);
      double lowest = Arrays.stream(tests).min().orElseThrow();
      double highest = greatest(tests);
      Summary summary = answer.summarize(runs);
      Expect.that(
              "mean, lowest and highest",
              new double[] {summary.mean(), summary.lowest(), summary.highest()})
          .given(seeds + " runs of one checkpoint, seed " + seeds)
          .tolerance(EXACT)
          .mistake(
              "best-run",
              "This reports the best run alone.",
              () -> Grid.of(new double[] {highest, highest, highest}))
          .mistake(
              "first-and-last",
              "The first and the last run are not the lowest and the highest.",
              () -> Grid.of(new double[] {mean, tests[0], tests[tests.length - 1]}))
          .mistake(
              "exchanged",
              "Lowest and highest have changed places.",
              () -> Grid.of(new double[] {mean, highest, lowest}))
          .equalTo(Grid.of(new double[] {mean, lowest, highest}));
    }
  }

  @Test
  @Mechanism("13.5.4 the inputs are left as they were")
  @Points(1)
  @Hint({Lesson13Hints.KEPT_1, Lesson13Hints.KEPT_2, Lesson13Hints.KEPT_3})
  void inputsAreLeftAlone() {
    List<Run> runs = runs(3);
    List<Run> before =
        runs.stream().map(r -> new Run(r.validation().clone(), r.test().clone())).toList();
    String given = given(3) + ", mean " + answer.summarize(runs).mean();
    for (int i = 0; i < 3; i++) {
      expectLeft("validation", runs.get(i).validation(), before.get(i).validation(), given);
      expectLeft("test", runs.get(i).test(), before.get(i).test(), given);
    }
  }

  private static void expectLeft(String name, double[] after, double[] before, String given) {
    Expect.that(name + " after the call", after)
        .given(given)
        .mistake(
            "sorted-in-place",
            "The array has been sorted in place; it belongs to the caller.",
            () -> Grid.of(Arrays.stream(before).sorted().toArray()))
        .equalTo(Grid.of(before));
  }

  private static String given(int seeds) {
    return seeds + " runs of 3 to 8 checkpoints, seed " + seeds;
  }

  /** In each run two checkpoints share the best validation, and neither is the last. */
  private static List<Run> runs(int count) {
    Random random = new Random(count);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int checkpoints = 3 + random.nextInt(6);
      double[] validation = random.doubles(checkpoints, 0, .9).toArray();
      int first = random.nextInt(checkpoints - 2);
      validation[first] = .95;
      validation[first + 1] = .95;
      runs.add(new Run(validation, random.doubles(checkpoints).toArray()));
    }
    return runs;
  }

  private static List<Run> singles(int count) {
    return new Random(count)
        .doubles(count)
        .mapToObj(result -> new Run(new double[] {.5}, new double[] {result}))
        .toList();
  }

  private static double result(Run run) {
    double best = greatest(run.validation());
    for (int i = 0; ; i++) {
      if (run.validation()[i] == best) {
        return run.test()[i];
      }
    }
  }

  private static int lastBest(Run run) {
    int last = 0;
    for (int i = 0; i < run.validation().length; i++) {
      last = run.validation()[i] >= run.validation()[last] ? i : last;
    }
    return last;
  }

  private static double greatest(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  private static double square(double value) {
    return value * value;
  }

  private static double mean(List<Run> runs, ToDoubleFunction<Run> of) {
    return runs.stream().mapToDouble(of).sum() / runs.size();
  }
}
