package org.attentionlab.kernel.session;

import java.util.regex.Pattern;

/** A documentation comment as text and as HTML. */
final class Javadoc {
  private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal)\\s+([^{}]*)}");
  private static final Pattern LINK =
      Pattern.compile("\\{@(?:link|linkplain|value)\\s+#?([^{}\\s]+)(?:\\s+([^{}]*))?}");
  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@(\\w+)");
  private static final Pattern HTML_TAG = Pattern.compile("</?[A-Za-z][^>]*>");
  private static final Pattern PARAGRAPH = Pattern.compile("<(?:p|li|pre|tr|h\\d)\\b[^>]*>");

  private Javadoc() {}

  static String text(String comment) {
    String plain = CODE.matcher(comment).replaceAll("$1");
    plain = LINK.matcher(plain).replaceAll(m -> quoted(linkText(m.group(1), m.group(2))));
    plain = PARAGRAPH.matcher(plain).replaceAll("\n");
    plain = HTML_TAG.matcher(plain).replaceAll("");
    return plain
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
  }

  static String html(String comment) {
    String html =
        CODE.matcher(comment).replaceAll(m -> quoted("<code>" + escape(m.group(1)) + "</code>"));
    html =
        LINK.matcher(html)
            .replaceAll(m -> quoted("<code>" + linkText(m.group(1), m.group(2)) + "</code>"));
    return BLOCK_TAG.matcher(html).replaceAll("<br><b>$1</b>");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String linkText(String target, String label) {
    return label == null || label.isBlank() ? target.replace('#', '.') : label;
  }

  private static String quoted(String replacement) {
    return java.util.regex.Matcher.quoteReplacement(replacement);
  }
}
