package org.attentionlab.grading.authoring;

import java.util.ArrayDeque;
import java.util.Deque;

/** Markdown under construction: paragraphs of one line each, tight lists, fenced blocks. */
final class MarkdownBlocks {

  private final StringBuilder done = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private final StringBuilder pre = new StringBuilder();

  /** The signs of the lists that are open, the innermost first. */
  private final Deque<String> lists = new ArrayDeque<>();

  private boolean inPre;
  private boolean inCode;
  private boolean itemBegins;
  private boolean lastWasItem;

  /** Adds text; signs of Markdown lose their meaning. */
  void text(String text) {
    if (inPre) {
      pre.append(text);
    } else {
      line.append(inCode ? text : escaped(text));
    }
  }

  /** Adds a piece of code. */
  void code(String code) {
    if (inPre) {
      pre.append(code);
      return;
    }
    String oneLine = code.strip().replaceAll("\\s+", " ");
    String fence = oneLine.contains("`") ? "``" : "`";
    String gap = oneLine.contains("`") ? " " : "";
    line.append(fence).append(gap).append(oneLine).append(gap).append(fence);
  }

  /** Begins or ends a stretch of emphasis or code. */
  void mark(String sign) {
    if (inPre) {
      return;
    }
    line.append(sign);
    if (sign.equals("`")) {
      inCode = !inCode;
    }
  }

  /** Ends the paragraph or item, if there is one. */
  void endParagraph() {
    String text = line.toString().strip().replaceAll("\\s+", " ");
    line.setLength(0);
    if (text.isEmpty()) {
      return;
    }
    String safe = text.replaceFirst("^([#>+-]+|\\d+(?=[.)]))(?=\\s|[.)])", "\\\\$1");
    if (safe.matches("\\\\\\d.*")) {
      safe = text.replaceFirst("^(\\d+)", "$1\\\\");
    }
    add(safe);
  }

  void beginPre() {
    endParagraph();
    inPre = true;
  }

  /** Ends a block of fixed width: its common indent goes, its inner one stays. */
  void endPre() {
    inPre = false;
    // The line of the end tag must not count: stripIndent heeds a last line even where it is blank.
    String body = pre.toString().stripTrailing().stripIndent().replaceAll("(?m)[ \t]+$", "");
    pre.setLength(0);
    add("```text\n" + body.replaceAll("^\n+|\n+$", "") + "\n```");
  }

  void beginList(String sign) {
    endParagraph();
    lists.push(sign);
  }

  void beginItem() {
    endParagraph();
    itemBegins = true;
  }

  void endList() {
    endParagraph();
    lists.poll();
    lastWasItem = !lists.isEmpty();
  }

  /** All of it. */
  String text() {
    endParagraph();
    return done.toString();
  }

  private void add(String block) {
    boolean item = itemBegins && !lists.isEmpty();
    if (done.length() > 0) {
      boolean tight = item && (lastWasItem || lists.size() > 1);
      done.append(tight ? "\n" : "\n\n");
    }
    int inner = lists.stream().mapToInt(String::length).sum();
    String front = " ".repeat(item ? inner - lists.element().length() : inner);
    String sign = item ? lists.element() : "";
    done.append(front).append(sign).append(block.replace("\n", "\n" + " ".repeat(inner)));
    itemBegins = false;
    lastWasItem = item;
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\`*<$~]", "\\\\$0")
        .replaceAll("(?<!\\w)_|_(?!\\w)", "\\\\_")
        .replace("](", "]\\(")
        .replaceAll("&(?=#?\\w+;)", "&amp;");
  }
}
