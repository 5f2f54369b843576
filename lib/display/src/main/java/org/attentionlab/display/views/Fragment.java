package org.attentionlab.display.views;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.attentionlab.display.Html;

/**
 * A view as one piece of HTML: style, what stands there without scripts, and the script with its
 * data.
 *
 * <p>The script looks for its place by a name that is made from the content, so the same view has
 * the same text at every run, and different views on a page do not meet; the same view twice is
 * started twice.
 */
final class Fragment {
  private final String kind;
  private final String label;
  private final Map<String, ?> data;

  /**
   * A fragment.
   *
   * @param kind the name of the script
   * @param label what the view is, for those who do not see it
   * @param data what the script shows
   */
  Fragment(String kind, String label, Map<String, ?> data) {
    this.kind = kind;
    this.label = label;
    this.data = data;
  }

  /** All of it around the part that needs no script. */
  String html(String still) {
    String json = Json.of(data);
    String name = kind + "-" + digest(label + json + still);
    return "<div class=\"al-view tex2jax_ignore mathjax_ignore\" data-al-view=\""
        + name
        // JupyterLab would take the arrow keys for itself.
        + "\" data-lm-suppress-shortcuts=\"true\" role=\"group\" aria-label=\""
        + Html.escape(label)
        + "\"><style>"
        + resource("shared.css")
        + resource(kind + ".css")
        + "</style>\n<div class=\"al-still\">"
        + still
        + "</div><div class=\"al-live\" hidden></div>\n<script>(() => {\n\"use strict\";\n"
        + resource("shared.js")
        + resource(kind + ".js")
        + "begin(\""
        + name
        + "\", view, "
        + json
        + ");\n})();</script></div>";
  }

  /** The title as a heading, if there is one. */
  static String heading(String title) {
    return title.isEmpty() ? "" : "<p class=\"al-title\"><b>" + Html.escape(title) + "</b></p>";
  }

  /** A resource without its comments and indentation, which a page need not carry. */
  private static String resource(String name) {
    try (InputStream in = Fragment.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("//") && !line.startsWith("/*"))
          .collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String content) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
