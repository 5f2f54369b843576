package org.attentionlab.grading.output;

import java.util.List;
import org.attentionlab.display.Html;
import org.attentionlab.grading.gradebook.Gradebook;
import org.attentionlab.grading.gradebook.StudentGrade;
import org.attentionlab.grading.report.ReportHtml;

/** A student's feedback as an HTML page without scripts. */
final class FeedbackPage {

  private static final String STYLE =
      """
      <style>
      :root { color-scheme: light dark; }
      body { font-family: system-ui, sans-serif; max-width: 58em; margin: 2em auto; padding: 0 1em;
        line-height: 1.5; background: Canvas; color: CanvasText; }
      h1 { font-size: 1.4em; margin-bottom: 0.2em; overflow-wrap: anywhere; }
      .al-total { font-size: 1.1em; margin: 0 0 0.4em; }
      .al-status { margin: 0 0 1.4em; opacity: 0.8; overflow-wrap: anywhere; }
      .al-comment { border-left: 3px solid rgba(128, 128, 128, 0.5); padding-left: 0.8em; }
      h2 { font-size: 1em; margin-top: 1.6em; }
      .al-check.al-check { max-width: none; }
      pre { border: 1px solid rgba(128, 128, 128, 0.35); border-radius: 4px; padding: 8px 12px;
        white-space: pre-wrap; overflow-wrap: anywhere; font-size: 12.5px; }
      </style>
      """;

  private FeedbackPage() {}

  static String of(Gradebook gradebook, StudentGrade grade) {
    String title =
        Html.escape(gradebook.plan().assignment().title() + ": " + grade.result().student());
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<title>").append(title).append("</title>\n");
    page.append(STYLE).append(ReportHtml.style()).append("</head>\n<body>\n");
    page.append("<h1>").append(title);
    page.append("</h1>\n<p class=\"al-total\"><strong>")
        .append(StudentGrade.shown(grade.total()))
        .append(" / ")
        .append(StudentGrade.shown(grade.outOf()))
        .append("</strong> points</p>\n");
    page.append("<p class=\"al-status\">")
        .append(Html.escape(grade.fileAndStatus()))
        .append("</p>\n");
    paragraphs(page, "al-comment", grade.comments());
    paragraphs(page, "al-status", grade.result().notes());
    for (int i = 0; i < grade.points().size(); i++) {
      page.append(
          ReportHtml.body(
              grade.result().exercises().get(i),
              StudentGrade.shown(grade.points().get(i)),
              StudentGrade.shown(grade.possible().get(i))));
    }
    if (!grade.result().printed().isBlank()) {
      page.append("<h2>What the answers printed</h2>\n<pre>")
          .append(Html.escape(grade.result().printed()))
          .append("</pre>\n");
    }
    return page.append("</body>\n</html>\n").toString();
  }

  private static void paragraphs(StringBuilder page, String style, List<String> lines) {
    for (String line : lines) {
      page.append("<p class=\"").append(style).append("\">").append(Html.escape(line));
      page.append("</p>\n");
    }
  }
}
