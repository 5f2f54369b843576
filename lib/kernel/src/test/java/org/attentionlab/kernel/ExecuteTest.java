package org.attentionlab.kernel;

import static org.attentionlab.kernel.TestKernel.LONG;
import static org.attentionlab.kernel.TestKernel.output;
import static org.attentionlab.kernel.TestKernel.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attentionlab.kernel.client.Execution;
import org.attentionlab.kernel.client.KernelClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExecuteTest {
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
  void lastExpressionIsTheResult() {
    Execution execution = run("1 + 1");
    assertEquals("2", value(execution));
    assertEquals(
        execution.count(), output(execution, "execute_result").path("execution_count").asInt());
  }

  @Test
  void declarationsAndStatementsHaveNoResult() {
    assertEquals(List.of(), run("int a = 3; a = 4;").outputs());
    assertEquals("4", value(run("a")));
  }

  @Test
  void defaultImportsAreThere() {
    assertEquals("[1, 4, 9]", value(run("Stream.of(1, 2, 3).map(i -> i * i).toList()")));
    assertEquals("10", value(run("BigInteger.TEN")));
  }

  @Test
  void countRisesByOneForEachStoredCell() {
    int count = run("1").count();
    assertEquals(count + 1, run("1").count());
    ObjectNode unstored = KernelClient.executeRequest("2").put("store_history", false);
    assertEquals(count + 1, kernel.execute(unstored, LONG, Optional.empty()).count());
    assertEquals(count + 2, run("1").count());
  }

  @Test
  void silentCellShowsNothing() {
    ObjectNode silent = KernelClient.executeRequest("System.out.println(1); 2").put("silent", true);
    Execution execution = kernel.execute(silent, LONG, Optional.empty());
    assertTrue(execution.ok());
    assertEquals(List.of(), execution.outputs());
  }

  @Test
  void streamsKeepTheirOrder() {
    Execution execution =
        run("System.out.print(\"a\"); System.err.print(\"b\"); System.out.print(\"猫\");");
    assertEquals(
        List.of("stdout a", "stderr b", "stdout 猫"),
        execution.outputs().stream()
            .map(o -> o.path("name").asText() + " " + o.path("text").asText())
            .toList());
  }

  @Test
  void twentyThousandLinesArriveWholeAndInOrder() {
    Execution execution = run("for (int i = 0; i < 20000; i++) System.out.println(\"line \" + i);");
    String expected =
        IntStream.range(0, 20000).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    assertEquals(expected, execution.stream("stdout"));
    assertEquals(1, execution.outputs().size());
  }

  @Test
  void streamsThatTakeTurnsKeepTheirOrder() {
    Execution execution =
        run(
            "for (int i = 0; i < 300; i++) { System.out.print(i + \" \"); if (i % 3 == 0)"
                + " System.err.print(\"e\" + i + \" \"); }");
    String expected =
        IntStream.range(0, 300)
            .mapToObj(i -> i + " " + (i % 3 == 0 ? "e" + i + " " : ""))
            .collect(Collectors.joining());
    assertEquals(
        expected,
        execution.outputs().stream()
            .map(o -> o.path("text").asText())
            .collect(Collectors.joining()));
  }

  @Test
  void threadsOfAllKindsPrintIntoTheirCell() {
    Execution execution =
        run(
            "var pool = Executors.newFixedThreadPool(2); var timer = new java.util.Timer(true);"
                + " var done = new CountDownLatch(3); Runnable print = () -> {"
                + " System.out.print('x'); done.countDown(); };"
                + "pool.execute(print); CompletableFuture.runAsync(print); timer.schedule(new"
                + " TimerTask() { public void run() { print.run(); } }, 1); done.await();"
                + " pool.shutdown(); timer.cancel();");
    assertEquals("xxx", execution.stream("stdout"));
  }

  @Test
  void displayStandsBetweenWhatIsPrintedAroundIt() {
    Execution execution =
        run("System.out.print(1); display(\"x\", \"text/html\"); System.out.print(2);");
    assertEquals(
        List.of("stream", "display_data", "stream"),
        execution.outputs().stream().map(o -> o.path("output_type").asText()).toList());
  }

  @Test
  void threadThatOutlivesItsCellPrintsNotIntoTheNext() {
    run("var go = new CountDownLatch(1); var gone = new CountDownLatch(1);");
    run(
        "new Thread(() -> { try { go.await(); } catch (InterruptedException e) { }"
            + " System.out.println(\"late\"); System.out.flush(); gone.countDown(); }).start();");
    Execution next = run("go.countDown(); gone.await(); System.out.print(\"next\");");
    assertEquals("next", next.stream("stdout"));
  }

  @Test
  void parallelStreamPrintsIntoTheCellThatRunsIt() {
    String code =
        "IntStream.range(0, 64).parallel().forEach(i -> { System.out.print('x');"
            + " try { Thread.sleep(1); } catch (InterruptedException e) { } });";
    assertEquals(64, run(code).stream("stdout").length());
    assertEquals(64, run(code).stream("stdout").length());
  }

  @Test
  void exitIsRefusedAndTheSessionLivesOn() {
    run("int kept = 7;");
    for (String code :
        List.of(
            "System.exit(3)",
            "Runtime.getRuntime().halt(1);",
            "System.class.getMethod(\"exit\", int.class).invoke(null, 3);",
            "Runtime.class.getMethod(\"halt\", int.class).invoke(Runtime.getRuntime(), 3);",
            "IntStream.of(1).forEach(System::exit)")) {
      Execution execution = run(code);
      assertEquals("ExitRefusedError", execution.reply().path("ename").asText());
      assertTrue(execution.reply().path("evalue").asText().contains("would end the kernel"));
    }
    assertEquals("7", value(run("kept")));
  }

  @Test
  void cellsQueuedBehindAnErrorAreAborted() {
    List<Execution> all = kernel.executeAll(List.of("1", "throw new Error();", "2", "3"), LONG);
    assertEquals(
        List.of("ok", "error", "aborted", "aborted"), all.stream().map(Execution::status).toList());
    assertTrue(run("1").ok());
  }

  @Test
  void cellSentOnSeeingAnErrorIsNotAborted() {
    for (int round = 0; round < 30; round++) {
      assertEquals("error", run("throw new Error();").status());
      assertTrue(run("1").ok(), "round " + round);
    }
  }

  @Test
  void userExpressionsAreEvaluated() {
    ObjectNode request = KernelClient.executeRequest("int ue = 20;");
    request.putObject("user_expressions").put("twice", "ue * 2").put("bad", "nowhere");
    ObjectNode found =
        (ObjectNode)
            kernel.execute(request, LONG, Optional.empty()).reply().path("user_expressions");
    assertEquals("40", found.path("twice").path("data").path("text/plain").asText());
    assertEquals("error", found.path("bad").path("status").asText());
  }

  @Test
  void inputIsAskedOfTheFrontEnd() {
    Execution execution =
        kernel.execute(
            KernelClient.executeRequest(
                "var in = new Scanner(System.in); in.nextLine() + in.nextLine()"),
            LONG,
            Optional.of(prompt -> "猫"));
    assertEquals("猫猫", value(execution));
  }

  @Test
  void readingWhereNobodyAnswersIsAnError() {
    assertEquals(
        "NoInputError", run("new Scanner(System.in).hasNextLine()").reply().path("ename").asText());
  }

  @Test
  void repeatedImportKeepsVariables() {
    run("import static java.lang.Math.*;\nimport java.time.Duration;");
    run("Duration d = Duration.ofSeconds((long) max(1, 2));");
    run("import static java.lang.Math.*;\nimport  java.time.Duration;");
    assertEquals("PT2S", value(run("d")));
  }

  @Test
  void typesOfOneCellMayNeedEachOther() {
    Execution execution =
        run(
            "class A { B b; }\nclass B { A a; }\nsealed interface S permits P, Q {}\n"
                + "record P(int n) implements S {}\nrecord Q() implements S {}\nnew P(3)");
    assertEquals("P[n=3]", value(execution));
  }

  @Test
  void methodWithSomethingMissingIsNoted() {
    Execution execution = run("int early() { return laterDeclared(); }");
    assertTrue(execution.ok());
    assertTrue(execution.stream("stderr").contains("laterDeclared()"), execution::toString);
    assertEquals("5", value(run("int laterDeclared() { return 5; }\nearly()")));
  }

  @Test
  void historyIsKept() {
    run("\"remember me\"");
    ObjectNode query =
        KernelClient.executeRequest("")
            .removeAll()
            .put("hist_access_type", "search")
            .put("pattern", "*remember*")
            .put("output", true)
            .put("raw", true)
            .put("n", 5);
    ObjectNode reply = kernel.request("history_request", query, LONG);
    assertEquals("ok", reply.path("status").asText());
    assertEquals(
        "remember me", reply.path("history").path(0).path(2).path(1).asText(), reply::toString);
  }
}
