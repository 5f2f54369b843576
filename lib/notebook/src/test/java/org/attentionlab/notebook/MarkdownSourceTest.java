package org.attentionlab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lesson's Markdown becomes the notebook that its author meant. */
class MarkdownSourceTest {

  private static final String FRONT =
      """
      ---
      jupyter:
        kernelspec:
          display_name: Java (Attention Lab)
          language: java
          name: attentionlab
      ---
      """;

  @Test
  void cellsGetTheIdsThatTheyNameOrThatOfTheNextCodeCell() throws IOException {
    assertEquals(
        List.of(
            "before-mouse-scale",
            "before-mouse-scale-2",
            "before-mouse-scale-3",
            "mouse-scale",
            "before-second",
            "plan",
            "second",
            "third",
            "end",
            "end-2"),
        lesson().cells().stream().map(Cell::id).toList());
  }

  @Test
  void frontMatterBecomesMetadataOfTheNotebook() throws IOException {
    assertEquals(
        "{\"kernelspec\":{\"display_name\":\"Java (Attention Lab)\",\"language\":\"java\","
            + "\"name\":\"attentionlab\"},"
            + "\"language_info\":{\"codemirror_mode\":\"java\",\"file_extension\":\".jshell\","
            + "\"mimetype\":\"text/x-java-source\",\"name\":\"java\",\"pygments_lexer\":\"java\"},"
            + "\"attentionlab\":{\"claims\":[20,21],\"lesson\":\"04\",\"minutes\":45,"
            + "\"slug\":\"self-attention\",\"title\":\"Self-attention\"}}",
        lesson().metadata().toString());
  }

  @Test
  void blocksOutsideJupyterCountToo() {
    Notebook notebook =
        MarkdownSource.parse(
            "---\nkernelspec: {name: attentionlab}\nattentionlab: {lesson: \"04\"}\n---\n", "l.md");
    assertEquals("attentionlab", notebook.metadata().path("kernelspec").path("name").asText());
    assertEquals("04", notebook.metadata().path("attentionlab").path("lesson").asText());
    assertEquals(List.of(), notebook.cells());
  }

  @Test
  void optionsBecomeMetadataAndClaimsNumbers() throws IOException {
    assertEquals(
        "{\"tags\":[\"hide-input\"],\"attentionlab\":{\"claims\":[32,34]}}",
        cell("mouse-scale").metadata().toString());
    assertEquals("{\"depth\":2,\"note\":\"a = b\"}", cell("third").metadata().toString());
    assertEquals("{\"tags\":[\"note\"]}", cell("plan").metadata().toString());
  }

  @Test
  void codeKeepsItsBlankLinesButThoseAtTheEnds() throws IOException {
    assertEquals("int n = 3;\n\n\nSystem.out.println(\"é \" + n);", cell("mouse-scale").source());
    assertEquals("n + 2", cell("third").source());
    assertTrue(cell("third").isCode());
  }

  @Test
  void twoBlankLinesSplitTextAndOneDoesNot() throws IOException {
    assertEquals(
        "# 自注意力 Self-attention\n\nOne paragraph.\n\nAnother one.",
        cell("before-mouse-scale").source());
    assertEquals(
        "A second cell after two blank lines:\n\n- item", cell("before-mouse-scale-2").source());
    assertEquals("Kept in one cell.\n\n\nThough there are two blank lines.", cell("plan").source());
    assertEquals(
        "Code in an indented block:\n\n    int a = 1;\n\n\n    int b = 2;\n\nThe end.",
        cell("end").source());
  }

  @Test
  void aBlockEndsTheIndentedOneAboveIt() {
    Notebook notebook =
        MarkdownSource.parse(FRONT + "a\n\n    b\n\n```text\nc\n```\n\n\nd\n", "l.md");
    assertEquals(
        List.of(Cell.markdown("end", "a\n\n    b\n\n```text\nc\n```"), Cell.markdown("end-2", "d")),
        notebook.cells());
  }

