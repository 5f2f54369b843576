package org.attentionlab.grading.output;

import java.util.List;
import org.attentionlab.grading.gradebook.Gradebook;
import org.attentionlab.grading.gradebook.StudentGrade;
import org.attentionlab.grading.report.ExerciseReport;
import org.attentionlab.grading.report.MechanismResult;

/** A student's feedback as Markdown, for a learning platform's comment field. */
final class FeedbackText {

  private FeedbackText() {}

  static String of(Gradebook gradebook, StudentGrade grade) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(escape(gradebook.plan().assignment().title())).append(": ");
    text.append(escape(grade.result().student()));
    text.append("\n\n**").append(StudentGrade.shown(grade.total())).append(" / ");
    text.append(StudentGrade.shown(grade.outOf()));
    text.append("** points\n\n").append(escape(grade.fileAndStatus())).append('\n');
    grade.comments().forEach(line -> text.append("\n> ").append(escape(line)).append('\n'));
    grade.result().notes().forEach(line -> text.append("\n*").append(escape(line)).append("*\n"));
    for (int i = 0; i < grade.points().size(); i++) {
      text.append(
          exercise(
              grade.result().exercises().get(i),
              StudentGrade.shown(grade.points().get(i)),
              StudentGrade.shown(grade.possible().get(i))));
    }
    if (!grade.result().printed().isBlank()) {
      text.append("\n## What the answers printed\n\n");
      // An indented block ends at nothing that the printed text could contain.
      grade
          .result()
          .printed()
          .lines()
          .forEach(line -> text.append("    ").append(line).append('\n'));
    }
    return text.toString();
  }

  private static String exercise(ExerciseReport report, String points, String possible) {
    StringBuilder text = new StringBuilder();
    text.append("\n## ").append(report.label()).append(": ").append(points);
    text.append(" / ").append(possible).append("\n\n");
    if (report.notSolved()) {
      return text.append("not solved yet\n").toString();
    }
    report.mechanisms().forEach(result -> text.append(mechanism(result)));
    return text.toString();
  }

  private static String mechanism(MechanismResult result) {
    StringBuilder text = new StringBuilder("- ");
    text.append(result.passed() ? "✓ " : "✗ ").append(escape(result.mechanism()));
    text.append(" (").append(result.points()).append(" / ").append(result.possible()).append(")\n");
    result.details().forEach(detail -> text.append("  - ").append(escape(detail)).append('\n'));
    List<String> hints = result.hints();
    if (!hints.isEmpty()) {
      text.append("  - Hint: ").append(escape(hints.get(0))).append('\n');
    }
    return text.toString();
  }

  /** Neither markup nor HTML of a submission is obeyed. */
  static String escape(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>#|!&~])", "\\\\$1");
  }
}
