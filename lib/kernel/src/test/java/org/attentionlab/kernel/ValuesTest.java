package org.attentionlab.kernel;

import static org.attentionlab.kernel.TestKernel.LONG;
import static org.attentionlab.kernel.TestKernel.data;
import static org.attentionlab.kernel.TestKernel.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.imageio.ImageIO;
import javax.tools.ToolProvider;
import org.attentionlab.kernel.client.Execution;
import org.attentionlab.kernel.client.KernelClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How values of Java's own types, and of a library's, are shown. */
class ValuesTest {
  private static KernelClient kernel;

  @BeforeAll
  static void start() {
    kernel = TestKernel.start();
    kernel.execute("record Cat(String name, int lives) {}", LONG);
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  private static Execution run(String code) {
    return kernel.execute(code, LONG);
  }

  private static String text(String code) {
    return value(run(code));
  }

  private static JsonNode result(String code) {
    return data(run(code), "execute_result");
  }

  private static String html(String code) {
    return result(code).path("text/html").asText();
  }

  @Test
  void recordIsATableOfNamesAndValuesWithItsTextBesideIt() {
    JsonNode shown = result("new Cat(\"<Tom>\", 9)");
    String html = shown.path("text/html").asText();
    assertTrue(html.contains("<caption>Cat</caption>"), html);
    assertTrue(html.contains("<th scope=\"row\">name</th><td><span>&lt;Tom&gt;</span></td>"), html);
    assertEquals("Cat[name=<Tom>, lives=9]", shown.path("text/plain").asText());
  }

  @Test
  void displayShowsTheSameAsTheResult() {
    JsonNode shown = data(run("display(new Cat(\"a\", 1));"), "display_data");
    assertEquals(html("new Cat(\"a\", 1)"), shown.path("text/html").asText());
    assertEquals("Cat[name=a, lives=1]", shown.path("text/plain").asText());
  }

  @Test
  void recordKeepsTheTextThatItsAuthorWrote() {
    JsonNode shown =
        result("record Hz(int n) { public String toString() { return n + \" Hz\"; } }\nnew Hz(50)");
    assertEquals("50 Hz", shown.path("text/plain").asText());
    assertTrue(shown.path("text/html").asText().contains("<th scope=\"row\">n</th>"));
  }

  @Test
  void mapIsATable() {
    JsonNode shown = result("new TreeMap<>(Map.of(\"a&b\", List.of(1, 2), \"c\", 0.5))");
    String html = shown.path("text/html").asText();
    assertTrue(
        html.contains("<th scope=\"row\"><span>a&amp;b</span></th><td><span>[1, 2]</span></td>"),
        html);
    assertEquals("{a&b=[1, 2], c=0.5}", shown.path("text/plain").asText());
  }

  @Test
  void listOfNumbersIsTextAlone() {
    JsonNode shown = result("List.of(1, 2, 3)");
    assertEquals("[1, 2, 3]", shown.path("text/plain").asText());
    assertFalse(shown.has("text/html"));
    assertEquals("[[1, 2], [3]]", text("List.of(List.of(1, 2), List.of(3))"));
  }

  @Test
  void listOfRecordsIsOneTable() {
    String html = html("List.of(new Cat(\"a\", 1), new Cat(\"b\", 2))");
    assertTrue(html.contains("<th scope=\"col\">lives<small>int</small></th>"), html);
    assertTrue(html.contains("<td class=\"jv-n\"><span>2</span></td>"), html);
    String many = html("IntStream.range(0, 108).mapToObj(i -> new Cat(\"c\" + i, i)).toList()");
    assertTrue(many.contains("108 rows") && many.contains("… 88 more"), many);
    assertTrue(many.contains("c19") && !many.contains("c20"), many);
  }

  @Test
  void containersNest() {
    String html = html("List.of(Map.of(\"k\", new Cat(\"deep\", 1)), Optional.of(2))");
    assertTrue(html.contains("<ol start=\"0\"><li><table"), html);
    assertTrue(html.contains("<caption>Cat</caption>"), html);
    assertEquals(1, html.split("<style>", -1).length - 1, "the style stands once");
  }

  @Test
  void optionalShowsWhatItHolds() {
    assertEquals("Optional[3]", text("Optional.of(3)"));
    assertTrue(html("Optional.of(new Cat(\"in\", 1))").contains("<caption>Cat</caption>"));
    assertEquals("Optional.empty", text("Optional.empty()"));
  }

  @Test
  void enumAndNullsAreTheirNames() {
    assertEquals("[MONDAY, null]", text("Arrays.asList(java.time.DayOfWeek.MONDAY, null)"));
    assertEquals("MONDAY", text("java.time.DayOfWeek.MONDAY"));
  }

  @Test
  void streamIsNotConsumed() {
    String shown = text("var s = Stream.of(1, 2);\ns");
    assertTrue(shown.contains("not yet consumed"), shown);
    assertEquals("2", text("s.count()"));
    assertEquals(
        "[120]",
        text(
            "var in = new java.io.ByteArrayInputStream(new byte[] {120});\n"
                + "display(in);\nin.readAllBytes()"));
  }

  @Test
  void toStringThatThrowsIsSaid() {
    String shown =
        text(
            "class Bad { public String toString() { throw new IllegalStateException(\"no text\"); } }\n"
                + "new Bad()");
    assertEquals("Bad (its toString() throws IllegalStateException: no text)", shown);
    assertEquals(
        "[Bad (its toString() throws IllegalStateException: no text), 1]",
        text("List.of(new Bad(), 1)"));
    assertEquals(
        "Loop (its toString() throws StackOverflowError)",
        text("class Loop { public String toString() { return \"\" + this; } }\nnew Loop()"));
  }

  @Test
  void recordThatCannotBeReadIsSaid() {
    JsonNode shown =
        result(
            "record Odd(int n) { public int n() { throw new ArithmeticException(\"odd\"); } }\n"
                + "new Odd(1)");
    assertTrue(
        shown.path("text/html").asText().contains("(cannot be read: ArithmeticException: odd)"),
        shown.toString());
    assertEquals(
        "Odd[n=(cannot be read: ArithmeticException: odd)]", shown.path("text/plain").asText());
  }

  @Test
  void cyclesEnd() {
    JsonNode shown =
        result(
            """
            List<Object> me = new ArrayList<>();
            Map<String, Object> map = new HashMap<>();
            me.add(1); me.add(map); map.put("list", me);
            me""");
    assertEquals("[1, {list=(ArrayList that this is in)}]", shown.path("text/plain").asText());
    assertTrue(
        shown.path("text/html").asText().contains("(ArrayList that this is in)"), shown.toString());
    assertEquals("[(Object[] that this is in)]", text("Object[] a = new Object[1];\na[0] = a;\na"));
  }

  @Test
  void deepNestingEnds() {
    String shown =
        text(
            "List<Object> deep = new ArrayList<>();\n"
                + "for (int i = 0; i < 100_000; i++) deep = new ArrayList<>(List.of(deep));\ndeep");
    assertTrue(shown.contains("…") && shown.length() < 200, shown);
  }

  @Test
  void hugeValuesAreCutWithANote() {
    String list = text("IntStream.range(0, 1_000_000).boxed().toList()");
    assertTrue(list.endsWith("998, 999, … 999,000 more]"), list.substring(list.length() - 60));
    String array = text("new int[5_000_000]");
    assertTrue(array.endsWith("… 4,999,000 more]"));
    String word = text("\"x\".repeat(1_000_000)");
    assertTrue(word.endsWith("x\n… cut after the first 200,000 characters"));
    String map = html("IntStream.range(0, 5000).boxed().collect(Collectors.toMap(i -> i, i -> i))");
    assertTrue(map.contains("… 4,950 more"), map);
  }

  @Test
  void largePictureIsShownSmaller() throws IOException {
    JsonNode shown =
        result(
            "new java.awt.image.BufferedImage(6000, 3, java.awt.image.BufferedImage.TYPE_INT_RGB)");
    byte[] png = Base64.getDecoder().decode(shown.path("image/png").asText());
    assertEquals(2000, ImageIO.read(new ByteArrayInputStream(png)).getWidth());
    assertEquals("Image, 6000 by 3 pixels", shown.path("text/plain").asText());
  }

  @Test
  void pictureInAListStandsInTheHtml() {
    String html =
        html(
            "List.of(new java.awt.image.BufferedImage(2, 2, java.awt.image.BufferedImage.TYPE_INT_RGB))");
    assertTrue(html.contains("<img src=\"data:image/png;base64,iVBOR"), html);
    assertTrue(html.contains("alt=\"Image, 2 by 2 pixels\""), html);
  }

  @Test
  void whatALibraryTaughtIsShownInsideOfContainersToo() {
    String html = html("Map.of(1, new org.attentionlab.kernel.SampleExtension.Sample(\"it\"))");
    assertTrue(html.contains("<td><em>it</em></td>"), html);
  }

  @Test
  void jarAddedByAMagicBringsItsRenderer(@TempDir Path folder) throws IOException {
    Path jar = libraryWithRenderer(folder);
    assertEquals(List.of(), run("%classpath " + jar).outputs());
    JsonNode shown = result("new org.example.Degrees(21)");
    assertEquals("<b>21 °C</b>", shown.path("text/html").asText());
    assertEquals("Degrees[celsius=21]", shown.path("text/plain").asText());
    assertTrue(html("List.of(new org.example.Degrees(3))").contains("<li><b>3 °C</b></li>"));
    Execution broken = run("new org.example.Degrees(-300)");
    assertEquals("Degrees[celsius=-300]", value(broken));
    assertTrue(
        broken.stream("stderr").contains("the renderer for org.example.Degrees failed"),
        broken.stream("stderr"));
    assertTrue(broken.stream("stderr").contains("below zero"), broken.stream("stderr"));
  }

  /** A jar with a type, an extension that shows it, and the file that names the extension. */
  private static Path libraryWithRenderer(Path folder) throws IOException {
    Path type = folder.resolve("Degrees.java");
    Files.writeString(type, "package org.example; public record Degrees(int celsius) {}");
    Path extension = folder.resolve("DegreesExtension.java");
    Files.writeString(
        extension,
        """
        package org.example;
        import org.dflib.jjava.jupyter.Extension;
        import org.dflib.jjava.jupyter.kernel.BaseKernel;
        import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
        public class DegreesExtension implements Extension {
          @Override public void install(BaseKernel kernel) {
            kernel.getRenderer().createRegistration(Degrees.class)
                .preferring(MIMEType.TEXT_HTML)
                .register((value, context) ->
                    context.renderIfRequested(MIMEType.TEXT_HTML, () -> html(value)));
          }
          static String html(Degrees value) {
            if (value.celsius() < -273) throw new IllegalArgumentException("below zero");
            return "<b>" + value.celsius() + " °C</b>";
          }
        }
        """);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-encoding",
                "UTF-8",
                "-cp",
                String.join(java.io.File.pathSeparator, TestKernel.classpath()),
                "-d",
                folder.toString(),
                type.toString(),
                extension.toString());
    assertEquals(0, result, "the library compiles");
    Path jar = folder.resolve("degrees.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (String name : List.of("Degrees", "DegreesExtension")) {
        out.putNextEntry(new JarEntry("org/example/" + name + ".class"));
        out.write(Files.readAllBytes(folder.resolve("org/example/" + name + ".class")));
      }
      out.putNextEntry(new JarEntry("META-INF/services/org.dflib.jjava.jupyter.Extension"));
      out.write("org.example.DegreesExtension".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return jar;
  }

  /** JShell's own answers, in the order of the map: what a cell ends with is compiled otherwise. */
  @Test
  void expressionHasTheValueThatItsOwnTypeGivesIt() {
    run("int n = 8; void nothing() {}");
    Map<String, String> values = new LinkedHashMap<>();
    values.put("1+1", "2");
    values.put("n", "8");
    values.put("n++", "8");
    values.put("n += 2", "11");
    values.put("n <= 11 && n >= 2 && n != 3 && n == 11", "true");
    values.put("(byte) 300", "44");
    values.put("'c'", "c");
    values.put("true ? 1 : 2.0", "1.0");
    values.put("switch (n) { case 11 -> 1; default -> 2.0; }", "1.0");
    values.put("n // and why", "11");
    values.put("new Object() { int v = 4; }.v", "4");
    values.put("List.of(\n1,\n2)", "[1, 2]");
    values.put("Optional.of(3).map(v -> v * 2.5).orElse(1.0)", "7.5");
    values.put("Stream.of(\"a\").collect(Collectors.toMap(s -> s, String::length))", "{a=1}");
    values.forEach((code, value) -> assertEquals(value, text(code), code));
    for (String code : List.of("n = 12", "nothing()", "null", "int m = 3", "import java.time.*")) {
      assertEquals(List.of(), run(code).outputs(), code);
    }
    assertEquals("12", text("n"));
  }

  @Test
  void expressionThatFailsTellsItsOwnLineAndRunsOnce() {
    run("int runs = 0; int fail(int by) { runs++; return 1 / by; }");
    List<String> lines = TestKernel.traceback(run("Math.max(1,\n    fail(0))"));
    assertTrue(lines.toString().contains("line 2: fail(0))"), lines::toString);
    assertEquals("1", text("runs"));
    List<String> wrong = TestKernel.traceback(run("Math.max(1,\n    missing)"));
    assertTrue(wrong.get(0).contains("line 2: cannot find symbol"), wrong::toString);
  }

  @Test
  void shownValuesLeaveNoVariables() {
    run("1+1");
    assertEquals(0, kernel.complete("$sho", 4, LONG).path("matches").size());
  }
}
