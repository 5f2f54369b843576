package org.attentionlab.grading.attack;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attentionlab.grading.NotSolvedYet;
import org.attentionlab.grading.batch.WorkerClassPath;
import org.attentionlab.grading.engine.AnswerFailure;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.protocol.Reply.Found;
import org.attentionlab.grading.protocol.Reply.State;
import org.attentionlab.grading.protocol.Source;
import org.attentionlab.grading.protocol.Source.CodeCell;
import org.attentionlab.grading.remote.BubblewrapLauncher;
import org.attentionlab.grading.remote.Launchers;
import org.attentionlab.grading.remote.Limits;
import org.attentionlab.grading.remote.RemoteSubmission;
import org.attentionlab.grading.remote.WorkerLauncher;
import org.attentionlab.grading.report.PlainText;
import org.attentionlab.grading.toy.Twice;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every attack of the table against real workers, in the sandbox where this machine has one.
 *
 * <p>The attacks within a call are methods of one submission, so that a worker serves many of them
 * and only those that end it cost a new one. After each of them the answer beside it must be right.
 */
class AttackTest {

  private static final Contract TWICE = Contract.of(Twice.class);
  private static final String WRONG = "wrong";
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofSeconds(3);

  @TempDir static Path folder;

  private static final List<Attack> ATTACKS = Attack.all();
  private static final Map<String, Result> RESULTS = new ConcurrentHashMap<>();

  private static WorkerLauncher launcher;
  private static boolean sandboxed;
  private static Set<Path> temporaryBefore;

  /**
   * What came of an attack.
   *
   * @param outcome in the words of the table
   * @param said details and what was printed
   * @param right whether the answer beside it was right afterwards
   */
  private record Result(String outcome, List<String> said, boolean right) {}

