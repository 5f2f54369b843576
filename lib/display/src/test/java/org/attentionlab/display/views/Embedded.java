package org.attentionlab.display.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a view carries in its HTML. */
record Embedded(String html) {
  private static final Pattern DATA = Pattern.compile("begin\\(\"[^\"]+\", view, (\\{.*})\\);\n");

  /** The data of the script. */
  String data() {
    Matcher found = DATA.matcher(html);
    assertTrue(found.find(), html);
    return found.group(1);
  }

  /** What stands on the page where scripts are off. */
  String still() {
    int from = html.indexOf("<div class=\"al-still\">");
    return html.substring(from, html.indexOf("<div class=\"al-live\" hidden>"));
  }

  /** Refuses markup that its tokens wrote. */
  void requireOneScript() {
    assertEquals(1, html.split("<script", -1).length - 1, html);
    assertEquals(1, html.split("</script", -1).length - 1, html);
    assertEquals(1, html.split("</style", -1).length - 1, html);
    assertEquals(0, html.split("<!--", -1).length - 1, html);
  }
}
