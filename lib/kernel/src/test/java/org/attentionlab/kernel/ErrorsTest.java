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
  void failingToStringIsTheCellsError() {
    Execution execution =
        run(
            "new Object() { public String toString() { throw new IllegalStateException(\"bad\"); }"
                + " }");
    assertEquals("IllegalStateException", execution.reply().path("ename").asText());
    assertTrue(run("1").ok());
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
}
