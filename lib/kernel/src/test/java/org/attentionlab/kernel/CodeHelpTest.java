package org.attentionlab.kernel;

import static org.attentionlab.kernel.TestKernel.LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.attentionlab.kernel.client.KernelClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeHelpTest {
  private static KernelClient kernel;

  @BeforeAll
  static void start() {
    kernel = TestKernel.start();
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  /** What may stand at the bar, with the range that it replaces. */
  private static List<String> completed(String code) {
    int bar = code.indexOf('|');
    String text = code.replace("|", "");
    int cursor = text.codePointCount(0, bar);
    JsonNode reply = kernel.complete(text, cursor, LONG);
    int start = reply.path("cursor_start").asInt();
    String before = text.substring(0, text.offsetByCodePoints(0, start));
    return StreamSupport.stream(reply.path("matches").spliterator(), false)
        .map(match -> before + match.asText())
        .toList();
  }

  @Test
  void membersAreCompleted() {
    assertEquals(List.of("\"a\".isBlank()"), completed("\"a\".isBl|"));
    assertTrue(completed("System.out.printl|").contains("System.out.println("));
  }

  @Test
  void variablesOfTheSessionAreCompleted() {
    kernel.execute("int attentionHeads = 8;", LONG);
    assertEquals(List.of("1 + attentionHeads"), completed("1 + attentionH|"));
  }

  @Test
  void whatTheSameCellDeclaresIsCompleted() {
    String before = "import java.time.*;\n%lsmagic\nvar zebra = \"z\";\n";
    assertEquals(List.of(before + "zebra"), completed(before + "zeb|"));
    assertEquals(List.of(before + "zebra.isBlank()"), completed(before + "zebra.isBl|"));
  }

  @Test
  void cursorCountsCodePoints() {
    kernel.execute("int mittens = 1;", LONG);
    assertEquals(
        List.of("/* \uD83D\uDC31\uD83D\uDC31 */ mittens"),
        completed("/* \uD83D\uDC31\uD83D\uDC31 */ mitte|"));
  }

  @Test
  void magicsAreCompleted() {
    assertEquals(List.of("%classpath"), completed("%cla|"));
    assertEquals(List.of("int i;\n%maven", "int i;\n%mavenRepo"), completed("int i;\n%mav|"));
  }

  private static JsonNode inspected(String code) {
    int bar = code.indexOf('|');
    return kernel.inspect(code.replace("|", ""), bar, LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Math.ma|x(1, 2)",
        "Math.max|(1, 2)",
        "Math.max(|1, 2)",
        "Math.max(1, |2)",
        "Math.max|",
        "int y = 3;\nMath.m|ax(y, 2);\nint z;"
      })
  void methodIsInspectedFromAnyPlaceInItsCall(String code) {
    JsonNode reply = inspected(code);
    assertTrue(reply.path("found").asBoolean(), code);
    assertTrue(reply.path("data").path("text/plain").asText().contains("Math.max("), code);
    assertTrue(reply.path("data").path("text/html").asText().startsWith("<pre>"), code);
  }

  @Test
  void classIsInspected() {
    assertTrue(inspected("Strin|g s;").path("data").path("text/plain").asText().contains("String"));
  }

  @Test
  void nothingIsFoundWhereNothingStands() {
    JsonNode reply = inspected("  |  ");
    assertEquals("ok", reply.path("status").asText());
    assertFalse(reply.path("found").asBoolean());
  }

  @ParameterizedTest
  @CsvSource({
    "1 + 1,complete",
    "'int x = 1; int y',complete",
    "'',complete",
    "%lsmagic,complete",
    "'for (int i = 0; i < 3; i++) {',incomplete",
    "'foo(',incomplete",
    "'int x = ;',invalid",
    "') (',invalid"
  })
  void completenessIsTold(String code, String status) {
    assertEquals(status, kernel.isComplete(code, LONG).path("status").asText());
  }

  @Test
  void indentFollowsOpenBraces() {
    assertEquals(
        "        ", kernel.isComplete("class A { void f() {", LONG).path("indent").asText());
  }

  @Test
  void kernelInfoNamesTheLanguage() {
    JsonNode info =
        kernel.request("kernel_info_request", KernelClient.executeRequest("").removeAll(), LONG);
    assertEquals("ok", info.path("status").asText());
    assertEquals("Java", info.path("language_info").path("name").asText());
    assertEquals("attentionlab", info.path("implementation").asText());
  }
}
