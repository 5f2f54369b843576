package org.attentionlab.kernel.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.attentionlab.kernel.session.CellSource.Java;
import org.attentionlab.kernel.session.CellSource.Magic;
import org.attentionlab.kernel.session.CellSource.WholeCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellSourceTest {
  @Test
  void lineMagicDividesTheCode() {
    assertEquals(
        List.of(
            new Java(0, 7), new Magic(7, "jars", List.of("a.jar", "b c.jar")), new Java(28, 35)),
        CellSource.parse("int i;\n%jars a.jar \"b c.jar\"\nint j;").parts());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// \n/*\n%load x\n*/ int i;",
        "String s = \"\"\"\n  a \\\"\"\" b\n%load x\n\"\"\";",
        "int r = a\n%b;",
        "char c = '\"';\nint x = 5 % y;",
        "int m = f(1,\n%g);"
      })
  void codeWithoutMagicIsLeftAlone(String code) {
    assertEquals(code, CellSource.parse(code).code());
    assertEquals(List.of(new Java(0, code.length())), CellSource.parse(code).parts());
  }

  @Test
  void magicInABlockBecomesACallOnTheSameLine() {
    assertEquals(
        "if (a) {\n  org.attentionlab.kernel.Notebook.lineMagic(\"load\", java.util.List.of(\"b\\\\c\"));\n}",
        CellSource.parse("if (a) {\n  %load b\\c\n}").code());
  }

  @Test
  void magicBehindAnEqualsSignGivesAValue() {
    assertEquals(
        "var x = org.attentionlab.kernel.Notebook.lineMagic(\"maven\", java.util.List.of(\"g:a:1\"));\nx",
        CellSource.parse("var x = %maven g:a:1\nx").code());
  }

  @Test
  void cellMagicTakesTheWholeCell() {
    assertEquals(
        List.of(new WholeCell("time", List.of("-n", "3"), "a\n%b\n")),
        CellSource.parse("\n%%time -n 3\na\n%b\n").parts());
  }

  @Test
  void windowsPathsNeedNoEscapes() {
    assertEquals(
        List.of("C:\\lib\\*.jar", "a\"b", ""), MagicArguments.split("C:\\lib\\*.jar a\\\"b ''"));
  }
}
