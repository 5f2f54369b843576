package org.attentionlab.grading.output;

import java.util.ArrayList;
import java.util.List;
import org.attentionlab.display.Html;
import org.attentionlab.grading.gradebook.Gradebook;
import org.attentionlab.grading.gradebook.StudentGrade;
import org.attentionlab.grading.report.ExerciseReport;

/** Feedback in a few lines for a comment field that takes HTML. */
final class ShortFeedback {

  private ShortFeedback() {}

  static String of(Gradebook gradebook, StudentGrade grade) {
    List<String> lines = new ArrayList<>();
    List<ExerciseReport> reports =
        grade.attempt() > 0 ? grade.result().exercises() : List.of(); // no news of what is missing
    for (int i = 0; i < reports.size(); i++) {
      StringBuilder line = new StringBuilder(gradebook.exercises().get(i));
      line.append(": ").append(StudentGrade.shown(grade.points().get(i)));
      line.append(" / ").append(StudentGrade.shown(grade.possible().get(i)));
      reports
          .get(i)
          .firstFailed()
          .ifPresent(
              failed -> {
                line.append(", not passed: ").append(failed.mechanism());
                if (failed.mistake().isPresent() && failed.details().size() > 1) {
                  line.append(" (").append(failed.details().get(1)).append(')');
                }
              });
      lines.add(Html.escape(line.toString()));
    }
    if (!grade.status().equals("ok")) {
      lines.add(Html.escape(grade.status()));
    }
    grade.comments().forEach(comment -> lines.add(Html.escape(comment)));
    return String.join("<br>", lines);
  }
}
