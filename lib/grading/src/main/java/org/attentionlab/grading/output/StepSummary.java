package org.attentionlab.grading.output;

import java.math.BigDecimal;
import org.attentionlab.grading.gradebook.Gradebook;
import org.attentionlab.grading.gradebook.StudentGrade;

/** The gradebook as a Markdown table, for a CI job's summary. */
final class StepSummary {

  private StepSummary() {}

  static String of(Gradebook gradebook) {
    StringBuilder text = new StringBuilder();
    text.append("## ")
        .append(FeedbackText.escape(gradebook.plan().assignment().title()))
        .append("\n\n| Student |");
    gradebook.exercises().forEach(label -> text.append(' ').append(label).append(" |"));
    text.append(" Total | |\n|---|");
    gradebook.exercises().forEach(label -> text.append("--:|"));
    text.append("--:|---|\n");
    for (StudentGrade grade : gradebook.grades()) {
      text.append("| ").append(FeedbackText.escape(grade.result().student())).append(" |");
      for (int i = 0; i < grade.points().size(); i++) {
        text.append(' ').append(of(grade.points().get(i), grade.possible().get(i))).append(" |");
      }
      text.append(" **").append(of(grade.total(), grade.outOf())).append("** | ");
      text.append(FeedbackText.escape(grade.status())).append(" |\n");
    }
    return text.toString();
  }

  private static String of(BigDecimal points, BigDecimal possible) {
    return StudentGrade.shown(points) + " / " + StudentGrade.shown(possible);
  }
}
