package org.attentionlab.kernel;

import static org.attentionlab.kernel.TestKernel.LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.attentionlab.kernel.client.KernelClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeHelpTest {
  @TempDir private static Path directory;

  private static KernelClient kernel;

  @BeforeAll
  static void start() {
    kernel = TestKernel.start(directory);
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

  @Test
  void filesAreCompletedBehindMagics() throws IOException {
    Files.writeString(directory.resolve("example.jshell"), "");
    Files.writeString(directory.resolve("extra.txt"), "");
    Files.writeString(directory.resolve("ex two.ipynb"), "");
    Files.createDirectories(directory.resolve("jars"));
    Files.writeString(directory.resolve("jars").resolve("a.jar"), "");
    assertEquals(List.of("%load \"ex two.ipynb\"", "%load example.jshell"), completed("%load ex|"));
    assertEquals(List.of("%load \"ex two.ipynb\""), completed("%load \"ex t|"));
    assertEquals(List.of("%classpath jars/"), completed("%classpath ja|"));
    assertEquals(
        List.of("%classpath x.jar jars/*.jar", "%classpath x.jar jars/a.jar"),
        completed("%classpath x.jar jars/|"));
    assertEquals(List.of("%classpath jars/*.jar"), completed("%classpath jars/*|"));
    assertEquals(List.of(), completed("%load nowhere/|"));
    assertEquals(List.of(), completed("%lsmagic |"));
  }

  @Test
  void importsAreCompleted() {
    assertTrue(completed("import java.ut|").contains("import java.util."));
    assertTrue(
        completed("import java.util.concurrent.atomic.AtomicInteger|")
            .contains("import java.util.concurrent.atomic.AtomicInteger"));
    assertTrue(completed("import static java.lang.Math.ab|").get(0).contains("Math.abs"));
  }

  @Test
  void classThatIsNotImportedIsOfferedByItsQualifiedName() {
    assertEquals(List.of("java.time.LocalDateTime"), completed("LocalDateT|"));
    assertEquals(List.of("var d = new java.util.zip.Adler32"), completed("var d = new Adler3|"));
  }

  @Test
  void classThatTheSameCellImportsIsOfferedByItsName() {
    String one = "import java.time.LocalDateTime;\n";
    assertEquals(List.of(one + "LocalDateTime"), completed(one + "LocalDateT|"));
    assertEquals(List.of(one + "LocalDateTime.now("), completed(one + "LocalDateTime.no|"));
    String all = "import java.time.*;\n";
    assertEquals(List.of(all + "LocalDateTime"), completed(all + "LocalDateT|"));
    assertEquals(
        List.of(all + "var d = LocalDate.now();\nd.getDayOfMonth()"),
        completed(all + "var d = LocalDate.now();\nd.getDayOfM|"));
  }

  @Test
  void insideAMethodItsParametersAreCompleted() {
    String code = "int triple(int number) { return 3 * ";
    assertEquals(List.of(code + "number"), completed(code + "numb|"));
    String lambda = "List.of(\"a\").forEach(word -> word.";
    assertEquals(List.of(lambda + "isBlank()"), completed(lambda + "isBl|"));
  }

  @Test
  void methodOfTheSameCellIsCompleted() {
    String code = "int twofold(int x) { return 2 * x; }\nvar four = twofold(2);\n";
    assertEquals(List.of(code + "twofold("), completed(code + "twof|"));
    assertEquals(List.of(code + "four"), completed(code + "fou|"));
  }

  @Test
  void keywordsAreCompleted() {
    assertEquals(List.of("synchronized"), completed("synchr|"));
  }

  @Test
  void whatFitsTheTypeComesFirst() {
    List<String> found = completed("boolean blank = \"a\".is|");
    assertEquals("boolean blank = \"a\".isBlank()", found.get(0));
    List<String> text = completed("String s = \"a\".|");
    assertTrue(
        text.indexOf("String s = \"a\".strip()") < text.indexOf("String s = \"a\".length()"),
        text::toString);
  }

  @Test
  void everyProposalHasATypeAndAMethodItsSignature() {
    JsonNode reply = kernel.complete("\"a\".indexO", 10, LONG);
    JsonNode described = reply.path("metadata").path("_jupyter_types_experimental");
    assertEquals(1, described.size());
    JsonNode first = described.path(0);
    assertEquals("indexOf(", first.path("text").asText());
    assertEquals(4, first.path("start").asInt());
    assertEquals(10, first.path("end").asInt());
    assertEquals("function", first.path("type").asText());
    assertTrue(first.path("signature").asText().matches("\\(.*\\): int.*"), first::toString);
    assertEquals(
        "class",
        kernel
            .complete("LocalDateT", 10, LONG)
            .path("metadata")
            .path("_jupyter_types_experimental")
            .path(0)
            .path("type")
            .asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"in a string.|",
        "// in a comment.|",
        "/* in a comment.|",
        "String s = \"\"\"\n  text.|",
        ") } foo.|",
        "%%nothing\nfoo.|",
        "nothing.|"
      })
  void whereNothingFitsNothingIsProposed(String code) {
    assertEquals(List.of(), completed(code));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 100})
  void cursorOutsideTheCodeIsTakenToItsEnds(int cursor) {
    JsonNode reply = kernel.complete("\"a\".isBl", cursor, LONG);
    assertEquals("ok", reply.path("status").asText());
    assertEquals("ok", kernel.inspect("\"a\".isBl", cursor, LONG).path("status").asText());
  }

  private static JsonNode inspected(String code) {
    int bar = code.indexOf('|');
    String text = code.replace("|", "");
    return kernel.inspect(text, text.codePointCount(0, bar), LONG);
  }

  private static String told(String code) {
    return inspected(code).path("data").path("text/plain").asText();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Math.ma|x(1, 2)",
        "Math.max|(1, 2)",
        "Math.max(|1, 2)",
        "Math.max(1, |2)",
        "Math.max|",
        "Math.max((1 + |",
        "\"\uD83D\uDC31\".length() + Math.max(|",
        "int y = 3;\nMath.m|ax(y, 2);\nint z;",
        "int f(int p) { return Math.max(|p, p); }",
        "class A { int f(int p) { return Math.max(p, |p); } }",
        "List.of(1).forEach(e -> Math.max(|e, 2));",
        "if (Math.max(1, 2) > Math.max(|"
      })
  void methodIsInspectedFromAnyPlaceInItsCall(String code) {
    JsonNode reply = inspected(code);
    assertTrue(reply.path("found").asBoolean(), code);
    assertTrue(reply.path("data").path("text/plain").asText().contains("Math.max("), code);
    assertTrue(reply.path("data").path("text/html").asText().startsWith("<pre>"), code);
  }

  @Test
  void overloadsThatFitTheArgumentsComeFirst() {
    assertTrue(told("String.valueOf(|").contains("(int i)"));
    assertTrue(told("\"a\".indexOf(\"b\", |").startsWith("int String.indexOf(String"));
  }

  @Test
  void classIsInspected() {
    assertTrue(told("Strin|g s;").startsWith("java.lang.String"));
    assertTrue(told("import java.util.Li|st;").startsWith("java.util.List<E>"));
    assertTrue(told("import java.time.*;\nLocalDat|e.now()").startsWith("java.time.LocalDate"));
    assertTrue(told("new StringBuil|der(4)").contains("StringBuilder(int capacity)"));
    assertTrue(told("new StringBuilder(|").contains("StringBuilder(int capacity)"));
  }

  @Test
  void fieldsAndConstantsAreInspected() {
    assertEquals("double Math.PI", told("Math.P|I").lines().findFirst().orElse(""));
    assertTrue(told("Thread.State.NE|W").startsWith("Thread.State.NEW"));
  }

  @Test
  void variableIsInspectedWithItsValue() {
    kernel.execute("int[] tail = {1, 2, 3}; String nap = null; var cats = List.of(\"Tom\");", LONG);
    assertEquals("int[] tail = length 3: [1, 2, 3]", told("ta|il"));
    assertEquals("String nap = null", told("1 + nap|"));
    assertEquals("List<String> cats = size 1: [\"Tom\"]", told("cats.size() + ca|ts.size()"));
  }

  @Test
  void inspectingDoesNotRunTheUsersCode() {
    kernel.execute(
        "record Loud(int a) { public String toString() { throw new Error(); }"
            + " public int a() { throw new Error(); } }\n"
            + "class Louder { public String toString() { throw new Error(); } }\n"
            + "var loud = new Loud(7); var louder = new Louder();",
        LONG);
    assertEquals("Loud loud = Loud[a=7]", told("lo|ud"));
    assertEquals("Louder louder = an object of Louder", told("loud|er"));
  }

  @Test
  void whatTheSameCellDeclaresIsInspected() {
    String code = "int halved(int x) { return x / 2; }\nvar two = halved(4);\n";
    assertEquals("int halved(int x)", told(code + "halved(|"));
    assertEquals("int two", told(code + "two|"));
  }

  @Test
  void javadocComesFromTheSources() {
    JsonNode data = inspected("org.attentionlab.kernel.Notebook.clearOutput(|").path("data");
    assertTrue(data.path("text/plain").asText().contains("\n\n  "), data::toString);
    assertTrue(data.path("text/html").asText().contains("<div>"), data::toString);
  }

  @Test
  void detailAddsTheSource() {
    String code = "org.attentionlab.kernel.Notebook.clearOutput(";
    ObjectNode request = KernelClient.executeRequest("").removeAll();
    request.put("code", code).put("cursor_pos", code.length()).put("detail_level", 1);
    String text =
        kernel.request("inspect_request", request, LONG).path("data").path("text/plain").asText();
    assertTrue(text.contains("public static void clearOutput("), text);
    assertFalse(told(code + "|").contains("public static void"));
  }

  @Test
  void magicIsInspected() {
    assertTrue(told("%classpa|th lib/*.jar").contains("%classpath PATH..."));
    assertTrue(told("int i;\n%load x|.java").contains("%load FILE"));
    assertFalse(inspected("%nosuchmag|ic").path("found").asBoolean());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  |  ",
        "|",
        "nothing(|",
        "if (|",
        "// Math.max(|",
        "\"\"\"\n Math.max(|",
        ") }|"
      })
  void nothingIsFoundWhereNothingStands(String code) {
    JsonNode reply = inspected(code);
    assertEquals("ok", reply.path("status").asText());
    assertFalse(reply.path("found").asBoolean());
    assertEquals(0, reply.path("data").size());
  }

  @ParameterizedTest
  @CsvSource({
    "1 + 1,complete",
    "'int x = 1; int y',complete",
    "'',complete",
    "// only a comment,complete",
    "%lsmagic,complete",
    "'int a = 1;\n%lsmagic\nint b = 2;',complete",
    "'%%any\nwhat { ever',complete",
    "'if (true) { }',complete",
    "'import java.util.*;',complete",
    "'sealed interface S permits T {}\nnon-sealed class T implements S {}',complete",
    "'non-sealed class T implements S {',incomplete",
    "'record P(int x) {}',complete",
    "'for (int i = 0; i < 3; i++) {',incomplete",
    "'for (;;)',incomplete",
    "'if (true)',incomplete",
    "'foo(',incomplete",
    "'int x =',incomplete",
    "'/* open',incomplete",
    "'String s = \"\"\"\n a',incomplete",
    "'%lsmagic\nfoo(',incomplete",
    "'int x = ;',invalid",
    "'\"open',invalid",
    "') (',invalid",
    "'int int = 3;',invalid",
    "'int x = 3;\nint y z;',invalid",
    "'foo(1,);',invalid",
    "'class A { int f( { } }',invalid",
    "'int x = 3',complete",
    "'x',complete",
    "'x;',complete",
    "'a < b && c > d',complete",
    "'(int) 3',complete",
    "'new int[] {1, 2}',complete",
    "'int[] a = {1, 2};',complete",
    "'x -> x + 1',complete",
    "'List<String> names = new ArrayList<>();',complete",
    "'@Deprecated int f() { return 1; }',complete",
    "'<T> T same(T t) { return t; }',complete",
    "'import static java.lang.Math.*;',complete",
    "'enum E { A, B }',complete",
    "'return 3;',complete",
    "'; // nothing',complete",
    "'int a = 1; /* and */ int b = 2;',complete",
    "'String s = \"\"\"\n  a\n  \"\"\";',complete",
    "'switch (3) { case 3 -> 1; default -> 2; }',complete"
  })
  void completenessIsTold(String code, String status) {
    String cell = code.replace("\\n", "\n");
    assertEquals(status, kernel.isComplete(cell, LONG).path("status").asText());
  }

  private static String indent(String code) {
    JsonNode reply = kernel.isComplete(code, LONG);
    assertEquals("incomplete", reply.path("status").asText(), code);
    return reply.path("indent").asText();
  }

  @Test
  void indentFollowsWhatIsOpen() {
    assertEquals(" ".repeat(8), indent("class A {\n    void f() {"));
    assertEquals(" ".repeat(4), indent("class A {\n    void f() {\n    }"));
    assertEquals(" ".repeat(4), indent("class A { void f() {"));
    assertEquals(" ".repeat(4), indent("foo("));
    assertEquals(" ".repeat(8), indent("run(() -> {\n    foo(1,"));
    assertEquals(" ".repeat(4), indent("class A {\n    String s = \"{\"; // {"));
  }

  @Test
  void indentGoesOneFurtherWhereALineBreaksOff() {
    assertEquals(" ".repeat(4), indent("int x ="));
    assertEquals(" ".repeat(4), indent("if (true)"));
    assertEquals(" ".repeat(8), indent("void f() {\n    if (true)"));
  }

  @Test
  void indentKeepsToTheLineInCommentsAndTextBlocks() {
    assertEquals(" ", indent("/* a"));
    assertEquals("   ", indent("  /* a {\n   * b"));
    assertEquals("     ", indent("String s = \"\"\"\n     a {"));
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