  @BeforeAll
  static void attack() throws Exception {
    Optional<BubblewrapLauncher> sandbox = BubblewrapLauncher.find();
    sandboxed = sandbox.isPresent();
    launcher = Launchers.best();
    Files.writeString(folder.resolve("other.java"), "class Other {}");
    temporaryBefore = temporary();
    try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(listening.getLocalPort());
      List<Attack> calls = chosen("call");
      List<Attack> hanging =
          calls.stream().filter(attack -> attack.expect().equals("timed-out")).toList();
      List<Attack> others =
          calls.stream().filter(attack -> !attack.expect().equals("timed-out")).toList();
      ExecutorService both = Executors.newFixedThreadPool(2);
      List<Runnable> work = new ArrayList<>();
      work.add(() -> calls(others, PATIENT, port));
      // One submission each: an answer that is late twice is not called again.
      hanging.forEach(attack -> work.add(() -> calls(List.of(attack), SHORT, port)));
      chosen("file").forEach(attack -> work.add(() -> alone(attack, javaFile(attack))));
      chosen("notebook").forEach(attack -> work.add(() -> alone(attack, notebook(attack))));
      var started = work.stream().map(both::submit).toList();
      for (var one : started) {
        one.get(10, TimeUnit.MINUTES);
      }
      both.shutdown();
    }
  }

  @AfterAll
  static void forget() {
    RESULTS.clear();
  }

  private static List<Attack> chosen(String kind) {
    return ATTACKS.stream()
        .filter(attack -> attack.kind().equals(kind) && (sandboxed || !attack.sandbox()))
        .toList();
  }

  /** One submission with a method for each attack; the first of the counts chooses. */
  private static void calls(List<Attack> attacks, Duration callLimit, String port) {
    StringBuilder methods = new StringBuilder();
    StringBuilder cases = new StringBuilder();
    for (int i = 0; i < attacks.size(); i++) {
      cases.append("      case ").append(i).append(": return attack").append(i).append("(x, c);\n");
      methods
          .append("  static Object attack")
          .append(i)
          .append("(Tensor x, int[] counts) throws Throwable {\n")
          .append(
              attacks
                  .get(i)
                  .code()
                  .replace("FOLDER", folder.toString())
                  .replace("REPOSITORY", Path.of("../..").toAbsolutePath().normalize().toString())
                  .replace("PORT", port))
          .append("\n  }\n");
    }
    String source = HEAD.replace("CASES", cases) + methods + "}\n";
    try (RemoteSubmission submission = submission(new Source.JavaFile(source), callLimit)) {
      Found found = submission.load().get(0);
      assertEquals(State.FOUND, found.state(), found::toString);
      Twice answer = (Twice) submission.answer(TWICE);
      for (int i = 0; i < attacks.size(); i++) {
        boolean caught = Set.of("refused", "harmless").contains(attacks.get(i).expect());
        int before = submission.printed().length();
        String outcome = outcome(answer, new int[] {i, caught ? 1 : 0});
        List<String> said = new ArrayList<>(details(outcome));
        String printed = submission.printed().substring(before);
        if (printed.contains("got: ")) {
          outcome = "harmless got";
          said.add(printed);
        } else if (caught && outcome.equals("right")) {
          outcome = printed.contains("refused") ? "refused" : "nothing";
        }
        boolean right = outcome(answer, new int[] {-1, 0}).equals("right");
        RESULTS.put(
            attacks.get(i).name(), new Result(outcome.lines().findFirst().orElse(""), said, right));
      }
    }
  }

  private static final String HEAD =
      """
      import java.io.*;
      import java.nio.file.*;
      import java.util.*;
      import org.attentionlab.grading.toy.Twice;
      import org.attentionlab.tensor.Tensor;

      public class Answer {
        static int calls;

        static int recurse(int depth) { return recurse(depth + 1) + 1; }

        static void forge(byte[] bytes) throws IOException {
          new FileOutputStream(FileDescriptor.out).write(bytes);
        }

        static String first(String... places) {
          for (String place : places) if (new File(place).exists()) return place;
          return null;
        }

        static sun.misc.Unsafe unsafe() throws ReflectiveOperationException {
          var field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
          field.setAccessible(true);
          return (sun.misc.Unsafe) field.get(null);
        }

        @SuppressWarnings("unchecked")
        static <T extends Throwable> void raise(Throwable thrown) throws T { throw (T) thrown; }

        static Object attack(Tensor x, int[] c) throws Throwable {
          switch (c[0]) {
      CASES
            default: return null;
          }
        }

        Twice twice = (x, counts) -> {
          Object got = null;
          PrintStream out = System.out;
          try {
            got = attack(x, counts);
          } catch (Throwable thrown) {
            if (counts[1] == 0) raise(thrown);
            out.println("refused");
          }
          if (got instanceof Tensor result) return result;
          if (got != null) out.println("got: " + got);
          float[] data = x.toArray();
          for (int i = 0; i < data.length; i++) data[i] *= 2;
          return Tensor.of(data, x.shape());
        };

      """;

  private static String javaFile(Attack attack) {
    String nested = "(".repeat(20_000) + "1" + ")".repeat(20_000);
    return attack.code().replace("NESTED", nested);
  }

  private static Source notebookSource(String text) {
    List<CodeCell> cells = new ArrayList<>();
    String[] parts = text.split("(?m)^---$", -1);
    for (int i = 0; i < parts.length; i++) {
      cells.add(new CodeCell(i + 1, i == 2, parts[i].strip()));
    }
    return new Source.Cells(cells);
  }

  private static Source notebook(Attack attack) {
    return notebookSource(attack.code());
  }

  private static void alone(Attack attack, String javaFile) {
    alone(attack, new Source.JavaFile(javaFile));
  }

  /** A submission of its own: what loading finds, then what a call brings. */
  private static void alone(Attack attack, Source source) {
    Duration load = attack.expect().equals("timed-out") ? Duration.ofSeconds(10) : PATIENT;
    try (RemoteSubmission submission =
        new RemoteSubmission(
            launcher,
            java(),
            WorkerClassPath.of(List.of(Twice.class)),
            new Limits(PATIENT, load, Duration.ofMinutes(5), 64),
            source,
            List.of(TWICE))) {
      Found found = submission.load().get(0);
      String outcome =
          found.state() == State.FOUND
              ? outcome((Twice) submission.answer(TWICE), new int[] {-1, 0})
              : named(found.state().name()) + "\n" + String.join("\n", found.details());
      RESULTS.put(
          attack.name(),
          new Result(outcome.lines().findFirst().orElse(""), details(outcome), true));
    } catch (AnswerFailure failure) {
      RESULTS.put(
          attack.name(), new Result(named(failure.outcome().name()), failure.details(), true));
    }
  }

  private static String named(String constant) {
    return constant.equals("PROCESS_ENDED")
        ? "ended"
        : constant.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static List<String> details(String outcome) {
    return outcome.lines().skip(1).toList();
  }

  /** Calls and judges as a hidden test would; the first line is the outcome. */
  private static String outcome(Twice answer, int[] counts) {
    Tensor x = Tensor.of(new float[] {1, 2}, 2);
    try {
      Tensor result = answer.of(x, counts);
      boolean right =
          Arrays.equals(new float[] {2, 4}, result.toArray())
              && Arrays.equals(new int[] {2}, result.shape())
              && Arrays.equals(new float[] {1, 2}, x.toArray());
      return right ? "right" : WRONG;
    } catch (AnswerFailure failure) {
      return named(failure.outcome().name()) + "\n" + failure.getMessage();
    } catch (NotSolvedYet open) {
      return "not-solved";
    }
  }

  private static RemoteSubmission submission(Source source, Duration callLimit) {
    return new RemoteSubmission(
        launcher,
        java(),
        WorkerClassPath.of(List.of(Twice.class)),
        new Limits(callLimit, Duration.ofSeconds(60), Duration.ofMinutes(9), 64),
        source,
        List.of(TWICE));
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  @TestFactory
  Stream<DynamicTest> attacks() {
    return ATTACKS.stream()
        .map(
            attack ->
                DynamicTest.dynamicTest(
                    attack.name() + ": " + attack.tries() + ": " + attack.expect(),
                    () -> judge(attack)));
  }

  private static void judge(Attack attack) {
    assumeFalse(attack.sandbox() && !sandboxed, "this machine has no sandbox");
    Result result = RESULTS.get(attack.name());
    Set<String> allowed =
        switch (attack.expect()) {
          case "refused" -> Set.of("refused", "nothing");
          case "harmless" -> Set.of("refused", "nothing");
          case "contained" -> Set.of("refused", "failed", "timed-out", "ended");
          default -> Set.of(attack.expect());
        };
    assertAll(
        () -> assertTrue(allowed.contains(result.outcome()), result::toString),
        () -> assertTrue(result.right(), () -> "the answer beside it: " + result),
        () -> assertEquals(PlainText.lines(result.said()), result.said()),
        () ->
            assertTrue(
                result.said().stream().allMatch(line -> line.length() <= 600), result::toString));
  }

  @Test
  void thereAreSixtyAttacksAndMore() {
    assertTrue(ATTACKS.size() >= 60, ATTACKS.size() + " attacks");
    Set<String> names = ATTACKS.stream().map(Attack::name).collect(Collectors.toSet());
    assertEquals(ATTACKS.size(), names.size(), "names");
  }

  @Test
  void noProcessAndNoFileIsLeftBehind() throws Exception {
    for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
      String program = child.info().command().orElse("");
      assertFalse(program.endsWith("bwrap") || program.endsWith("java"), program);
    }
    Set<Path> left = temporary();
    left.removeAll(temporaryBefore);
    assertEquals(Set.of(), left);
    assertTrue(Files.exists(folder.resolve("other.java")));
    assertArrayEquals(new String[] {"other.java"}, folder.toFile().list());
  }

  private static Set<Path> temporary() throws IOException {
    String own = "attention-lab-" + ProcessHandle.current().pid() + "-worker";
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(own))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
