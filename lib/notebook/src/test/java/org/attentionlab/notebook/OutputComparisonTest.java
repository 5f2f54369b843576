package org.attentionlab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Differences are those that a reader would notice. */
class OutputComparisonTest {

  @Test
  void aNotebookDoesNotDifferFromItself() throws Exception {
    Notebook notebook =
        NotebookReader.parse(NotebookFileTest.resource("written-by-nbformat.ipynb"), "n.ipynb");
    assertEquals(List.of(), OutputComparison.differences(notebook, notebook));
  }

  @Test
  void theFirstLineOfAStreamThatDiffersIsShown() {
    assertEquals(
        List.of("cell a: output 1 differs (stdout), line 2\n  stored: two\n  fresh:  zwei"),
        differences(stream("stdout", "one\\ntwo\\nx"), stream("stdout", "one\\nzwei\\ny")));
  }

  @Test
  void longLinesAreShownAroundTheDifference() {
    String same = "x".repeat(500);
    assertEquals(
        List.of(
            "cell a: output 1 differs (text/html), line 1\n  stored: ..."
                + "x".repeat(40)
                + "1\n  fresh:  ..."
                + "x".repeat(40)
                + "2"),
        differences(data("text/html", same + "1"), data("text/html", same + "2")));
  }

  @Test
  void aStreamInPiecesEqualsItsWhole() {
    assertEquals(
        List.of(),
        differences(
            stream("stdout", "ab") + "," + stream("stdout", "c\\n"), stream("stdout", "abc\\n")));
  }

  @Test
  void textOnAnotherStreamDiffers() {
    assertEquals(
        List.of(
            "cell a: output 1 differs (stdout became stderr), line 1\n"
                + "  stored: left\n  fresh:  right"),
        differences(stream("stdout", "left"), stream("stderr", "right")));
    assertEquals(
        List.of("cell a: output 1 differs (stdout became stderr)"),
        differences(stream("stdout", "same"), stream("stderr", "same")));
  }

  @Test
  void plainTextAndHtmlAreCompared() {
    for (String type : List.of("text/plain", "text/html")) {
      assertEquals(
          List.of("cell a: output 1 differs (" + type + "), line 1\n  stored: 1\n  fresh:  2"),
          differences(data(type, "1"), data(type, "2")));
    }
  }

  @Test
  void wordsOverAPictureAreComparedWhateverTheirPlace() {
    String before = "<div class=\\\"al-over\\\" style=\\\"left:1%\\\">cat</div>";
    String moved = before.replace("1%", "2%");
    assertEquals(List.of(), differences(data("text/html", before), data("text/html", moved)));
    String changed = moved.replace("cat", "dog");
    assertEquals(1, differences(data("text/html", before), data("text/html", changed)).size());
  }

  @Test
  void picturesAreEqualWhateverTheirBytes() {
    assertEquals(List.of(), differences(data("image/png", "AAAA"), data("image/png", "BBBB")));
    assertEquals(
        List.of(),
        differences(
            data("text/html", "<img src='data:image/png;base64,AA+/=='/>"),
            data("text/html", "<img src='data:image/png;base64,BBBB'/>")));
    assertEquals(
        List.of(
            """
            cell a: output 1 differs (text/html), line 1
              stored: <img src='(image)' alt='1'/>
              fresh:  <img src='(image)' alt='2'/>"""),
        differences(
            data("text/html", "<img src='data:image/png;base64,AA' alt='1'/>"),
            data("text/html", "<img src='data:image/png;base64,BB' alt='2'/>")));
  }

  @Test
  void picturesAreEqualWhateverRoomTheirLetteringTakes() {
    assertEquals(
        List.of(),
        differences(
            data(
                "text/html",
                "<img width=\\\"262\\\" height=\\\"9\\\" alt=\\\"X\\\" src='1'/><td width=\\\"3\\\">"),
            data(
                "text/html",
                "<img width=\\\"244\\\" height=\\\"8\\\" alt=\\\"X\\\" src='1'/><td width=\\\"3\\\">")));
    assertEquals(
        1,
        differences(
                data("text/html", "<td width=\\\"3\\\">"),
                data("text/html", "<td width=\\\"4\\\">"))
            .size());
  }

  @Test
  void aPictureThatIsGoneDiffers() {
    assertEquals(
        List.of(
            "cell a: output 1 differs (image/png became nothing), line 1\n"
                + "  stored: (image)\n  fresh:  "),
        differences(data("image/png", "AAAA"), ""));
  }

