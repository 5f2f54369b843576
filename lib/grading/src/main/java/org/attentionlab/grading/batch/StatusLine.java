package org.attentionlab.grading.batch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.attentionlab.grading.report.ExerciseReport;
import org.attentionlab.grading.report.MechanismResult;
import org.attentionlab.grading.report.Outcome;

/**
 * The line of a gradebook that says what stood in the way of grading, {@code ok} when nothing did.
 */
final class StatusLine {

  private StatusLine() {}

  static String of(List<ExerciseReport> reports) {
    List<String> parts = new ArrayList<>();
    parts.addAll(reasons(reports, Outcome.COMPILE_ERROR, "compile error: "));
    parts.addAll(reasons(reports, Outcome.UNUSABLE, "unusable: "));
    parts.addAll(reasons(reports, Outcome.NOT_JUDGED, ""));
    parts.addAll(reasons(reports, Outcome.TIMED_OUT, ""));
    parts.addAll(reasons(reports, Outcome.PROCESS_ENDED, ""));
    parts.addAll(reasons(reports, Outcome.CHECK_BROKEN, "grader's fault: "));
    addNames(parts, "missing answer: ", reports, Outcome.MISSING);
    addNames(parts, "not solved: ", reports, Outcome.NOT_SOLVED);
    return parts.isEmpty() ? "ok" : String.join("; ", parts);
  }

  /** Each reason once, with the exercises that it struck unless it struck all. */
  private static List<String> reasons(
      List<ExerciseReport> reports, Outcome outcome, String prefix) {
    Set<String> reasons = new LinkedHashSet<>();
    for (ExerciseReport report : struck(reports, outcome)) {
      reasons.add(firstDetail(report, outcome));
    }
    return reasons.stream()
        .map(reason -> prefix + reason + where(reports, outcome, reason))
        .toList();
  }

  private static String where(List<ExerciseReport> reports, Outcome outcome, String reason) {
    List<ExerciseReport> struck =
        struck(reports, outcome).stream()
            .filter(report -> firstDetail(report, outcome).equals(reason))
            .toList();
    return struck.size() == reports.size() ? "" : " (" + names(struck) + ")";
  }

  private static void addNames(
      List<String> parts, String prefix, List<ExerciseReport> reports, Outcome outcome) {
    List<ExerciseReport> struck = struck(reports, outcome);
    if (!struck.isEmpty()) {
      parts.add(prefix + names(struck));
    }
  }

  private static List<ExerciseReport> struck(List<ExerciseReport> reports, Outcome outcome) {
    return reports.stream().filter(report -> report.has(outcome)).toList();
  }

  private static String names(List<ExerciseReport> reports) {
    return reports.stream().map(ExerciseReport::label).collect(Collectors.joining(", "));
  }

  private static String firstDetail(ExerciseReport report, Outcome outcome) {
    String detail =
        report.mechanisms().stream()
            .filter(result -> result.outcome() == outcome)
            .map(MechanismResult::details)
            .flatMap(List::stream)
            .findFirst()
            .orElse("no reason is known");
    return detail.endsWith(".") ? detail.substring(0, detail.length() - 1) : detail;
  }
}
