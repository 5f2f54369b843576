package org.attentionlab.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.attentionlab.notebook.Cell;

/** What a cell printed and showed, as Jupyter would show it below the cell. */
final class OutputHtml {
  /** Colours and cursor movements of a terminal. */
  private static final Pattern TERMINAL = Pattern.compile("\u001B\\[[0-9;?]*[A-Za-z]");

  private OutputHtml() {}

  static String of(Cell cell) {
    StringBuilder html = new StringBuilder();
    for (JsonNode output : cell.outputs()) {
      html.append("<div class=\"output\">").append(one(output)).append("</div>\n");
    }
    return html.toString();
  }

  private static String one(JsonNode output) {
    return switch (output.path("output_type").asText()) {
      case "stream" -> pre(output.path("name").asText(), joined(output.path("text")));
      case "error" -> pre("error", String.join("\n", lines(output.path("traceback"))));
      default -> shown(output.path("data"));
    };
  }

  private static String shown(JsonNode data) {
    if (data.has("text/html")) {
      return joined(data.path("text/html"));
    }
    if (data.has("image/svg+xml")) {
      return joined(data.path("image/svg+xml"));
    }
    if (data.has("image/png")) {
      String png = joined(data.path("image/png")).replaceAll("\\s", "");
      String words = Escape.attribute(joined(data.path("text/plain")));
      return "<img alt=\"" + words + "\" src=\"data:image/png;base64," + png + "\">";
    }
    return pre("result", joined(data.path("text/plain")));
  }

  private static String pre(String kind, String text) {
    return "<pre class=\"" + kind + "\">" + Escape.text(plain(text)) + "</pre>";
  }

  private static String plain(String text) {
    return TERMINAL.matcher(text).replaceAll("");
  }

  private static String joined(JsonNode text) {
    return text.isArray() ? String.join("", lines(text)) : text.asText();
  }

  private static List<String> lines(JsonNode array) {
    List<String> lines = new ArrayList<>();
    array.forEach(line -> lines.add(line.asText()));
    return lines;
  }
}
