package org.attentionlab.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.attentionlab.kernel.doc.HtmlText;

/**
 * What is told about a place in code.
 *
 * @param text for a terminal
 * @param html for a page
 */
public record Inspection(String text, String html) {
  /**
   * One thing that is told about.
   *
   * @param heading a signature or a usage, as plain text
   * @param body HTML, may be empty
   * @param source code, may be empty
   */
  public record Section(String heading, String body, String source) {
    private boolean isBare() {
      return body.isEmpty() && source.isEmpty();
    }
  }

  /** Puts sections one below the other; those that are a heading and no more become one. */
  public static Inspection of(List<Section> given) {
    List<Section> sections = new ArrayList<>();
    for (Section section : given) {
      int last = sections.size() - 1;
      if (last >= 0 && sections.get(last).isBare() && section.isBare()) {
        String headings = sections.get(last).heading() + "\n" + section.heading();
        sections.set(last, new Section(headings, "", ""));
      } else {
        sections.add(section);
      }
    }
    return new Inspection(
        sections.stream().map(Inspection::text).collect(Collectors.joining("\n\n\n")),
        sections.stream().map(Inspection::html).collect(Collectors.joining("\n<hr>\n")));
  }

  private static String text(Section section) {
    String body = HtmlText.of(section.body()).indent(2).stripTrailing();
    return section.heading()
        + (body.isEmpty() ? "" : "\n\n" + body)
        + (section.source().isEmpty() ? "" : "\n\n" + section.source().stripTrailing());
  }

  private static String html(Section section) {
    return "<pre><b>"
        + escape(section.heading())
        + "</b></pre>"
        + (section.body().isEmpty() ? "" : "\n<div>" + section.body() + "</div>")
        + (section.source().isEmpty() ? "" : "\n<pre>" + escape(section.source()) + "</pre>");
  }

  /** Text as HTML shows it. */
  public static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
