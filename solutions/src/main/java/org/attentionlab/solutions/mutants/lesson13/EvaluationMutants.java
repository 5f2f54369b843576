package org.attentionlab.solutions.mutants.lesson13;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.attentionlab.exercises.lesson13.CompareAblation;
import org.attentionlab.exercises.lesson13.CompareAblation.Effect;
import org.attentionlab.exercises.lesson13.SummarizeRuns;
import org.attentionlab.exercises.lesson13.SummarizeRuns.Run;
import org.attentionlab.exercises.lesson13.SummarizeRuns.Summary;
import org.attentionlab.grading.authoring.Mutant;

/** Results that look better, or surer, than they are. */
final class EvaluationMutants {

  private EvaluationMutants() {}

  static List<Mutant<?>> all() {
    return List.of(
        chosen("chosen-by-test", run -> greatest(run.test())),
        chosen("validation-reported", run -> greatest(run.validation())),
        chosen("last-checkpoint", run -> run.test()[run.test().length - 1]),
        chosen("last-of-equals", EvaluationMutants::lastOfEquals),
        summary("by-n", "13.5.2", s -> of(s, s.sumOfSquares() / s.n())),
        summary("standard-error", "13.5.2", s -> of(s, s.sumOfSquares() / (s.n() - 1) / s.n())),
        summary("variance", "13.5.2", EvaluationMutants::variance),
        summary("best-run", "13.5.3", EvaluationMutants::bestRun),
        summary("first-and-last", "13.5.3", EvaluationMutants::firstAndLast),
        summary("exchanged", "13.5.3", EvaluationMutants::exchanged),
        new Mutant<>(
            SummarizeRuns.class, "sorted-in-place", "13.5.4", EvaluationMutants::sortedInPlace),
        effect("sign", "13.6.1", (whole, without) -> right(without, whole)),
        effect("not-paired", "13.6.1", EvaluationMutants::worstAgainstBest),
        effect("not-paired", "13.6.1", EvaluationMutants::sorted),
        effect("clear-by-mean", "13.6.2", EvaluationMutants::clearByMean),
        effect("clear-by-mean", "13.6.2", EvaluationMutants::clearByPositiveMean),
        effect("gains-only", "13.6.2", EvaluationMutants::gainsOnly),
        effect("zero-agrees", "13.6.2", EvaluationMutants::zeroAgrees));
  }

  /** The results of all runs, the right checkpoint of each. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Results(double[] values) {
    int n() {
      return values.length;
    }

    double mean() {
      return Arrays.stream(values).average().orElseThrow();
    }

    double sumOfSquares() {
      double mean = mean();
      return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    }

    double lowest() {
      return Arrays.stream(values).min().orElseThrow();
    }
  }

  private static Mutant<SummarizeRuns> chosen(String mistake, ToDoubleFunction<Run> result) {
    return new Mutant<>(
        SummarizeRuns.class,
        mistake,
        "13.5.1",
        runs -> {
          Results results = new Results(runs.stream().mapToDouble(result).toArray());
          return of(results, results.sumOfSquares() / (results.n() - 1));
        });
  }

  /** What is wrong with a summary. */
  private interface Wrong {
    Summary of(Results results);
  }

  private static Mutant<SummarizeRuns> summary(String mistake, String killedBy, Wrong wrong) {
    return new Mutant<>(
        SummarizeRuns.class,
        mistake,
        killedBy,
        runs ->
            wrong.of(new Results(runs.stream().mapToDouble(EvaluationMutants::result).toArray())));
  }

  private static Mutant<CompareAblation> effect(
      String mistake, String killedBy, CompareAblation answer) {
    return new Mutant<>(CompareAblation.class, mistake, killedBy, answer);
  }

  private static double greatest(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  private static double result(Run run) {
    double best = greatest(run.validation());
    int at =
        IntStream.range(0, run.validation().length)
            .filter(i -> run.validation()[i] == best)
            .findFirst()
            .orElseThrow();
    return run.test()[at];
  }

  private static double lastOfEquals(Run run) {
    int best = 0;
    for (int i = 0; i < run.validation().length; i++) {
      best = run.validation()[i] >= run.validation()[best] ? i : best;
    }
    return run.test()[best];
  }

  private static Summary of(Results results, double variance) {
    return new Summary(
        results.mean(), Math.sqrt(variance), results.lowest(), greatest(results.values()));
  }

  private static Summary variance(Results results) {
    double variance = results.sumOfSquares() / (results.n() - 1);
    return new Summary(results.mean(), variance, results.lowest(), greatest(results.values()));
  }

  private static Summary bestRun(Results results) {
    double best = greatest(results.values());
    return new Summary(best, 0, best, best);
  }

  private static Summary firstAndLast(Results results) {
    double deviation = Math.sqrt(results.sumOfSquares() / (results.n() - 1));
    return new Summary(
        results.mean(), deviation, results.values()[0], results.values()[results.n() - 1]);
  }

  private static Summary exchanged(Results results) {
    double deviation = Math.sqrt(results.sumOfSquares() / (results.n() - 1));
    return new Summary(results.mean(), deviation, greatest(results.values()), results.lowest());
  }

  private static Summary sortedInPlace(List<Run> runs) {
    Results results = new Results(runs.stream().mapToDouble(EvaluationMutants::result).toArray());
    for (Run run : runs) {
      Arrays.sort(run.validation());
    }
    return of(results, results.sumOfSquares() / (results.n() - 1));
  }

  private static double[] differences(double[] full, double[] ablated) {
    return IntStream.range(0, full.length).mapToDouble(i -> full[i] - ablated[i]).toArray();
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static Effect effect(double[] d, boolean clear) {
    return new Effect(mean(d), least(d), greatest(d), clear);
  }

  private static Effect right(double[] full, double[] ablated) {
    double[] d = differences(full, ablated);
    return effect(d, least(d) > 0 || greatest(d) < 0);
  }

  private static Effect worstAgainstBest(double[] full, double[] ablated) {
    double lowest = least(full) - greatest(ablated);
    double highest = greatest(full) - least(ablated);
    return new Effect(mean(full) - mean(ablated), lowest, highest, lowest > 0 || highest < 0);
  }

  private static Effect sorted(double[] full, double[] ablated) {
    double lowest = least(full) - least(ablated);
    double highest = greatest(full) - greatest(ablated);
    return new Effect(mean(full) - mean(ablated), lowest, highest, lowest > 0 || highest < 0);
  }

  private static Effect clearByMean(double[] full, double[] ablated) {
    double[] d = differences(full, ablated);
    return effect(d, Math.abs(mean(d)) > 1e-9);
  }

  private static Effect clearByPositiveMean(double[] full, double[] ablated) {
    double[] d = differences(full, ablated);
    return effect(d, mean(d) > 1e-9);
  }

  private static Effect gainsOnly(double[] full, double[] ablated) {
    double[] d = differences(full, ablated);
    return effect(d, least(d) > 0);
  }

  private static Effect zeroAgrees(double[] full, double[] ablated) {
    double[] d = differences(full, ablated);
    return effect(d, least(d) >= 0 || greatest(d) <= 0);
  }
}