  @Test
  void shownCodeAndOtherBlocksStayInTheText() throws IOException {
    assertEquals(
        """
        Code that is only shown:

        ```java
        var later = new Later();
        ```

        ```text
        <!-- #region id="not-a-region" -->


        two blanks inside a block do not split
        ```""",
        cell("before-second").source());
  }

  @Test
  void aBlockWithoutInfoAndJavaInsideALongerBlockStayText() {
    String text =
        """
        ````markdown
        ```java id="shown"
        int x;
        ```
        ````

        ```
        ```java id="shown-too"
        ```

        - in a list:

          ```java
          int y;
          ```

        ~~~java
        int z;
        ~~~
        """;
    Notebook notebook = MarkdownSource.parse(FRONT + text, "l.md");
    assertEquals(List.of(Cell.markdown("end", text.strip())), notebook.cells());
  }

  @Test
  void aLongerFenceHoldsCodeWithBackticks() {
    Notebook notebook =
        MarkdownSource.parse(FRONT + "````java id=\"a\"\n```\n```x\n````\n", "l.md");
    assertEquals(List.of(Cell.code("a", "```\n```x")), notebook.cells());
  }

  @Test
  void theLineEndsOfWindowsMakeNoDifference() {
    String text = FRONT + "a\n\n\nb\n\n```java id=\"x\"\nint x;\nint y;\n```\n";
    assertEquals(
        MarkdownSource.parse(text, "l.md"),
        MarkdownSource.parse(text.replace("\n", "\r\n"), "l.md"));
  }

  @Test
  void aCodeCellWithoutIdIsRefusedWithAProposal() {
    String message = refusal("text\n\n```java\nint x;\n```\n");
    assertTrue(message.startsWith("l.md:10: a code cell has no id"), message);
    assertTrue(message.contains("```java id=\"mouse-scale\""), message);
    assertTrue(message.contains(".noeval"), message);
  }

  @Test
  void anIdGivenTwiceIsRefusedWithBothLines() {
    String message = refusal("```java id=\"a\"\n1\n```\n\n```java id=\"a\"\n2\n```\n");
    assertTrue(message.startsWith("l.md:12: the id \"a\" is that of line 8 already"), message);
  }

  @Test
  void anIdThatATextWouldGetIsRefusedForOthers() {
    String message = refusal("```java id=\"end\"\n1\n```\n\ntext\n");
    assertTrue(message.startsWith("l.md:12: the id \"end\" is that of line 8 already"), message);
  }

  @Test
  void anIdWithOtherLettersOrTooLongIsRefused() {
    assertTrue(
        refusal("```java id=\"Mouse_scale\"\n1\n```\n").startsWith("l.md:8: \"Mouse_scale\""));
    assertTrue(refusal("```java id=\"\"\n1\n```\n").startsWith("l.md:8: \"\" cannot be"));
    String longest = "a".repeat(64);
    String code = "```java id=\"" + longest + "\"\n1\n```\n";
    assertEquals(longest, MarkdownSource.parse(FRONT + code, "l.md").cells().get(0).id());
    String message = refusal("text\n\n" + code);
    assertTrue(message.startsWith("l.md:8: \"before-aaa"), message);
    assertTrue(message.contains("for the next code cell"), message);
  }

  @Test
  void brokenOptionsAreRefusedWithLineAndRest() {
    for (String options :
        List.of("id=mouse", "id=", "id=\"a\" hidden", "id=\"a\"tags=[]", "id=\"a\" tags=[\"x\"")) {
      String message = refusal("```java " + options + "\n1\n```\n");
      assertTrue(message.startsWith("l.md:8: the options of a cell are key=value"), message);
    }
    assertTrue(
        refusal("```java id=\"a\" id=\"b\"\n```\n").contains("l.md:8: the option id is given"));
  }

