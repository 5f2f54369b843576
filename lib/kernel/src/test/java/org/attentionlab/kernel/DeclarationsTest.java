package org.attentionlab.kernel;

import static org.attentionlab.kernel.TestKernel.LONG;
import static org.attentionlab.kernel.TestKernel.traceback;
import static org.attentionlab.kernel.TestKernel.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.attentionlab.kernel.client.Execution;
import org.attentionlab.kernel.client.KernelClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What JShell by itself would lose, reset or refuse. */
class DeclarationsTest {
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
    Execution execution = kernel.execute(code, LONG);
    assertTrue(execution.ok(), execution::toString);
    return execution;
  }

  @Test
  void repeatedImportInOtherWhiteSpaceChangesNothing() {
    run("import java.time.LocalDate;\nLocalDate day = LocalDate.of(2020, 1, 2);");
    run("import  java . time.\nLocalDate ; // again\nimport java.time.LocalDate;");
    assertEquals("2020-01-02", value(run("day")));
  }

  @Test
  void repeatedDefaultImportsKeepTheOthers() {
    run(
        "import static org.attentionlab.kernel.Prompt.*;\nimport java.io.*;\n"
            + "import /* all of it */ java.util.*;");
    assertEquals("[1]", value(run("Stream.of(1).map(BigDecimal::new).toList()")));
    run("import java.io.File;\nclass Prompt {}\nString clearOutput() { return \"mine\"; }");
    assertEquals("mine [2]", value(run("clearOutput() + \" \" + List.of(new BigInteger(\"2\"))")));
  }

  @Test
  void newImportKeepsVariablesThatJShellDeclaresAnew() {
    run("Supplier<Integer> six = () -> 6; List<Integer> numbers = List.of(1, 2); int sum = 3;");
    Execution imported =
        run(
            "import java.util.concurrent.atomic.*;\nimport java.util.List;\n"
                + "import java.util.function.Supplier;\nimport static java.util.stream.Collectors.*;"
                + "\nimport static java.lang.Math.abs;");
    assertEquals("", imported.stream("stderr"));
    assertEquals("6[1, 2]3", value(run("\"\" + six.get() + numbers + sum")));
  }

  @Test
  void importThatMakesATypeAmbiguousKeepsItsVariables() {
    run("Date moment = new Date(7);");
    run("import java.sql.*;");
    assertEquals("7", value(run("moment.getTime()")));
    run("import java.sql.Date;");
    assertEquals("7", value(run("moment.getTime()")));
    assertEquals("java.util.Date", value(run("moment.getClass().getName()")));
  }

  @Test
  void failedImportChangesNothing() {
    run("var queue = new ArrayDeque<>(List.of(5));");
    assertEquals("error", kernel.execute("import java.util.Nothing;", LONG).status());
    assertEquals("error", kernel.execute("import static java.util.List.none;", LONG).status());
    run("import java.util.ArrayDeque;");
    assertEquals("[5]", value(run("queue")));
  }

  @Test
  void classAndImportOfOneNameTakeTurns() {
    run("import java.awt.Insets;\nInsets kept = new Insets(1, 2, 3, 4);");
    run("record Insets(int all) {}");
    assertEquals("Insets[all=9]", value(run("new Insets(9)")));
    assertEquals("2", value(run("kept.left")));
    run("Insets own = new Insets(8);");
    Execution back = run("import java.awt.Insets;");
    assertEquals(
        "Note: own was reset to null: import java.awt.Insets changed what its type means.\n",
        back.stream("stderr"));
    assertEquals("5", value(run("new Insets(5, 5, 5, 5).top")));
  }

  @Test
  void redefinedTypeTellsWhichVariablesAreLost() {
    run(
        "class Pixel { int x = 4; }\nvar a = new Pixel(); Pixel[] b = {a}; List<Pixel> c ="
            + " List.of(a);\nint plain = a.x; String text = \"\" + a.x;");
    Execution again = run("class Pixel { int x = 4, y; }");
    assertEquals(
        "Note: a, b, c were reset to null: Pixel, which they depend on, was redefined.\n",
        again.stream("stderr"));
    assertEquals("nullnullnull44", value(run("\"\" + a + b + c + plain + text")));
    assertEquals("0", value(run("a = new Pixel(); a.y")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class Same1 { int n = 3; static int made; Same1() { made++; } } | new Same1()",
        "record Same2(int n) {} | new Same2(3)",
        "interface Same3 { int n(); } | (Same3) () -> 3",
        "enum Same4 { A, B { int n() { return 2; } }; int n() { return 1; } } | Same4.B"
      })
  void repeatedTypeKeepsItsVariables(String type, String value) {
    run(type + "\nvar same = " + value + "; Object held = same;");
    assertEquals("", run("// moved down\n\n" + type).stream("stderr"));
    assertEquals("true", value(run("same != null && same == held")));
  }

  @Test
  void oldLambdaSeesTheVariableDeclaredAnew() {
    run("String word = \"one\"; Supplier<String> say = () -> word;");
    run("String word = \"two\";");
    assertEquals("two", value(run("say.get()")));
  }

  @Test
  void valueReplacedCanBeCollected() {
    run("Object big = new byte[1000]; var weak = new java.lang.ref.WeakReference<>(big);");
    run("Object big = new byte[1];");
    run("big");
    assertEquals(
        "true",
        value(
            run(
                "for (int i = 0; i < 20 && weak.get() != null; i++) {"
                    + " System.gc(); Thread.sleep(10); }\nweak.get() == null")));
  }

  @Test
  void sealedTypesMayStandInAnyOrder() {
    run(
        """
        record Dot(int n) implements Form {}
        sealed interface Form permits Dot, Line {}
        final class Line extends Curve implements Form {}
        sealed abstract class Curve permits Line, Arc {}
        final class Arc extends Curve {}
        """);
    assertEquals("Dot[n=2]", value(run("Form form = new Dot(2); form")));
  }

  @Test
  void sealedTypeWithoutPermitsHasTheSubtypesOfItsCell() {
    run(
        "sealed interface Tree<T> { record Empty() implements Tree<String> {} }\n"
            + "record Leaf(int n) implements Tree<Integer> {}\n"
            + "enum Kind implements Tree<String> { ELM { int h() { return 3; } }; int h() { return 2; }"
            + " }");
    assertEquals("3", value(run("Tree.class.getPermittedSubclasses().length")));
    Execution intruder = kernel.execute("record Late() implements Tree<String> {}", LONG);
    assertTrue(traceback(intruder).get(0).contains("sealed"), intruder::toString);
  }

  @Test
  void nonSealedTypesWork() {
    run(
        """
        sealed interface Top permits Open, More, Shut {}
        non-sealed interface Open extends Top {}
        non-sealed class More implements Top {}
        record Shut() implements Top {}
        class Own implements Open {}
        """);
    assertEquals("true", value(run("Top top = new Own(); top instanceof Open")));
  }

  @Test
  void declarationsOfOneCellMayNeedEachOtherInAnyOrder() {
    assertEquals(
        "14",
        value(
            run(
                "int first() { return second() + 1; }\nint second() { return new Far<Stone>().get(new"
                    + " Stone(6)); }\nclass Far<T extends Item> extends Near { int get(T t) { return"
                    + " base() + t.weight(); } }\nabstract class Near { Far<Stone> other; int base()"
                    + " { return 7; } }\nrecord Stone(int weight) implements Item {}\n"
                    + "interface Item { int weight(); }\nfirst()")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "var anon = new Object() { int hidden = 4; }; anon.hidden | 4",
        "<T extends Comparable<T>> T most(List<T> l) { return Collections.max(l); } most(List.of(1, 5))"
            + " | 5",
        "int p1, p2 = 2; p1 + p2 | 2",
        "int[][] grid = {{1}, {2, 3}}; int flat[] = {4}; grid[1][1] + flat[0] | 7",
        "class Out { static class In { int n = 4; } class Inner { int m = 5; } } new Out.In().n + new"
            + " Out().new Inner().m | 9",
        "int local() { record L(int k) {} enum E { A } return new L(7).k(); } local() | 7",
        "@interface Mark {} @Mark @Deprecated class Marked {} new Marked() != null | true",
        "void risky() throws java.io.IOException { } risky(); 6 | 6",
        "Function<Integer, Function<Integer, Integer>> add = u -> v -> u + v; add.apply(1).apply(2) | 3"
      })
  void languageIsWhole(String code, String expected) {
    assertEquals(expected, value(run(code)));
  }

  @Test
  void textBlocksKeepTheirLines() {
    assertEquals(
        "2", value(run("String block = \"\"\"\n  a\n    b\n  \"\"\";\nblock.lines().count()")));
  }

  @Test
  void patternsOfNewerJavaWorkThere() {
    assumeTrue(Runtime.version().feature() >= 21);
    run(
        "sealed interface Sum {}\nrecord Num(int v) implements Sum {}\nrecord Add(Sum l, Sum r)"
            + " implements Sum {}\nint eval(Sum s) { return switch (s) { case Num n -> n.v(); case"
            + " Add(Sum l, Sum r) -> eval(l) + eval(r); }; }");
    assertEquals("5", value(run("eval(new Add(new Num(2), new Num(3)))")));
  }
}
