package org.attentionlab.grading.batch;

import java.util.List;
import org.attentionlab.grading.report.ExerciseReport;
import org.attentionlab.grading.report.MechanismResult;

/** A student's feedback as Markdown, for a learning platform's comment field. */
final class FeedbackText {

  private FeedbackText() {}

  static String of(String lesson, StudentResult student) {
    StringBuilder text = new StringBuilder();
    text.append("# Lesson ").append(lesson).append(": ").append(escape(student.student()));
    text.append("\n\n**").append(student.points()).append(" / ").append(student.possible());
    text.append("** points\n\n").append(escape(student.fileAndStatus())).append('\n');
    student.exercises().forEach(report -> text.append(exercise(report)));
    if (!student.printed().isBlank()) {
      text.append("\n## What the answers printed\n\n");
      // An indented block ends at nothing that the printed text could contain.
      student.printed().lines().forEach(line -> text.append("    ").append(line).append('\n'));
    }
    return text.toString();
  }

  private static String exercise(ExerciseReport report) {
    StringBuilder text = new StringBuilder();
    text.append("\n## ").append(report.label()).append(": ").append(report.points());
    text.append(" / ").append(report.possible()).append("\n\n");
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
  private static String escape(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>#|!&~])", "\\\\$1");
  }
}