  @Test
  void errorsAreComparedByName() {
    assertEquals(List.of(), differences(error("E", "at line 1"), error("E", "at line 2")));
    assertEquals(
        List.of("cell a: output 1 differs (error), line 1\n  stored: E\n  fresh:  F"),
        differences(error("E", ""), error("F", "")));
  }

  @Test
  void anErrorThatIsNewDiffers() {
    assertEquals(
        List.of("cell a: output 2 differs (nothing became error), line 1\n  stored: \n  fresh:  E"),
        differences(stream("stdout", "x"), stream("stdout", "x") + "," + error("E", "")));
  }

  @Test
  void volatileOutputsAreLeftOutButNotTheirSource() {
    ObjectNode tagged = JsonNodeFactory.instance.objectNode();
    tagged.putArray("tags").add("volatile-output");
    Cell stored = executed("a", stream("stdout", "1 ms")).withMetadata(tagged);
    Cell fresh = executed("a", stream("stdout", "2 ms")).withMetadata(tagged);
    assertEquals(List.of(), OutputComparison.differences(of(stored), of(fresh)));
    Cell changed = Cell.code("a", "other").withMetadata(tagged);
    assertEquals(
        List.of("cell a: the source differs, line 1\n  stored: source of a\n  fresh:  other"),
        OutputComparison.differences(of(stored), of(changed)));
  }

  @Test
  void trainedOutputsMayDifferButNotVanish() {
    ObjectNode tagged = JsonNodeFactory.instance.objectNode();
    tagged.putArray("tags").add("trained-output");
    Cell stored = executed("a", stream("stdout", "loss 0.12")).withMetadata(tagged);
    Cell other = executed("a", stream("stdout", "loss 0.13")).withMetadata(tagged);
    Cell silent = Cell.code("a", stored.source()).withMetadata(tagged);
    assertEquals(List.of(), OutputComparison.differences(of(stored), of(other)));
    assertEquals(1, OutputComparison.differences(of(stored), of(silent)).size());
  }

  @Test
  void executionCountsMakeNoDifference() {
    Cell once = executed("a", stream("stdout", "x"));
    assertEquals(
        List.of(), OutputComparison.differences(of(once), of(once.executed(99, once.outputs()))));
  }

  @Test
  void cellsThatOneOfThemLacksAreNamed() {
    assertEquals(
        List.of("cell b: only in the stored notebook", "cell c: only in the fresh notebook"),
        OutputComparison.differences(
            of(Cell.code("a", ""), Cell.code("b", "")),
            of(Cell.code("a", ""), Cell.code("c", ""))));
  }

  @Test
  void anotherOrderIsNamed() {
    assertEquals(
        List.of("the cells are in another order, line 1\n  stored: a\n  fresh:  b"),
        OutputComparison.differences(
            of(Cell.code("a", ""), Cell.code("b", "")),
            of(Cell.code("b", ""), Cell.code("a", ""))));
  }

  @Test
  void anotherKindOfCellIsNamed() {
    assertEquals(
        List.of("cell a: stored it is code, fresh markdown"),
        OutputComparison.differences(of(Cell.code("a", "x")), of(Cell.markdown("a", "x"))));
  }

  private static List<String> differences(String stored, String fresh) {
    return OutputComparison.differences(of(executed("a", stored)), of(executed("a", fresh)));
  }

  private static Notebook of(Cell... cells) {
    return new Notebook(JsonNodeFactory.instance.objectNode(), List.of(cells));
  }

  private static Cell executed(String id, String outputs) {
    try {
      ArrayNode parsed = (ArrayNode) new ObjectMapper().readTree("[" + outputs + "]");
      return Cell.code(id, "source of " + id).executed(1, parsed);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(outputs, e);
    }
  }

  private static String stream(String name, String text) {
    return """
        {"output_type": "stream", "name": "%s", "text": ["%s"]}"""
        .formatted(name, text);
  }

  private static String data(String type, String value) {
    return """
        {"output_type": "display_data", "metadata": {}, "data": {"%s": "%s"}}"""
        .formatted(type, value);
  }

  private static String error(String name, String trace) {
    return """
        {"output_type": "error", "ename": "%s", "evalue": "", "traceback": ["%s"]}"""
        .formatted(name, trace);
  }
}
