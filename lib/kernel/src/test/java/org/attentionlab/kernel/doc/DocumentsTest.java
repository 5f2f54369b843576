package org.attentionlab.kernel.doc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.attentionlab.kernel.doc.Documents.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
  @TempDir private Path folder;
  private Documents documents;

  /** The sources of these classes are written beside them, so that they read as a user's do. */
  interface Scale {
    double of(double x, int times) throws ArithmeticException;
  }

  static class Twice implements Scale {
    @Override
    public double of(double x, int times) {
      return 2 * x * times;
    }
  }

  static final class Thrice extends Twice {
    @Override
    public double of(double x, int times) {
      return 3 * x * times;
    }

    void of(List<String> names, int... times) {}
  }

  record Pair(int left, int right) {}

  private static final String SOURCE =
      """
      package org.attentionlab.kernel.doc;
      class DocumentsTest {
        /** Scales. See {@link java.lang.Math#max(int, int) the greater} and {@link #of}. */
        interface Scale {
          /**
           * Scales x. It uses {@code a < b && c} &amp; <b>tables</b>.
           *
           * <pre>
           * y = x
           *   * n
           * </pre>
           *
           * <ul><li>one<li>two</ul>
           *
           * <script>alert(1)</script><a href="https://example.org/x">paper</a> <a href="../up.html">up</a>
           *
           * @param x what to {@literal <scale>}
           * @param times how often
           * @return y
           * @throws ArithmeticException if it is too much
           * @see Math#abs(int)
           * @since 2
           * @deprecated use {@code Other}
           */
          double of(double x, int times) throws ArithmeticException;
        }

        static class Twice implements Scale {
          @Override
          public double of(double x, int times) {
            return 2 * x * times;
          }
        }

        static final class Thrice extends Twice {
          /**
           * Three times. {@inheritDoc}
           *
           * @param x {@inheritDoc}, here
           * @return {@inheritDoc}
           */
          @Override
          public double of(double x, int times) {
            return 3 * x * times;
          }

          /** Names them. */
          void of(java.util.List<String> names, int... times) {}
        }

        /**
         * Two numbers.
         *
         * @param left the first
         * @param right the second
         */
        record Pair(int left, int right) {}
      }
      """;

  @BeforeEach
  void write() throws IOException {
    Path file = folder.resolve("org/attentionlab/kernel/doc/DocumentsTest.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, SOURCE);
    documents = new Documents(new Sources(List.of(folder), folder.resolve("src.zip")));
  }

  private String scale(Class<?> type) {
    return documents.method(type, "of", List.of("double", "int")).orElseThrow().html();
  }

  @Test
  void tagsBecomeSections() {
    String text = HtmlText.of(scale(Scale.class));
    assertEquals(
        """
        Deprecated. use Other

        Scales x. It uses a < b && c & tables.

            y = x
              * n

          - one
          - two

        alert(1)paper up

        Parameters
          x: what to <scale>
          times: how often
        Returns
          y
        Throws
          ArithmeticException: if it is too much
        See also
          Math.abs(int)
        Since
          2"""
            .strip(),
        text);
  }

  @Test
  void htmlKeepsMarkupThatIsSafe() {
    String html = scale(Scale.class);
    assertTrue(html.contains("<code>a &lt; b &amp;&amp; c</code> &amp; <b>tables</b>"), html);
    assertTrue(html.contains("<a href=\"https://example.org/x\">paper</a> <a>up</a>"), html);
    assertTrue(html.contains("<pre>y = x\n  * n</pre>"), html);
    assertFalse(html.contains("<script"), html);
  }

  @Test
  void linksReadAsCode() {
    String html = documents.type(Scale.class).orElseThrow().html();
    assertEquals("Scales. See <code>the greater</code> and <code>of</code>.", html);
  }

  @Test
  void methodWithoutACommentHasTheOneItOverrides() {
    assertEquals(scale(Scale.class), scale(Twice.class));
  }

  @Test
  void inheritDocTakesTheTextFromAbove() {
    String text = HtmlText.of(scale(Thrice.class));
    assertTrue(text.startsWith("Three times. Scales x. It uses"), text);
    assertTrue(text.contains("x: what to <scale>, here"), text);
    assertTrue(text.contains("Returns\n  y"), text);
  }

  @Test
  void overloadsAreToldApart() {
    Document named =
        documents
            .method(Thrice.class, "of", List.of("java.util.List<java.lang.String>", "int..."))
            .orElseThrow();
    assertEquals("Names them.", named.html());
    assertEquals("void of(java.util.List<String> names, int... times) {}", named.source());
  }

  @Test
  void sourceIsTheDeclaration() {
    assertEquals(
        "@Override\npublic double of(double x, int times) {\n  return 2 * x * times;\n}",
        documents.method(Twice.class, "of", List.of("double", "int")).orElseThrow().source());
  }

  @Test
  void accessorOfARecordHasTheTextOfItsComponent() {
    assertEquals(
        "the second", documents.method(Pair.class, "right", List.of()).orElseThrow().html());
    assertTrue(
        documents
            .method(Pair.class, "<init>", List.of("int", "int"))
            .orElseThrow()
            .html()
            .startsWith("Two numbers."));
  }

  @Test
  void classOfTheJdkComesFromItsZip() throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("src.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("java.base/java/lang/Runnable.java"));
      zip.write(
          "package java.lang; public interface Runnable { /** Goes. */ void run(); }"
              .getBytes(StandardCharsets.UTF_8));
    }
    assertEquals("Goes.", documents.method(Runnable.class, "run", List.of()).orElseThrow().html());
    assertTrue(documents.type(String.class).isEmpty());
  }

  @Test
  void classesOfAMavenBuildHaveTheirSourcesBesideThem() {
    Document own =
        new Documents(new Sources(List.of(), folder.resolve("src.zip")))
            .type(HtmlText.class)
            .orElseThrow();
    assertTrue(own.html().startsWith("HTML, such as"), own::html);
  }
}
