package org.attentionlab.kernel;

import static org.attentionlab.kernel.TestKernel.LONG;
import static org.attentionlab.kernel.TestKernel.traceback;
import static org.attentionlab.kernel.TestKernel.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.attentionlab.kernel.client.Execution;
import org.attentionlab.kernel.client.KernelClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The faults of the other Java kernels (IJava 1.3.0, JJava, rapaio), one test each, against a real
 * kernel. A test is named after the fault that it finds absent.
 *
 * <p>Elsewhere: preview features, JVM options and time-outs in {@link EnvironmentTest},
 * dependencies by a BOM and a local repository in {@link PortableMagicsTest}, tables of Tablesaw,
 * which come with the course's jars, in the tests of the command line.
 */
class PeerFaultsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration MOMENT = Duration.ofMillis(700);

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

  private static Execution run(ObjectNode request) {
    return kernel.execute(request, LONG, Optional.empty());
  }

  @Test
  void kernelInfoHasNoStatus() {
    JsonNode info = kernel.request("kernel_info_request", JSON.createObjectNode(), LONG);
    assertEquals("ok", info.path("status").asText());
  }

  @Test
  void isCompleteNeverSaysInvalid() {
    for (String code : List.of("1 ++ 2 )", "}", "int int = 3;")) {
      assertEquals("invalid", kernel.isComplete(code, LONG).path("status").asText(), code);
    }
  }

  @Test
  void historyIsNotAnswered() {
    run("\"to be found\"");
    ObjectNode query = JSON.createObjectNode().put("hist_access_type", "tail").put("n", 1);
    JsonNode reply = kernel.request("history_request", query, LONG);
    assertEquals("\"to be found\"", reply.path("history").path(0).path(2).asText());
  }

  @Test
  void inspectFindsNothingAfterAParenthesis() {
    JsonNode found = kernel.inspect("Math.max(", 9, LONG);
    assertTrue(found.path("found").asBoolean());
    assertTrue(found.path("data").path("text/plain").asText().contains("max"), found::toString);
  }

  @Test
  void silentCellIsShown() {
    assertEquals(
        List.of(),
        run(KernelClient.executeRequest("System.out.print(1); 2").put("silent", true)).outputs());
  }

  @Test
  void unstoredCellIsCounted() {
    int count = run("1").count();
    run(KernelClient.executeRequest("2").put("store_history", false));
    assertEquals(count + 1, run("3").count());
  }

  @Test
  void cellsBehindAnErrorRunOn() {
    List<Execution> all = kernel.executeAll(List.of("throw new Error();", "int ranOn = 1;"), LONG);
    assertEquals("aborted", all.get(1).status());
    assertEquals("error", run("ranOn").status());
  }

  @Test
  void userExpressionsAreIgnored() {
    ObjectNode request = KernelClient.executeRequest("1");
    request.putObject("user_expressions").put("x", "6 * 7");
    JsonNode x = run(request).reply().path("user_expressions").path("x");
    assertEquals("42", x.path("data").path("text/plain").asText());
    assertEquals("ok", x.path("status").asText());
  }

  @Test
  void outputOfAThreadThatOutlivesItsCellLandsInTheNext() {
    run("var go = new CountDownLatch(1); var gone = new CountDownLatch(1);");
    run(
        "new Thread(() -> { try { go.await(); } catch (InterruptedException e) { }"
            + " System.out.println(\"late\"); gone.countDown(); }).start();");
    Execution next = run("go.countDown(); gone.await(); Thread.sleep(100); System.out.print(1);");
    assertEquals("1", next.stream("stdout"));
  }

  @Test
  void exitEndsTheKernel() {
    run("int outlives = 3;");
    assertEquals("error", run("System.exit(1);").status());
    assertEquals("3", value(run("outlives")));
  }

  @Test
  void interruptedLoopGoesOnBurningACore() throws InterruptedException {
    Execution loop =
        TestKernel.interrupted(kernel, KernelClient.executeRequest("while (true) { }"));
    assertEquals("Interrupted", loop.reply().path("ename").asText());
    Duration before = kernel.process().info().totalCpuDuration().orElseThrow();
    Thread.sleep(MOMENT.toMillis() * 2);
    Duration used = kernel.process().info().totalCpuDuration().orElseThrow().minus(before);
    assertTrue(used.compareTo(MOMENT) < 0, () -> "used " + used);
  }

  @Test
  void linesAreLostAndComeOneByOne() {
    Execution execution = run("for (int i = 0; i < 20_000; i++) System.out.println(i);");
    String text = execution.stream("stdout");
    assertEquals(20_000, text.lines().count());
    assertTrue(text.startsWith("0\n1\n2\n") && text.endsWith("19999\n"));
  }

  @Test
  void repeatedImportNullsVariables() {
    run("import java.time.*;\nDuration kept = Duration.ofSeconds(2);");
    run("import java.time.*;");
    run("import java.util.List;\nimport java.time.Duration;");
    assertEquals("PT2S", value(run("kept")));
  }

  @Test
  void errorLinesAreCountedForEachSnippet() {
    List<String> lines = traceback(run("int one = 1;\nint two = 2;\nint three = one / 0;"));
    assertTrue(String.join("\n", lines).contains("line 3"), lines::toString);
    assertFalse(String.join("\n", lines).contains("line 1"), lines::toString);
  }

  @Test
  void causesAreDropped() {
    List<String> lines =
        traceback(
            run(
                "throw new RuntimeException(\"outer\", new IllegalStateException(\"middle\","
                    + " new java.io.IOException(\"inner\")));"));
    String all = String.join("\n", lines);
    assertTrue(all.contains("Caused by: java.lang.IllegalStateException: middle"), all);
    assertTrue(all.contains("Caused by: java.io.IOException: inner"), all);
  }

  @Test
  void compileErrorAppliesHalfACellWithoutSayingSo() {
    List<String> lines = traceback(run("int firstHalf = 1;\nint second = \"text\";"));
    boolean applied = run("firstHalf").ok();
    boolean told = String.join("\n", lines).contains("has run");
    assertEquals(applied, told, lines::toString);
  }

  @Test
  void sealedAndMutuallyDependentTypesFail() {
    String types =
        """
        sealed interface Shape permits Circle, Square { }
        record Circle(int r) implements Shape { }
        record Square(int a) implements Shape { }
        class Parent { Child child; }
        class Child { Parent parent; }
        Shape shape = new Circle(2);
        shape
        """;
    assertEquals("Circle[r=2]", value(run(types)));
  }

  @Test
  void loggingOfALibraryWarnsOnTheUsersScreen() {
    Execution execution = run("org.slf4j.LoggerFactory.getLogger(\"a.library\").warn(\"noise\");");
    assertTrue(execution.ok(), execution::toString);
    assertEquals(List.of(), execution.outputs());
  }

  @Test
  void cellThatReadsGetsNothingAndGoesOn() {
    assertEquals("error", run("new Scanner(System.in).hasNextLine()").status());
  }

  @Test
  void vectorApiNeedsAFlagForTheJvmAndOneForTheCompiler() {
    Execution sum =
        run(
            "import jdk.incubator.vector.*;\n"
                + "FloatVector.fromArray(FloatVector.SPECIES_128, new float[] {1, 2, 3, 4}, 0)"
                + ".reduceLanes(VectorOperators.ADD)");
    assertEquals("10.0", value(sum), sum::toString);
  }

  @Test
  void errorsAreOpaque() {
    String all = String.join("\n", traceback(run("List.of(1).get(7)")));
    assertTrue(all.contains("IndexOutOfBounds"), all);
    assertTrue(all.contains("line 1"), all);
    assertFalse(all.contains("REPL."), all);
    assertFalse(all.contains("jdk.jshell"), all);
  }
}
