package org.attentionlab.grading.report;

import java.util.List;
import org.attentionlab.display.Html;

/**
 * A report as an HTML fragment without scripts.
 *
 * <p>Colours come from the front end's own variables where it has them, so that the fragment reads
 * in light and dark themes.
 */
public final class ReportHtml {

  private static final String STYLE =
      """
      <style>
      .al-check { font-family: var(--jp-ui-font-family, system-ui, sans-serif); font-size: 14px;
        line-height: 1.45; max-width: 56em; margin: 4px 0 12px;
        color: var(--jp-ui-font-color1, inherit); border: 1px solid rgba(128, 128, 128, 0.35);
        border-left: 4px solid rgba(128, 128, 128, 0.7); border-radius: 4px; padding: 8px 14px 10px; }
      .al-check.al-all { border-left-color: #2e9e5b; }
      .al-check.al-some { border-left-color: #d08a1d; }
      .al-check .al-head, .al-check .al-line { display: flex; gap: 0.6em; align-items: baseline; }
      .al-check .al-head { font-weight: 600; font-size: 15px; }
      .al-check .al-points { margin-left: auto; white-space: nowrap;
        font-variant-numeric: tabular-nums; }
      .al-check .al-part { border-top: 1px solid rgba(128, 128, 128, 0.22); margin-top: 7px;
        padding-top: 6px; }
      .al-check .al-mark { font-weight: 700; width: 1.1em; flex: none; }
      .al-check .al-pass { color: #2e9e5b; }
      .al-check .al-fail { color: #dd5144; }
      .al-check .al-where { font-family: var(--jp-code-font-family, ui-monospace, monospace);
        font-size: 12.5px; margin: 4px 0 0 1.9em; white-space: pre-wrap; overflow-wrap: anywhere; }
      .al-check .al-says { margin: 4px 0 0 1.7em; }
      .al-check .al-note { margin: 6px 0 0; opacity: 0.75; font-size: 13px; }
      .al-check details { margin: 4px 0 0 1.7em; }
      .al-check details details { margin-left: 1em; }
      .al-check summary { cursor: pointer; opacity: 0.85; }
      </style>
      """;

  private ReportHtml() {}

  /** The report of one exercise, styles included. */
  public static String of(ExerciseReport report) {
    return STYLE + body(report);
  }

  /** The styles, once for a page of several reports. */
  public static String style() {
    return STYLE;
  }

  /** The report of one exercise without the styles. */
  public static String body(ExerciseReport report) {
    return body(report, Integer.toString(report.points()), Integer.toString(report.possible()));
  }

  /** The same with points that an assignment weighs in its own way. */
  public static String body(ExerciseReport report, String points, String possible) {
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"al-check").append(tone(report)).append("\">\n");
    html.append("<div class=\"al-head\"><span>")
        .append(Html.escape(report.label()))
        .append("</span><span class=\"al-points\">")
        .append(points)
        .append(" / ")
        .append(possible)
        .append("</span></div>\n");
    if (report.notSolved()) {
      html.append("<div class=\"al-note\">not solved yet</div>\n");
    } else {
      report.mechanisms().forEach(result -> html.append(mechanism(result)));
    }
    return html.append("</div>\n").toString();
  }

  private static String tone(ExerciseReport report) {
    if (report.points() == 0) {
      return "";
    }
    return report.points() == report.possible() ? " al-all" : " al-some";
  }

  private static String mechanism(MechanismResult result) {
    StringBuilder html = new StringBuilder("<div class=\"al-part\"><div class=\"al-line\">");
    html.append("<span class=\"al-mark ")
        .append(result.passed() ? "al-pass\">✓" : "al-fail\">✗")
        .append("</span><span>")
        .append(Html.escape(result.mechanism()))
        .append("</span><span class=\"al-points\">")
        .append(points(result.points(), result.possible()))
        .append("</span></div>\n");
    for (int i = 0; i < result.details().size(); i++) {
      html.append(i == 0 ? "<div class=\"al-where\">" : "<div class=\"al-says\">")
          .append(Html.escape(i == 0 ? stacked(result.details().get(i)) : result.details().get(i)))
          .append("</div>\n");
    }
    return html.append(hints(result.hints(), 0)).append("</div>\n").toString();
  }

  /** Expected and given numbers one above the other, where the eye compares them. */
  private static String stacked(String where) {
    return where.replace(": expected ", ":\n  expected ").replace(", got ", "\n  got      ");
  }

  /** Each step stands inside the one before it, so that a learner opens them one at a time. */
  private static String hints(List<String> hints, int from) {
    if (from == hints.size()) {
      return "";
    }
    return "<details><summary>Hint "
        + (from + 1)
        + " of "
        + hints.size()
        + "</summary><div>"
        + Html.escape(hints.get(from))
        + "</div>"
        + hints(hints, from + 1)
        + "</details>\n";
  }

  private static String points(int points, int possible) {
    return points + " / " + possible;
  }
}
