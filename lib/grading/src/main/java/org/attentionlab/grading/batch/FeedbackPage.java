package org.attentionlab.grading.batch;

import org.attentionlab.display.Html;
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
      h2 { font-size: 1em; margin-top: 1.6em; }
      pre { border: 1px solid rgba(128, 128, 128, 0.35); border-radius: 4px; padding: 8px 12px;
        white-space: pre-wrap; overflow-wrap: anywhere; font-size: 12.5px; }
      </style>
      """;

  private FeedbackPage() {}

  static String of(String lesson, StudentResult student) {
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<title>Lesson ")
        .append(Html.escape(lesson + ": " + student.student()))
        .append("</title>\n");
    page.append(STYLE).append(ReportHtml.style()).append("</head>\n<body>\n");
    page.append("<h1>Lesson ").append(Html.escape(lesson + ": " + student.student()));
    page.append("</h1>\n<p class=\"al-total\"><strong>")
        .append(student.points())
        .append(" / ")
        .append(student.possible())
        .append("</strong> points</p>\n");
    page.append("<p class=\"al-status\">")
        .append(Html.escape(student.fileAndStatus()))
        .append("</p>\n");
    student.exercises().forEach(report -> page.append(ReportHtml.body(report)));
    if (!student.printed().isBlank()) {
      page.append("<h2>What the answers printed</h2>\n<pre>")
          .append(Html.escape(student.printed()))
          .append("</pre>\n");
    }
    return page.append("</body>\n</html>\n").toString();
  }
}
