package org.attentionlab.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.attentionlab.notebook.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private static Page page(String path, Cell... cells) {
    return new Page(path, "Title of " + path, List.of(cells));
  }

  private static Chapter lesson(String name, Cell... cells) {
    return new Chapter(page("notebooks/" + name + ".ipynb", cells), Optional.empty());
  }

  private static Cell text(String markdown) {
    return Cell.markdown("text", markdown);
  }

  private static Cell executed(String code, String outputs) throws IOException {
    return Cell.code("code", code)
        .executed(1, (ArrayNode) JSON.readTree(outputs.replace('\'', '"')));
  }

  private String written(Chapter... chapters) throws IOException {
    Page document = page("environment.md", text("# Environment"));
    new Site("Course", "# Welcome", List.of(chapters), List.of(document)).write(folder);
    return Files.readString(folder.resolve("notebooks/01-a.html"));
  }

  @Test
  void formulasAreSetAsideFromMarkdown() throws IOException {
    String html =
        written(lesson("01-a", text("so $a_i * b_i$ and\n\n$$\\sum_{i<n} x_i^*$$\n\nend")));
    assertTrue(html.contains("<span class=\"formula\">a_i * b_i</span>"), html);
    assertTrue(html.contains("<span class=\"formula display\">\\sum_{i&lt;n} x_i^*</span>"), html);
  }

  @Test
  void dollarsInCodeAndMoneyAreNoFormulas() throws IOException {
    String html = written(lesson("01-a", text("`$x$` costs $5 or $6\n\n```\n$$y$$\n```")));
    assertTrue(html.contains("<code>$x$</code> costs $5 or $6"), html);
    assertTrue(html.contains("$$y$$"), html);
    assertFalse(html.contains("class=\"formula"), html);
  }

  @Test
  void linksLeadToPagesAndThoseToOtherFilesBecomeText() throws IOException {
    String html =
        written(
            lesson(
                "01-a",
                text(
                    "[b](02-b.ipynb#part) [env](../environment.md) [code](../lib/A.java) [x](https://a.b)")),
            lesson("02-b"));
    assertTrue(html.contains("<a href=\"02-b.html#part\">b</a>"), html);
    assertTrue(html.contains("<a href=\"../environment.html\">env</a>"), html);
    assertTrue(html.contains("code <a href=\"https://a.b\">"), html);
  }

  @Test
  void neighboursAreLinkedInOrder() throws IOException {
    Chapter middle =
        new Chapter(page("notebooks/01-a.ipynb"), Optional.of(page("exercises/01-a.ipynb")));
    String html = written(lesson("00-z"), middle, lesson("02-b"));
    String ways = html.substring(html.indexOf("<nav>"), html.indexOf("</nav>"));
    List<String> targets =
        Pattern.compile("href=\"([^\"]+)\"").matcher(ways).results().map(r -> r.group(1)).toList();
    assertEquals(
        List.of(
            "../index.html",
            "../notebooks/00-z.html",
            "../exercises/01-a.html",
            "../notebooks/02-b.html"),
        targets);
    assertTrue(Files.readString(folder.resolve("index.html")).contains("exercises/01-a.html"));
  }

  @Test
  void codeAndPrintedTextAreEscaped() throws IOException {
    String html =
        written(
            lesson(
                "01-a",
                executed(
                    "a < b && c",
                    "[{'output_type':'stream','name':'stdout','text':['<b>\\n','\\u001b[31mred\\u001b[0m']}]")));
    assertTrue(html.contains("<code class=\"language-java\">a &lt; b &amp;&amp; c</code>"), html);
    assertTrue(html.contains("<pre class=\"stdout\">&lt;b&gt;\nred</pre>"), html);
  }

  @Test
  void richOutputsAreShownAsTheyAre() throws IOException {
    String html =
        written(
            lesson(
                "01-a",
                executed(
                    "1",
                    "[{'output_type':'display_data','data':{'text/plain':'p','text/html':'<i>h</i>'}},"
                        + "{'output_type':'display_data','data':{'text/plain':'a plot','image/png':'AA\\nBB'}},"
                        + "{'output_type':'execute_result','data':{'text/plain':'1 < 2'}}]")));
    assertTrue(html.contains("<div class=\"output\"><i>h</i></div>"), html);
    assertTrue(html.contains("<img alt=\"a plot\" src=\"data:image/png;base64,AABB\">"), html);
    assertTrue(html.contains("<pre class=\"result\">1 &lt; 2</pre>"), html);
  }

  @Test
  void everyPageFindsItsAssets() throws IOException {
    String html = written(lesson("01-a"));
    var assets = Pattern.compile("(?:href|src)=\"\\.\\./(assets/[^\"]+)\"");
    List<String> named = assets.matcher(html).results().map(r -> r.group(1)).toList();
    assertEquals(7, named.size());
    for (String asset : named) {
      assertTrue(Files.size(folder.resolve(asset)) > 0, asset);
    }
    String css = Files.readString(folder.resolve("assets/katex.min.css"));
    assertTrue(css.contains("fonts/KaTeX_Main-Regular.woff2"));
    assertTrue(Files.exists(folder.resolve("assets/fonts/KaTeX_Main-Regular.woff2")));
  }

  @Test
  void folderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    Site site = new Site("Course", "", List.of(), List.of());
    SiteException thrown = assertThrows(SiteException.class, () -> site.write(file));
    assertTrue(thrown.getMessage().contains(file.toString()), thrown::getMessage);
  }
}
