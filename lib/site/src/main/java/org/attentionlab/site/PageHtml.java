package org.attentionlab.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attentionlab.notebook.Cell;

/** A whole page around its cells: head, the way to the neighbours, and what it needs to load. */
final class PageHtml {
  private final Site site;
  private final MarkdownHtml markdown;

  PageHtml(Site site, Links links) {
    this.site = site;
    this.markdown = new MarkdownHtml(links);
  }

  String of(Page page) {
    StringBuilder body = new StringBuilder();
    for (Cell cell : page.cells()) {
      body.append(cell(cell, page));
    }
    return document(page.title() + " - " + site.title(), page.root(), ways(page), body.toString());
  }

  String front() {
    StringBuilder body = new StringBuilder();
    body.append("<section class=\"text\">");
    body.append(markdown.render(site.introduction(), "index.md"));
    body.append("</section>\n<ol class=\"chapters\" start=\"0\">\n");
    for (Chapter chapter : site.chapters()) {
      body.append("<li>").append(link(chapter.lesson(), "", chapter.lesson().title()));
      chapter
          .exercises()
          .ifPresent(
              page ->
                  body.append(" <small>").append(link(page, "", "exercises")).append("</small>"));
      body.append("</li>\n");
    }
    body.append("</ol>\n");
    return document(site.title(), "", "", body.toString());
  }

  private String cell(Cell cell, Page page) {
    return switch (cell.kind()) {
      case MARKDOWN ->
          "<section class=\"text\">" + markdown.render(cell.source(), page.path()) + "</section>\n";
      case CODE ->
          "<section class=\"code\" id=\""
              + Escape.attribute(cell.id())
              + "\"><pre class=\"input\"><code class=\"language-java\">"
              + Escape.text(cell.source())
              + "</code></pre>\n"
              + OutputHtml.of(cell)
              + "</section>\n";
      case RAW -> "";
    };
  }

  /** Links to the course, the lesson or exercises beside this page, and the lessons around it. */
  private String ways(Page page) {
    List<String> ways = new ArrayList<>();
    ways.add("<a href=\"" + page.root() + "index.html\">" + Escape.text(site.title()) + "</a>");
    for (int i = 0; i < site.chapters().size(); i++) {
      Chapter chapter = site.chapters().get(i);
      if (chapter.pages().contains(page)) {
        chapterAt(i - 1).ifPresent(c -> ways.add(link(c.lesson(), page.root(), "‹ before")));
        for (Page sister : chapter.pages()) {
          if (!sister.equals(page)) {
            ways.add(
                link(
                    sister,
                    page.root(),
                    sister.equals(chapter.lesson()) ? "the lesson" : "exercises"));
          }
        }
        chapterAt(i + 1).ifPresent(c -> ways.add(link(c.lesson(), page.root(), "next ›")));
      }
    }
    return "<nav>" + String.join("\n", ways) + "</nav>\n";
  }

  private Optional<Chapter> chapterAt(int i) {
    return i >= 0 && i < site.chapters().size()
        ? Optional.of(site.chapters().get(i))
        : Optional.empty();
  }

  private static String link(Page page, String root, String text) {
    return "<a href=\"" + root + page.address() + "\">" + Escape.text(text) + "</a>";
  }

  private static String document(String title, String root, String ways, String body) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%1$s</title>
        <link rel="stylesheet" href="%2$sassets/katex.min.css">
        <link rel="stylesheet" href="%2$sassets/light.css">
        <link rel="stylesheet" href="%2$sassets/dark.css" media="(prefers-color-scheme: dark)">
        <link rel="stylesheet" href="%2$sassets/site.css">
        <script defer src="%2$sassets/katex.min.js"></script>
        <script defer src="%2$sassets/highlight.js"></script>
        <script defer src="%2$sassets/site.js"></script>
        </head>
        <body>
        %3$s<main>
        %4$s</main>
        %3$s</body>
        </html>
        """
        .formatted(Escape.text(title), root, ways, body);
  }
}
