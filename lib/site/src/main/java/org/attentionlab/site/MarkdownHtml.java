package org.attentionlab.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown as Jupyter understands it: with tables, HTML, and formulas between dollars. */
final class MarkdownHtml {
  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), HeadingAnchorExtension.create());

  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(EXTENSIONS).build();

  /** Code, which may hold dollars and stays as it is, or a formula. */
  private static final Pattern CODE_OR_FORMULA =
      Pattern.compile(
          "(?s)(?<code>```.*?```|`[^`\n]*`)"
              + "|(?<display>\\$\\$.+?\\$\\$)"
              + "|(?<inline>\\$(?![\\s$])[^$\n]*(?<![\\s\\\\])\\$(?!\\d))");

  /** Stands for a formula while the text is parsed: no character of any text. */
  private static final String MARK = "\uE000";

  private static final Pattern MARKED = Pattern.compile(MARK + "(\\d+)" + MARK);

  private final Links links;

  MarkdownHtml(Links links) {
    this.links = links;
  }

  /**
   * Renders.
   *
   * @param from the path of the page that holds the text
   */
  String render(String text, String from) {
    List<String> formulas = new ArrayList<>();
    Node document = PARSER.parse(setAside(text, formulas));
    links.rewrite(document, from);
    String html = RENDERER.render(document);
    return MARKED
        .matcher(html)
        .replaceAll(
            found -> Matcher.quoteReplacement(formulas.get(Integer.parseInt(found.group(1)))));
  }

  /** Formulas are full of what Markdown takes for emphasis and escapes. */
  private static String setAside(String text, List<String> formulas) {
    return CODE_OR_FORMULA
        .matcher(text)
        .replaceAll(
            found -> {
              if (found.group().startsWith("`")) {
                return Matcher.quoteReplacement(found.group());
              }
              boolean display = found.group().startsWith("$$");
              int dollars = display ? 2 : 1;
              String tex = found.group().substring(dollars, found.group().length() - dollars);
              formulas.add(formula(tex.strip(), display));
              return MARK + (formulas.size() - 1) + MARK;
            });
  }

  private static String formula(String tex, boolean display) {
    String kind = display ? "formula display" : "formula";
    return "<span class=\"" + kind + "\">" + Escape.text(tex) + "</span>";
  }
}