  @Test
  void correctionsBecomeLetters() {
    Notebook notebook =
        MarkdownSource.parse(
            FRONT + "```java id=\"a\" corrects=\"a, e\" claims=\"31\"\n1\n```\n", "l");
    assertEquals(
        "{\"attentionlab\":{\"claims\":[31],\"corrects\":[\"a\",\"e\"]}}",
        notebook.cells().get(0).metadata().toString());
  }

  @Test
  void correctionsThatAreNoLettersAreRefused() {
    String message = refusal("```java id=\"a\" corrects=\"4\"\n1\n```\n");
    assertTrue(message.startsWith("l.md:8: corrections are letters with commas"), message);
    assertTrue(message.contains("corrects=\"a,e\""), message);
  }

  @Test
  void claimsThatAreNoNumbersAreRefused() {
    String message = refusal("```java id=\"a\" claims=\"32;34\"\n1\n```\n");
    assertTrue(message.startsWith("l.md:8: claims are numbers with commas"), message);
    assertTrue(message.contains("claims=\"32,34\""), message);
  }

  @Test
  void whatIsNotClosedIsRefusedWithItsFirstLine() {
    assertTrue(refusal("a\n\n```java id=\"a\"\n1\n").startsWith("l.md:10: what begins here"));
    assertTrue(refusal("```text\na\n").startsWith("l.md:8: what begins here is not closed; write"));
    String open = refusal("```java id=\"a\"\n1\n\ntext\n\n```java id=\"b\"\n2\n```\n");
    assertTrue(open.startsWith("l.md:8: what begins here is not closed before line 13"), open);
    assertTrue(refusal("<!-- #region id=\"a\" -->\ntext\n").contains("l.md:8: what begins here"));
    assertTrue(
        refusal("<!-- #region -->\na\n\n<!-- #region -->\nb\n<!-- #endregion -->\n")
            .contains("l.md:8: what begins here is not closed before line 11"));
    assertTrue(refusal("<!-- #endregion -->\n").startsWith("l.md:8: #endregion without #region"));
  }

  @Test
  void aSourceWithoutFrontMatterOrKernelIsRefusedWithAModel() {
    for (String text :
        List.of("", "# Title\n", "---\njupyter:\n", "---\n---\n", "---\na: 1\n---\n")) {
      String message =
          assertThrows(NotebookException.class, () -> MarkdownSource.parse(text, "l.md"))
              .getMessage();
      assertTrue(message.contains("name: attentionlab"), message);
    }
  }

  @Test
  void frontMatterThatIsNoYamlIsRefusedWithItsLine() {
    String message =
        assertThrows(
                NotebookException.class,
                () -> MarkdownSource.parse("---\na: 1\nb: \"x\" y\n---\n", "l.md"))
            .getMessage();
    assertTrue(message.startsWith("l.md: the front matter is no YAML in line 3: "), message);
  }

  @Test
  void aFileIsReadAsItsText(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("l.md"), FRONT + "é\n");
    assertEquals(MarkdownSource.parse(FRONT + "é\n", "l.md"), MarkdownSource.read(file));
    Path missing = folder.resolve("none.md");
    NotebookException refused =
        assertThrows(NotebookException.class, () -> MarkdownSource.read(missing));
    assertEquals(missing + ": there is no such file", refused.getMessage());
  }

  private static Notebook lesson() throws IOException {
    return MarkdownSource.parse(NotebookFileTest.resource("lesson.md"), "lesson.md");
  }

  private static Cell cell(String id) throws IOException {
    List<Cell> cells = lesson().cells().stream().filter(cell -> cell.id().equals(id)).toList();
    assertFalse(cells.isEmpty(), id);
    return cells.get(0);
  }

  private static String refusal(String text) {
    return assertThrows(NotebookException.class, () -> MarkdownSource.parse(FRONT + text, "l.md"))
        .getMessage();
  }
}
