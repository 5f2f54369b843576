package org.attentionlab.grading;

import org.attentionlab.display.HtmlView;
import org.attentionlab.grading.report.ExerciseReport;
import org.attentionlab.grading.report.ReportHtml;
import org.attentionlab.grading.report.ReportText;

/**
 * What a check says: points, mechanisms, recognised mistakes, hints.
 *
 * @param report the result as values
 */
public record CheckResult(ExerciseReport report) implements HtmlView {

  /**
   * One step of help for the first mechanism that failed.
   *
   * @param step 1 says where to look, 2 what to do, 3 almost the code
   * @throws IllegalArgumentException when there is no such step
   */
  public String hint(int step) {
    return ReportText.hint(report, step);
  }

  @Override
  public String toHtml() {
    return ReportHtml.of(report);
  }

  @Override
  public String toString() {
    return ReportText.of(report);
  }
}
