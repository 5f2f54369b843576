package org.attentionlab.kernel;

import static org.attentionlab.kernel.TestKernel.LONG;
import static org.attentionlab.kernel.TestKernel.traceback;
import static org.attentionlab.kernel.TestKernel.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.attentionlab.kernel.client.Execution;
import org.attentionlab.kernel.client.KernelClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What environment variables do to a real kernel. */
class EnvironmentTest {
  /** As it was asked for: what a collector keeps back for itself counts too. */
  private static final String HEAP =
      "Long.parseLong(java.lang.management.ManagementFactory.getPlatformMXBean("
          + "com.sun.management.HotSpotDiagnosticMXBean.class)"
          + ".getVMOption(\"MaxHeapSize\").getValue()) >> 20";

  @TempDir private Path directory;

  private KernelClient start(Map<String, String> environment) {
    return KernelClient.start(TestKernel.command().argv(), directory, environment, LONG);
  }

  private String valueWith(Map<String, String> environment, String code) {
    try (KernelClient kernel = start(environment)) {
      Execution execution = kernel.execute(code, LONG);
      assertEquals("ok", execution.status(), execution::toString);
      return value(execution);
    }
  }

  private static String stderr(Execution execution) {
    return TestKernel.output(execution, "stream").path("text").asText();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void optionsForTheJvmNeedNoSecondProcess() {
    try (KernelClient kernel = start(Map.of("JJAVA_JVM_OPTS", "-Xmx300m -Dglob=*"))) {
      assertEquals("300", value(kernel.execute(HEAP, LONG)));
      assertEquals("*", value(kernel.execute("System.getProperty(\"glob\")", LONG)));
      assertEquals(
          Long.toString(kernel.process().pid()),
          value(kernel.execute("ProcessHandle.current().pid()", LONG)));
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void ownJvmOptionsComeBeforeJJavas() {
    assertEquals(
        "200",
        valueWith(Map.of("JJAVA_JVM_OPTS", "-Xmx300m", "ATTENTIONLAB_JVM_OPTS", "-Xmx200m"), HEAP));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void textInJvmOptionsIsNotRunByTheShell() {
    assertEquals(
        "$(exit;7)",
        valueWith(
            Map.of("ATTENTIONLAB_JVM_OPTS", "-Dtext=$(exit;7)"), "System.getProperty(\"text\")"));
  }

  @Test
  void javasOwnVariableWorksToo() {
    assertEquals("300", valueWith(Map.of("JDK_JAVA_OPTIONS", "-Xmx300m"), HEAP));
  }

  @Test
  @EnabledOnOs(OS.WINDOWS)
  void windowsSaysThatItDoesNotHeedJvmOptions() {
    try (KernelClient kernel = start(Map.of("ATTENTIONLAB_JVM_OPTS", "-Xmx300m"))) {
      assertTrue(stderr(kernel.execute("1", LONG)).contains("JDK_JAVA_OPTIONS"));
    }
  }

  @Test
  void vectorApiIsThereForTheCompilerAndTheJvm() {
    assertEquals(
        "4",
        valueWith(
            Map.of(),
            "import jdk.incubator.vector.*;\nFloatVector.broadcast(FloatVector.SPECIES_128,"
                + " 1f).reduceLanes(VectorOperators.ADD) == 4f ? 4 : 0"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anotherModuleIsAddedByItsVariable() {
    assertEquals(
        "true",
        valueWith(
            Map.of("ATTENTIONLAB_MODULES", "java.smartcardio"),
            "ModuleLayer.boot().findModule(\"java.smartcardio\").isPresent()"
                + " && ModuleLayer.boot().findModule(\"jdk.incubator.vector\").isPresent()"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void previewFeaturesAreSwitchedOnForTheCompilerAndTheJvmAtOnce() {
    assertEquals("int", valueWith(Map.of("ATTENTIONLAB_PREVIEW", "true"), previewCode()));
  }

  @Test
  void previewFeaturesFollowJavasOwnVariable() {
    assertEquals("int", valueWith(Map.of("JDK_JAVA_OPTIONS", "--enable-preview"), previewCode()));
  }

  /** Code with a preview feature of the JDK that runs, where we know one. */
  private static String previewCode() {
    return Runtime.version().feature() == 17
        ? "Object o = 3;\n"
            + "String s = switch (o) { case Integer i -> \"int\"; default -> \"other\"; };\ns"
        : "int i = 3;\n"
            + "String s = switch (i) { case int j when j > 2 -> \"int\"; default -> \"x\"; };\ns";
  }

  @Test
  void previewForTheCompilerAloneIsToldAndLeftOut() {
    try (KernelClient kernel = start(Map.of("IJAVA_COMPILER_OPTS", "--enable-preview"))) {
      Execution execution = kernel.execute("1 + 1", LONG);
      assertEquals("2", value(execution));
      assertTrue(stderr(execution).contains("ATTENTIONLAB_PREVIEW=true"), execution::toString);
    }
  }

  @Test
  void compilerOptionsReachTheCompiler() {
    assertEquals(
        "width",
        valueWith(
            Map.of("IJAVA_COMPILER_OPTS", "-parameters"),
            "class Box { void grow(int width) { } }\nBox.class.getDeclaredMethod(\"grow\","
                + " int.class).getParameters()[0].getName()"));
  }

  @Test
  void wrongCompilerOptionIsToldOnceAndTheSessionStarts() {
    try (KernelClient kernel = start(Map.of("JJAVA_COMPILER_OPTS", "--nonsense"))) {
      Execution first = kernel.execute("1 + 1", LONG);
      assertEquals("2", value(first));
      assertTrue(stderr(first).contains("--nonsense are left out"), first::toString);
      assertEquals(1, kernel.execute("2", LONG).outputs().size());
    }
  }

  @Test
  void statementThatRunsTooLongIsEndedAndTheSessionLivesOn() {
    try (KernelClient kernel = start(Map.of("IJAVA_TIMEOUT", "500 MILLISECONDS"))) {
      List<String> lines = traceback(kernel.execute("int kept = 7;\nwhile (true) { }", LONG));
      assertTrue(
          lines.get(0).contains("ran longer than 500 ms, which IJAVA_TIMEOUT allows"),
          lines::toString);
      assertEquals("7", value(kernel.execute("kept", LONG)));
    }
  }

  @Test
  void startupCodeRunsBeforeTheFirstCell() throws Exception {
    Files.writeString(directory.resolve("a.jshell"), "import java.time.Year;\nint a = 2;");
    assertEquals(
        "2019",
        valueWith(
            Map.of(
                "IJAVA_STARTUP_SCRIPTS_PATH", "*.jshell", "IJAVA_STARTUP_SCRIPT", "int b = a * 2;"),
            "Year.of(2017).plusYears(b - a).getValue()"));
  }

  @Test
  void startupCodeThatFailsIsToldWithTheFirstCell() {
    try (KernelClient kernel = start(Map.of("IJAVA_STARTUP_SCRIPT", "int x = \"a\";"))) {
      Execution execution = kernel.execute("3", LONG);
      assertEquals("3", value(execution));
      assertTrue(stderr(execution).contains("IJAVA_STARTUP_SCRIPT failed"), execution::toString);
      assertTrue(stderr(execution).contains("incompatible types"), execution::toString);
    }
  }

  @Test
  void classpathVariableServesTheFirstCell() throws Exception {
    Path classes = Files.createDirectories(directory.resolve("classes").resolve("data"));
    Files.writeString(classes.resolve("text.txt"), "found");
    assertEquals(
        "found",
        valueWith(
            Map.of("JJAVA_CLASSPATH", "classes"),
            "new String(Thread.currentThread().getContextClassLoader()"
                + ".getResourceAsStream(\"data/text.txt\").readAllBytes())"));
  }

  @Test
  void extensionsStayOutWhereTheyAreSwitchedOff() {
    String sample = "new org.attentionlab.kernel.SampleExtension.Sample(\"a\")";
    for (boolean loaded : new boolean[] {true, false}) {
      try (KernelClient kernel = start(Map.of("JJAVA_LOAD_EXTENSIONS", loaded ? "1" : "0"))) {
        JsonNode data = TestKernel.data(kernel.execute(sample, LONG), "execute_result");
        String html = data.path("text/html").asText();
        assertEquals(loaded, html.contains("<em>a</em>"), html);
      }
    }
  }
}
