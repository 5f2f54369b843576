package org.attentionlab.grading.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A report as plain text, for a terminal or a front end without HTML.
 *
 * <pre>
 * ✗ 4.2 scores are divided by sqrt(dK)                                        0 / 5
 *     q (1, 3, 4), k (1, 3, 4), seed 7; weights[0][0]: expected 0.42 0.31, got 0.61 0.25
 *     This equals the result without scaling. hint(2) says more.
 * </pre>
 */
public final class ReportText {

  private static final int WIDTH = 81;
  private static final String INDENT = "    ";

  private ReportText() {}

  /** The exercise's line, then a block for each mechanism. */
  public static String of(ExerciseReport report) {
    StringBuilder text = new StringBuilder();
    text.append(line(report.label(), report.points(), report.possible()));
    if (report.notSolved()) {
      return text.append(INDENT).append("not solved yet\n").toString();
    }
    for (MechanismResult result : report.mechanisms()) {
      String mark = result.passed() ? "✓ " : "✗ ";
      text.append(line(mark + result.mechanism(), result.points(), result.possible()));
      details(result).forEach(detail -> text.append(INDENT).append(detail).append('\n'));
    }
    return text.toString();
  }

  /** The details, the last of which also says which hint goes on from here. */
  private static List<String> details(MechanismResult result) {
    if (result.hints().isEmpty()) {
      return result.details();
    }
    List<String> details = new ArrayList<>(result.details());
    // A recognised mistake says as much as the first hint does.
    int next = result.mistake().isPresent() ? Math.min(2, result.hints().size()) : 1;
    String more = "hint(" + next + ") says more.";
    if (result.mistake().isPresent()) {
      more = details.remove(details.size() - 1) + " " + more;
    }
    details.add(more);
    return details;
  }

  private static String line(String start, int points, int possible) {
    String end = points + " / " + possible;
    int gap = Math.max(2, WIDTH - start.length() - end.length());
    return start + " ".repeat(gap) + end + "\n";
  }

  /**
   * One step of help for the first mechanism that failed.
   *
   * @param step 1 to 3
   * @throws IllegalArgumentException when there is no such step
   */
  public static String hint(ExerciseReport report, int step) {
    Optional<MechanismResult> failed = report.firstFailed();
    if (failed.isEmpty()) {
      return "No hint is needed: every mechanism passed.";
    }
    int steps = failed.get().hints().size();
    if (step < 1 || step > steps) {
      throw new IllegalArgumentException(
          "hint: step "
              + step
              + " of "
              + steps
              + " does not exist for "
              + failed.get().mechanism());
    }
    return failed.get().mechanism() + "\n" + INDENT + failed.get().hints().get(step - 1);
  }
}
