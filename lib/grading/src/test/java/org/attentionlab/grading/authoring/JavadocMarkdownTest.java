package org.attentionlab.grading.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.attentionlab.grading.GradingException;
import org.junit.jupiter.api.Test;

class JavadocMarkdownTest {

  @Test
  void paragraphBecomesOneLine() {
    assertMarkdown(
        "One two.\n\nThree `a b`.", " * One\n * two.\n *\n * <p>Three {@code\n * a b}.\n");
  }

  @Test
  void preKeepsItsInnerIndentAndDecodesEntities() {
    assertMarkdown(
        "So:\n\n```text\na -> b\n  = c_d * e\n```\n\nThen.",
        " * So:\n * <pre>\n *   a -&gt; b\n *     = c_d * e\n * </pre>\n *\n * <p>Then.\n");
  }

  @Test
  void listsAreTight() {
    assertMarkdown(
        "Both:\n\n- one\n- two\n\nDone.",
        " * Both:\n *\n * <ul>\n *   <li>one\n *   <li>two\n * </ul>\n *\n * <p>Done.\n");
  }

  @Test
  void numberedListInAListIsIndented() {
    assertMarkdown(
        "- one\n  1. inner\n- two",
        " * <ul>\n * <li>one\n * <ol>\n * <li>inner\n * </ol>\n * <li>two\n * </ul>\n");
  }

  @Test
  void linksBecomeCodeOrTheirLabel() {
    assertMarkdown(
        "`Tensor.div`, `attend`, the tensor",
        " * {@link org.attentionlab.tensor.Tensor#div(float)}, {@link #attend}, {@link Tensor the"
            + " tensor}\n");
  }

  @Test
  void signsOfMarkdownAreEscaped() {
    assertMarkdown(
        "2 \\* 3 \\< 7, a_b, \\_c, costs \\$1, x[i]\\(j)",
        " * 2 * 3 &lt; 7, a_b, _c, costs $1, x[i](j)\n");
    assertMarkdown("\\# no heading", " * # no heading\n");
    assertMarkdown("1\\. no list", " * 1. no list\n");
  }

  @Test
  void emphasisStays() {
    assertMarkdown("*a* **b** `c_d*`", " * <em>a</em> <strong>b</strong> <code>c_d*</code>\n");
  }

  @Test
  void unknownElementIsRefusedByName() {
    String said =
        assertThrows(GradingException.class, () -> markdown(" * <table></table>\n")).getMessage();
    assertTrue(said.startsWith("A.java: <table> in the Javadoc has no counterpart"), said);
  }

  private static void assertMarkdown(String expected, String comment) {
    assertEquals(expected, markdown(comment));
  }

  private static String markdown(String comment) {
    JavaSource source = JavaSource.parse("A.java", "/**\n" + comment + " */\nclass A {}\n");
    return new JavadocMarkdown("A.java", source.docs()).body(source.typeDoc().orElseThrow());
  }
}
