package org.attentionlab.kernel.doc;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** HTML, such as a documentation comment holds, as text for a terminal. */
public final class HtmlText {
  private static final Pattern TOKEN =
      Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)[^>]*>|&(#?\\w+);|\\s+|[^<&\\s]+|[<&]");

  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("le", "\u2264"),
          Map.entry("ge", "\u2265"),
          Map.entry("ne", "\u2260"),
          Map.entry("times", "\u00d7"),
          Map.entry("minus", "\u2212"),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("hellip", "\u2026"),
          Map.entry("pi", "\u03c0"),
          Map.entry("theta", "\u03b8"),
          Map.entry("sum", "\u2211"),
          Map.entry("infin", "\u221e"),
          Map.entry("radic", "\u221a"),
          Map.entry("middot", "\u00b7"));

  private final StringBuilder out = new StringBuilder();
  private boolean verbatim;
  private int verbatimFrom;
  private int lists;
  private int indent;

  private HtmlText() {}

  /** The text, with a line for each paragraph; what stands in {@code pre} keeps its form. */
  public static String of(String html) {
    HtmlText text = new HtmlText();
    Matcher token = TOKEN.matcher(html);
    while (token.find()) {
      if (token.group(2) != null) {
        text.tag(token.group(2).toLowerCase(Locale.ROOT), token.group(1).isEmpty());
      } else if (token.group(3) != null) {
        text.append(entity(token.group(3)));
      } else if (token.group().isBlank() && !text.verbatim) {
        text.blank();
      } else {
        text.append(token.group());
      }
    }
    text.verbatim(false);
    return text.out.toString().replaceAll("[ \\t]+\\n", "\n").stripTrailing();
  }

  private static String entity(String name) {
    if (name.matches("#\\d{1,6}")) {
      return Character.toString(Integer.parseInt(name.substring(1)));
    }
    if (name.matches("#[xX][0-9A-Fa-f]{1,5}")) {
      return Character.toString(Integer.parseInt(name.substring(2), 16));
    }
    return ENTITIES.getOrDefault(name, "&" + name + ";");
  }

  private void tag(String name, boolean opens) {
    switch (name) {
      case "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "hr" -> lines(2);
      case "pre" -> verbatim(opens);
      case "ul", "ol", "dl" -> {
        lines(lists == 0 || (!opens && lists == 1) ? 2 : 1);
        lists = Math.max(0, lists + (opens ? 1 : -1));
        indent = 2 * lists;
      }
      case "div", "tr", "br", "caption" -> lines(1);
      case "td", "th" -> append(opens ? "" : "  ");
      case "dt", "dd", "li" -> item(name, opens);
      default -> {
        // Other tags mark words, which a terminal shows as they are.
      }
    }
  }

  private void item(String name, boolean opens) {
    lines(1);
    if (opens) {
      indent = Math.max(0, 2 * lists - (name.equals("dt") ? 2 : 0));
      if (name.equals("li")) {
        append("- ");
        indent += 2;
      }
    }
  }

  /** What stands between the tags is moved as a whole, so that its lines keep their form. */
  private void verbatim(boolean opens) {
    if (opens && !verbatim) {
      lines(2);
      verbatimFrom = out.length();
    } else if (!opens && verbatim) {
      String block = out.substring(verbatimFrom).stripIndent();
      out.setLength(verbatimFrom);
      out.append(
          block
              .replaceFirst("\\A(?:[ \\t]*\\n)+", "")
              .stripTrailing()
              .lines()
              .map(line -> " ".repeat(indent + 4) + line + "\n")
              .collect(Collectors.joining()));
      lines(2);
    }
    verbatim = opens;
  }

  /** Ends the line, and leaves an empty one where two ends are asked for. */
  private void lines(int ends) {
    int length = out.length();
    while (length > 0 && out.charAt(length - 1) == ' ') {
      length--;
    }
    out.setLength(length);
    int have = 0;
    while (have < length && out.charAt(length - 1 - have) == '\n') {
      have++;
    }
    if (length > 0 && have < ends) {
      out.append("\n".repeat(ends - have));
    }
  }

  private void blank() {
    if (out.length() > 0 && !Character.isWhitespace(out.charAt(out.length() - 1))) {
      out.append(' ');
    }
  }

  private void append(String text) {
    boolean lineStarts = out.length() == 0 || out.charAt(out.length() - 1) == '\n';
    if (lineStarts && !verbatim && !text.isEmpty()) {
      out.append(" ".repeat(indent));
    }
    out.append(text);
  }
}
