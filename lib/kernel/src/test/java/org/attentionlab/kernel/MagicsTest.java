package org.attentionlab.kernel;

import static org.attentionlab.kernel.TestKernel.LONG;
import static org.attentionlab.kernel.TestKernel.traceback;
import static org.attentionlab.kernel.TestKernel.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.attentionlab.kernel.client.Execution;
import org.attentionlab.kernel.client.KernelClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MagicsTest {
  @TempDir private static Path directory;

  private static KernelClient kernel;

  @BeforeAll
  static void start() throws IOException {
    jar("alpha");
    jar("beta");
    kernel = TestKernel.start(directory);
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  /** A jar lib/NAME.jar with a class NAME.Greeting. */
  private static void jar(String name) throws IOException {
    Path source = directory.resolve(name + "-src").resolve("Greeting.java");
    Files.createDirectories(source.getParent());
    Files.writeString(
        source,
        "package "
            + name
            + "; public class Greeting { public static String hello() { return \""
            + name
            + "\"; } }");
    Path classes = directory.resolve(name + "-classes");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), source.toString());
    assertEquals(0, status);
    Path jar = directory.resolve("lib").resolve(name + ".jar");
    Files.createDirectories(jar.getParent());
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream jarOut = new JarOutputStream(out)) {
      jarOut.putNextEntry(new JarEntry(name + "/Greeting.class"));
      Files.copy(classes.resolve(name).resolve("Greeting.class"), jarOut);
    }
  }

  private static Execution run(String code) {
    return kernel.execute(code, LONG);
  }

  @Test
  void classpathServesTheCodeBelowItInTheSameCell() {
    Execution execution =
        run("int before = 1;\n%classpath lib/a*.jar\nimport alpha.Greeting;\nGreeting.hello()");
    assertEquals("alpha", value(execution));
  }

  @Test
  void jarsIsTheSame() {
    assertEquals("beta", value(run("%jars lib/beta.jar\nbeta.Greeting.hello()")));
  }

  @Test
  void variablesSurviveAClasspathMagic() {
    run("int kept = 4;");
    run("%classpath lib/*.jar");
    assertEquals("4", value(run("kept")));
  }

  @Test
  void classpathThatMatchesNothingIsToldSo() {
    List<String> lines = traceback(run("%classpath nowhere/*.jar"));
    assertEquals("MagicError: %classpath: nothing matches nowhere/*.jar", lines.get(0));
  }

  @Test
  void mavenFindsWhatTheLocalRepositoryHas() {
    // JUnit needs it, so the build has resolved it; the kernel's own class path has it not.
    Execution execution =
        run(
            "%maven org.opentest4j:opentest4j:1.3.0\n"
                + "new org.opentest4j.AssertionFailedError(\"found\").getMessage()");
    assertEquals("found", value(execution), execution::toString);
  }

  @Test
  void malformedMavenCoordinateIsToldSo() {
    List<String> lines = traceback(run("%maven opentest4j"));
    assertTrue(lines.get(0).contains("group:artifact:version"), lines::toString);
  }

  @Test
  void loadRunsAJavaFile() throws IOException {
    Files.writeString(
        directory.resolve("helper.java"),
        "import java.time.Year;\nint loaded() { return Year.of(2017).getValue(); }");
    assertEquals("2017", value(run("%load helper.java\nloaded()")));
    assertEquals("2017", value(run("%load helper\nloaded()")));
  }

  @Test
  void loadRunsTheCodeCellsOfANotebook() throws IOException {
    Files.writeString(
        directory.resolve("part.ipynb"),
        "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": \"text\"},"
            + " {\"cell_type\": \"code\", \"source\": [\"int one = 1;\\n\", \"int two = 2;\"]},"
            + " {\"cell_type\": \"code\", \"source\": \"int three = one + two;\"}]}");
    assertEquals("3", value(run("%load part.ipynb\nthree")));
  }

  @Test
  void loadOfAMissingOrBrokenFileIsToldSo() throws IOException {
    assertTrue(traceback(run("%load nowhere.java")).get(0).contains("there is no file nowhere"));
    Files.writeString(directory.resolve("broken.ipynb"), "{\"cells\": [");
    assertTrue(traceback(run("%load broken.ipynb")).get(0).contains("is not a notebook"));
  }

  @Test
  void errorInALoadedFileNamesItsLine() throws IOException {
    Files.writeString(directory.resolve("bad.jshell"), "int fine = 1;\nint bad = \"x\";\n");
    List<String> lines = traceback(run("%load bad.jshell"));
    assertTrue(lines.get(0).contains("line 2: incompatible types"), lines::toString);
  }

  @Test
  void unknownMagicNamesTheNearestAndAll() {
    List<String> lines = traceback(run("%clasppath lib/*.jar"));
    assertEquals("UndefinedMagic: there is no magic %clasppath", lines.get(0));
    assertEquals("  Did you mean %classpath?", lines.get(1));
    assertTrue(lines.get(2).contains("%maven"), lines::toString);
  }

  @Test
  void unknownCellMagicIsToldSo() {
    assertEquals(
        "UndefinedMagic: there is no magic %%nothing", traceback(run("%%nothing a\nb")).get(0));
  }

  @Test
  void magicsAreListed() {
    assertTrue(value(run("%lsmagic")).contains("%classpath, %help, %jars, %load"));
  }

  @Test
  void registeredCellMagicGetsItsBody() {
    run(
        "org.dflib.jjava.jupyter.kernel.BaseKernel.notebookKernel().getMagicsRegistry()"
            + ".registerCellMagic(\"upper\", (kernel, args, body) -> args + body.toUpperCase());");
    assertEquals("[a b, c]X Y\nZ", value(run("%%upper \"a b\" c\nx y\nz")));
  }

  @Test
  void magicGivesAValue() {
    assertTrue(value(run("String known = %lsmagic\nknown")).contains("%load"));
  }

  @Test
  void percentInATextBlockIsNoMagic() {
    assertEquals("%load x\n", value(run("String s = \"\"\"\n%load x\n\"\"\";\ns")));
  }

  @Test
  void magicInsideABlockRunsWhereItStands() throws IOException {
    Files.writeString(directory.resolve("part.jshell"), "total += 2;");
    assertEquals(
        "7",
        value(run("int total = 1;\nfor (int i = 0; i < 3; i++) {\n  %load part.jshell\n}\ntotal")));
    assertTrue(traceback(run("if (true) {\n  %laod x\n}")).get(1).contains("%load"));
  }

  @Test
  void evaluatedCodeGivesItsValueOrItsOwnError() {
    assertEquals("5", value(run("(int) eval(\"2 + 2\") + 1")));
    assertTrue(traceback(run("eval(\"int x = ;\");")).get(0).contains("illegal start"));
  }
}
