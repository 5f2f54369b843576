package org.attentionlab.kernel;

import static org.attentionlab.kernel.TestKernel.LONG;
import static org.attentionlab.kernel.TestKernel.traceback;
import static org.attentionlab.kernel.TestKernel.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.attentionlab.kernel.client.Execution;
import org.attentionlab.kernel.client.KernelClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ErrorsTest {
  private static KernelClient kernel;

  @BeforeAll
  static void start() {
    kernel = TestKernel.start();
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  private static Execution run(String code) {
    return kernel.execute(code, LONG);
  }

  @Test
  void compileErrorShowsTheLineOfTheCellWithACaret() {
    Execution execution = run("// a comment\nint good = 5;\n\n  int bad = \"text\";\n");
    assertEquals(
        List.of(
            "CompilationException: line 4: incompatible types: java.lang.String cannot be converted"
                + " to int",
            "   4 |   int bad = \"text\";",
            "     |             ^^^^^^",
            "Statement 1 (line 2) has run, the rest has not."),
        traceback(execution));
    assertEquals("CompilationException", execution.reply().path("ename").asText());
    assertEquals("error", execution.status());
  }

  @Test
  void syntaxErrorRunsNothingOfItsCell() {
    Execution execution = run("int untouched = 1;\nint broken = ;\n");
    assertTrue(
        traceback(execution).containsAll(List.of("   2 | int broken = ;", "     |              ^")),
        execution::toString);
    assertEquals("error", run("untouched").status());
  }

  @Test
  void codeThatEndsTooEarlyIsToldSo() {
    Execution execution = run("void f() {\n  g(");
    assertTrue(
        execution.reply().path("evalue").asText().contains("ends in the middle"),
        execution::toString);
  }

  @Test
  void unknownNamesAreToldWithTheirSymbol() {
    List<String> lines = traceback(run("int n = 1;\nn + nowhere"));
    assertEquals("CompilationException: line 2: cannot find symbol", lines.get(0));
    assertEquals("     |     ^^^^^^^", lines.get(2));
    assertTrue(lines.get(3).contains("variable nowhere"), lines::toString);
  }

  @Test
  void exceptionShowsTheUsersOwnLinesAcrossCells() {
    int declared =
        run("void fail(int n) {\n  throw new IllegalStateException(\"no \" + n);\n}").count();
    Execution execution =
        run("\n// first\nvoid on() {\n  fail(3);\n}\nOptional.of(1).ifPresent(\n  i -> on());");
    assertEquals(
        List.of(
            "java.lang.IllegalStateException: no 3",
            "    at fail, cell ["
                + declared
                + "], line 2: throw new IllegalStateException(\"no \" + n);",
            "    at on, cell [" + execution.count() + "], line 4: fail(3);",
            "    at lambda, cell [" + execution.count() + "], line 7: i -> on());",
            "    ... in java.util.Optional.ifPresent",
            "    at cell [" + execution.count() + "], line 6: Optional.of(1).ifPresent("),
        traceback(execution));
    assertEquals("IllegalStateException", execution.reply().path("ename").asText());
    assertEquals("no 3", execution.reply().path("evalue").asText());
  }

  @Test
  void causesAreKept() {
    List<String> lines =
        traceback(
            run(
                "try { Integer.parseInt(\"x\"); }\n"
                    + "catch (NumberFormatException e) { throw new RuntimeException(\"outer\", e); }"));
    assertEquals("java.lang.RuntimeException: outer", lines.get(0));
    assertTrue(
        lines.contains("Caused by: java.lang.NumberFormatException: For input string: \"x\""),
        lines::toString);
  }

  @Test
  void ownExceptionHasItsOwnName() {
    Execution execution =
        run("class MyFailure extends RuntimeException {}\nthrow new MyFailure();");
    assertEquals("MyFailure", execution.reply().path("ename").asText());
    assertEquals("MyFailure", traceback(execution).get(0));
  }

  @Test
  void noFrameOfTheKernelIsShown() {
    for (String code : List.of("int[] a = {}; a[1] = 2;", "System.exit(1)", "throw new Error();")) {
      String all = String.join("\n", traceback(run(code)));
      assertFalse(all.contains("org.attentionlab"), all);
      assertFalse(all.contains("jdk.jshell"), all);
      assertFalse(all.contains("reflect"), all);
    }
  }

  @Test
  void endlessRecursionIsToldShortly() {
    List<String> lines = traceback(run("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)"));
    assertTrue(lines.size() < 6, lines::toString);
    assertTrue(lines.stream().anyMatch(l -> l.contains("times more")), lines::toString);
  }

  @Test
  void failingToStringIsToldInPlaceOfTheValue() {
    Execution execution =
        run(
            "new Object() { public String toString() { throw new IllegalStateException(\"bad\"); }"
                + " }");
    assertTrue(execution.ok());
    String shown = TestKernel.data(execution, "execute_result").path("text/plain").asText();
    assertTrue(shown.contains("IllegalStateException: bad"), shown);
  }

  @Test
  void callOfAnUnfinishedMethodNamesWhatIsMissing() {
    int declared = run("int unfinished() { return missingOne(); }").count();
    List<String> lines = traceback(run("1;\nunfinished()"));
    assertEquals(
        "CompilationException: method unfinished() needs method missingOne(), which the session"
            + " does not have",
        lines.get(0));
    assertEquals("  at cell [" + declared + "], line 1:", lines.get(1));
  }

  @Test
  void variablesSurviveAnError() {
    run("int survivor = 11;");
    run("survivor / 0");
    assertEquals("11", value(run("survivor")));
  }

  @Test
  void laterStatementsOfTheCellAreCheckedToo() {
    List<String> lines =
        traceback(
            run(
                """
                int fine = 1;
                int bad1 = "a";
                int bad2 = "b"; missingLater(3);
                String used = later() + bad1;
                String later() { return "" + used; }
                fine + undefinedName
                """));
    assertEquals(
        List.of(2L, 3L, 3L, 6L),
        lines.stream()
            .filter(l -> l.contains("line ") && !l.contains("Statement"))
            .map(l -> Long.parseLong(l.replaceAll("\\D*line (\\d+):.*", "$1")))
            .toList(),
        lines::toString);
    assertEquals("Statement 1 (line 1) has run, the rest has not.", lines.get(lines.size() - 1));
    assertEquals("1", value(run("fine")));
    assertEquals("error", run("bad2").status());
  }

  @Test
  void statementsThatRanAreCounted() {
    List<String> lines = traceback(run("int a1 = 1;\n\nint a2 =\n  2; a2++;\nint a3 = \"\";\n"));
    assertEquals(
        "Statements 1 to 3 (lines 1-4) have run, the rest has not.", lines.get(lines.size() - 1));
  }

  @Test
  void exceptionInAThreadIsToldInTheUsersLines() {
    Execution execution =
        run(
            "Thread t = new Thread(() -> {\n  int[] none = {};\n  none[3] = 1; });\n"
                + "t.setName(\"worker\"); t.start(); t.join();");
    String told = execution.stream("stderr").replaceAll("\u001b\\[[0-9;]*m", "");
    assertEquals(
        "In thread \"worker\": java.lang.ArrayIndexOutOfBoundsException: Index 3 out of bounds for"
            + " length 0\n    at lambda, cell ["
            + execution.count()
            + "], line 3: none[3] = 1; });\n",
        told.replace("\r", ""));
  }

  @Test
  void exceptionInAStaticInitialiserNamesItsLine() {
    List<String> lines =
        traceback(run("class Init {\n  static int v = Integer.parseInt(\"x\");\n}\nInit.v"));
    assertTrue(
        lines.stream().anyMatch(l -> l.contains("Caused by: java.lang.NumberFormatException")),
        lines::toString);
    assertTrue(lines.stream().anyMatch(l -> l.contains("line 2:")), lines::toString);
  }

  @Test
  void suppressedExceptionsAreTold() {
    List<String> lines =
        traceback(
            run(
                "try (AutoCloseable c = () -> { throw new Error(\"closing\"); }) {\n"
                    + "  throw new IllegalStateException(\"one\\ntwo\"); }"));
    assertEquals("java.lang.IllegalStateException: one\ntwo", lines.get(0));
    assertTrue(lines.contains("Suppressed: java.lang.Error: closing"), lines::toString);
  }

  @Test
  void messagesNameNothingOfTheSession() {
    String empty = traceback(run("String nothing = null; nothing.length()")).get(0);
    assertTrue(empty.endsWith("because \"nothing\" is null"), empty);
    String cast = traceback(run("class Mine {}\nObject o = \"s\"; Mine m = (Mine) o;")).get(0);
    assertTrue(cast.endsWith("cannot be cast to class Mine"), cast);
  }

  @Test
  void memoryThatRunsOutEndsOnlyItsCell() {
    Execution execution = run("long[][] all = new long[Integer.MAX_VALUE][Integer.MAX_VALUE];");
    assertEquals("OutOfMemoryError", execution.reply().path("ename").asText());
    assertEquals("2", value(run("1 + 1")));
  }

  @Test
  void methodBrokenByALaterCellNamesItsOwnCell() {
    int declared = run("String label = \"a\"; String show() { return label; }").count();
    run("int label = 3;");
    List<String> lines = traceback(run("show()"));
    assertTrue(lines.get(0).contains("method show() does not compile any more"), lines::toString);
    assertEquals("  at cell [" + declared + "], line 1:", lines.get(1));
  }
}
