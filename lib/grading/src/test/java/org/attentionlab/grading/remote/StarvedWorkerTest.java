package org.attentionlab.grading.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attentionlab.grading.batch.WorkerClassPath;
import org.attentionlab.grading.engine.AnswerFailure;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.protocol.Source;
import org.attentionlab.grading.report.Outcome;
import org.attentionlab.grading.toy.ToySubmissions;
import org.attentionlab.grading.toy.Twice;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workers on one processor that busy programs hold most of the time. */
class StarvedWorkerTest {

  private static final Tensor X = Tensor.of(new float[] {1, 2}, 2);
  private static final Duration ENDS = Duration.ofMinutes(2);
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(2), ENDS, ENDS, 64);

  /** It needs the same processor time on every machine. */
  private static final String WORK =
      """
      var time = java.lang.management.ManagementFactory.getThreadMXBean();
      long end = time.getCurrentThreadCpuTime() + 700_000_000L;
      while (time.getCurrentThreadCpuTime() < end) Thread.onSpinWait();
      return doubled(x);
      """;

  private final List<Process> busy = new ArrayList<>();
  private String processor;

  @BeforeEach
  void needsLinux() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/self/schedstat")), "the kernel does not tell");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/taskset")), "there is no taskset");
    String allowed =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("Cpus_allowed_list:"))
            .findFirst()
            .orElseThrow();
    processor = allowed.replaceFirst(".*[^0-9]", "");
  }

  @AfterEach
  void endBusyPrograms() throws InterruptedException {
    for (Process one : busy) {
      one.destroyForcibly().waitFor();
    }
  }

  private Process onOneProcessor(List<String> program, Path directory) throws IOException {
    List<String> line = new ArrayList<>(List.of("/usr/bin/taskset", "-c", processor));
    line.addAll(program);
    return new ProcessBuilder(line).directory(directory.toFile()).start();
  }

  private void holdTheProcessor(int programs) throws IOException {
    for (int i = 0; i < programs; i++) {
      // Ends with this JVM, however that ends.
      busy.add(
          onOneProcessor(List.of("sh", "-c", "while kill -0 $PPID; do :; done"), Path.of("/")));
    }
  }

  private final WorkerLauncher pinned =
      new StartedBy(command -> onOneProcessor(command.line(), command.directory()));

  private static RemoteSubmission submission(WorkerLauncher launcher, Limits limits, String body) {
    return new RemoteSubmission(
        launcher,
        Path.of(System.getProperty("java.home"), "bin", "java"),
        WorkerClassPath.of(List.of(Twice.class)),
        limits,
        new Source.JavaFile(ToySubmissions.java(body)),
        List.of(Contract.of(Twice.class)));
  }

  private static Twice answer(RemoteSubmission submission) {
    submission.load();
    return (Twice) submission.answer(Contract.of(Twice.class));
  }

  @Test
  void rightAnswerIsNotLateBecauseOthersHoldTheProcessor() throws IOException {
    try (RemoteSubmission submission = submission(pinned, LIMITS, WORK)) {
      assertRightAndSlow(answer(submission));
    }
  }

  private void assertRightAndSlow(Twice answer) throws IOException {
    holdTheProcessor(4);
    long start = System.nanoTime();
    Tensor result = answer.of(X, new int[] {1});
    Duration passed = Duration.ofNanos(System.nanoTime() - start);
    assertArrayEquals(new float[] {2, 4}, result.toArray());
    assertTrue(passed.compareTo(LIMITS.call()) > 0, "nobody starved it: " + passed);
  }

  /** The kernel tells of the processes in the sandbox too. */
  @Test
  void rightAnswerIsNotLateInTheSandboxEither() throws Exception {
    Optional<BubblewrapLauncher> sandbox = BubblewrapLauncher.find();
    assumeTrue(sandbox.isPresent(), BubblewrapLauncher::missing);
    List<Process> started = new ArrayList<>();
    WorkerLauncher launcher =
        new StartedBy(
            command -> {
              started.add(sandbox.get().launch(command));
              return started.get(0);
            });
    try (RemoteSubmission submission = submission(launcher, LIMITS, WORK)) {
      Twice answer = answer(submission);
      for (ProcessHandle inside : started.get(0).descendants().toList()) {
        String pid = Long.toString(inside.pid());
        new ProcessBuilder("/usr/bin/taskset", "-a", "-c", "-p", processor, pid).start().waitFor();
      }
      assertRightAndSlow(answer);
    }
  }

  @Test
  void endlessLoopIsLateOnABusyMachineToo() throws IOException {
    Limits limits = new Limits(Duration.ofMillis(500), ENDS, ENDS, 64);
    try (RemoteSubmission submission = submission(pinned, limits, "while (true) {}")) {
      Twice answer = answer(submission);
      holdTheProcessor(4);
      AnswerFailure late =
          assertTimeoutPreemptively(
              ENDS, () -> assertThrows(AnswerFailure.class, () -> answer.of(X, new int[] {1})));
      assertEquals(Outcome.TIMED_OUT, late.outcome());
      assertEquals(
          "The answer timed out after 0.5 s, the limit for one call.", late.details().get(0));
    }
  }

  @Test
  void threadsThatFightForAProcessorGainNoTime() {
    Limits limits = new Limits(Duration.ofMillis(500), ENDS, ENDS, 64);
    String fight =
        """
        for (int i = 0; i < 40; i++) new Thread(() -> { while (true) {} }).start();
        while (true) {}
        """;
    try (RemoteSubmission submission = submission(new PlainWorkerLauncher(), limits, fight)) {
      Twice answer = answer(submission);
      AnswerFailure late =
          assertTimeoutPreemptively(
              ENDS, () -> assertThrows(AnswerFailure.class, () -> answer.of(X, new int[] {1})));
      assertEquals(Outcome.TIMED_OUT, late.outcome());
    }
  }

  @Test
  void machineThatIsTooBusyJudgesNothing() throws IOException {
    Duration second = Duration.ofSeconds(1);
    Limits limits = new Limits(second, second, second, 64);
    holdTheProcessor(12);
    String endlessLoading =
        "return x; }; { while (!Thread.interrupted()) {} } Runnable other = () -> {";
    try (RemoteSubmission submission = submission(pinned, limits, endlessLoading)) {
      AnswerFailure starved = assertThrows(AnswerFailure.class, submission::load);
      assertEquals(Outcome.NOT_JUDGED, starved.outcome());
      assertTrue(
          starved.details().get(0).startsWith("Not judged: the machine was too busy for 4 s;"),
          starved::getMessage);
    }
  }
}
