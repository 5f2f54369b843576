package org.attentionlab.grading.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.attentionlab.grading.GradingException;
import org.attentionlab.grading.batch.WorkerClassPath;
import org.attentionlab.grading.engine.AnswerFailure;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.protocol.Reply.Found;
import org.attentionlab.grading.protocol.Reply.State;
import org.attentionlab.grading.protocol.Source;
import org.attentionlab.grading.protocol.Source.CodeCell;
import org.attentionlab.grading.report.Outcome;
import org.attentionlab.grading.toy.Twice;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers of a real worker process. */
class RemoteSubmissionTest {

  private static final Tensor X = Tensor.of(new float[] {1, 2}, 2);

  private static final String HEAD =
      """
      import org.attentionlab.grading.toy.Twice;
      import org.attentionlab.tensor.Tensor;

      public class Answer {
        Tensor doubled(Tensor x) {
          float[] data = x.toArray();
          for (int i = 0; i < data.length; i++) data[i] *= 2;
          return Tensor.of(data, x.shape());
        }
      """;

  private final List<Process> processes = new ArrayList<>();

  private final PlainWorkerLauncher plain = new PlainWorkerLauncher();

  private final WorkerLauncher launcher =
      new StartedBy(
          command -> {
            processes.add(plain.launch(command));
            return processes.get(processes.size() - 1);
          });

  private RemoteSubmission submission;
  private Duration callLimit = Duration.ofSeconds(10);
  private Duration wholeLimit = Duration.ofMinutes(1);

  @AfterEach
  void close() {
    submission.close();
  }

  private Found load(Source source) {
    Limits limits = new Limits(callLimit, Duration.ofSeconds(20), wholeLimit, 64);
    submission =
        new RemoteSubmission(
            launcher,
            Path.of(System.getProperty("java.home"), "bin", "java"),
            WorkerClassPath.of(List.of(Twice.class)),
            limits,
            source,
            List.of(Contract.of(Twice.class)));
    return submission.load().get(0);
  }

  private Found java(String body) {
    return load(new Source.JavaFile(HEAD + body + "}\n"));
  }

  private Twice answer() {
    return (Twice) submission.answer(Contract.of(Twice.class));
  }

  private Twice lambda(String body) {
    assertEquals(State.FOUND, java("  Twice twice = (x, counts) -> {" + body + "};\n").state());
    return answer();
  }

  private static AnswerFailure failure(Twice answer) {
    return assertThrows(AnswerFailure.class, () -> answer.of(X, new int[] {3}));
  }

  private void assertDoubled() {
    assertArrayEquals(new float[] {2, 4}, answer().of(X, new int[0]).toArray());
  }

  private static CodeCell cell(int number, String text) {
    return new CodeCell(number, false, text);
  }

  @Test
  void answerOfAJavaFileIsCalled() {
    lambda("return doubled(x);");
    assertDoubled();
  }

  @Test
  void changedArrayShowsInTheCallersArray() {
    Twice twice = lambda("counts[0] = 9; return doubled(x);");
    int[] counts = {1};
    assertEquals(2, twice.of(X, counts).toArray().length);
    assertArrayEquals(new int[] {9}, counts);
  }

  @Test
  void changedTensorShowsInTheCallersTensor() {
    Tensor x = Tensor.of(new float[] {1, 2}, 2);
    Tensor result = lambda("x.assign(new float[] {7, 8}); return doubled(x);").of(x, new int[0]);
    assertArrayEquals(new float[] {14, 16}, result.toArray());
    assertArrayEquals(new float[] {7, 8}, x.toArray());
  }

  @Test
  void printedTextIsKeptAndCut() {
    lambda(
            "for (int i = 0; i < 100000; i++) System.out.println(\"line \" + i);"
                + " return doubled(x);")
        .of(X, new int[0]);
    assertTrue(submission.printed().startsWith("line 0\nline 1\n"));
    assertEquals(4000, submission.printed().length());
  }

  @Test
  void exceptionIsNamedWithTheAnswersLine() {
    AnswerFailure failure = failure(lambda("\n\nthrow new IllegalStateException(\"no\");"));
    assertEquals(
        List.of("The answer throws IllegalStateException: no", "at line 12 of the file"),
        failure.details());
  }

  @Test
  void lateAnswerCostsTheCallAndTheNextGetsANewWorker() {
    callLimit = Duration.ofMillis(1500);
    Twice twice = lambda("while (counts.length > 0) {} return doubled(x);");
    AnswerFailure failure = failure(twice);
    assertEquals(Outcome.TIMED_OUT, failure.outcome());
    assertEquals(
        List.of(
            "The answer timed out after 1.5 s, the limit for one call.",
            "A right answer takes a small part of it. Look for a loop that does not end, or for the"
                + " same work done over and over."),
        failure.details());
    assertDoubled();
    assertEquals(2, processes.size());
  }

  @Test
  void answerThatWasLateTwiceIsNotCalledAgain() {
    callLimit = Duration.ofMillis(300);
    Twice twice = lambda("while (true) {}");
    failure(twice);
    failure(twice);
    assertEquals(
        List.of(
            "The answer timed out after 0.3 s, the limit for one call.",
            "It was late twice in this exercise and was not called again."),
        failure(twice).details());
    assertEquals(2, processes.size());
  }

  /** The same words for the call that took the last of it and for those that found nothing left. */
  @Test
  void submissionThatUsedUpItsTimeSaysSo() {
    callLimit = Duration.ofMinutes(1);
    wholeLimit = Duration.ofSeconds(8);
    Twice twice = lambda("while (counts.length > 0) {} return doubled(x);");
    for (int call = 0; call < 4; call++) {
      AnswerFailure failure = failure(twice);
      assertEquals(Outcome.TIMED_OUT, failure.outcome());
      assertEquals(
          "The answer timed out: the submission used up its 8 s for loading and all calls.",
          failure.details().get(0));
    }
    assertEquals(1, processes.size());
  }

  @Test
  void interruptedGraderBlamesNoAnswer() {
    Twice twice = lambda("while (counts.length > 0) {} return doubled(x);");
    Thread.currentThread().interrupt();
    assertThrows(GradingException.class, () -> twice.of(X, new int[] {3}));
    assertTrue(Thread.interrupted(), "the mark is kept for whoever waits next");
  }

  @Test
  void endedProcessCostsTheCallAndTheNextGetsANewWorker() {
    Twice twice = lambda("if (counts.length > 0) Runtime.getRuntime().halt(3); return doubled(x);");
    AnswerFailure failure = failure(twice);
    assertEquals(Outcome.PROCESS_ENDED, failure.outcome());
    assertEquals(List.of("The answer ended the JVM (exit code 3)."), failure.details());
    assertDoubled();
  }

  @Test
  void memoryIsBoundedAndItsEndIsNamed() {
    AnswerFailure failure = failure(lambda("float[] much = new float[1 << 28]; return x;"));
    assertTrue(failure.details().get(0).startsWith("The answer throws OutOfMemoryError"));
    assertEquals(1, processes.size());
  }

  @Test
  void forgedFrameIsNoMoreThanAWrongAnswer() {
    Twice twice =
        lambda(
            """
            try {
              var out = new java.io.FileOutputStream(java.io.FileDescriptor.out);
              out.write(new byte[] {0, 0, 0, 2, 1, 1});
              out.flush();
            } catch (java.io.IOException e) {
              throw new IllegalStateException(e);
            }
            return doubled(x);
            """);
    AnswerFailure failure = failure(twice);
    assertEquals(Outcome.PROCESS_ENDED, failure.outcome());
    assertTrue(failure.details().get(0).contains("broke the worker's protocol"));
  }

  @Test
  void nullIsNamed() {
    assertEquals(
        List.of("The answer returns null where a Tensor belongs."),
        failure(lambda("return null;")).details());
  }

  @Test
  void workerEndsWithItsGraderEvenInAnEndlessLoop() throws Exception {
    Twice twice = lambda("while (counts.length > 0) {} return doubled(x);");
    Thread call = new Thread(() -> failure(twice));
    call.start();
    Thread.sleep(200);
    processes.get(0).getOutputStream().close();
    assertTrue(processes.get(0).waitFor(5, TimeUnit.SECONDS));
    assertEquals(0, processes.get(0).exitValue());
    call.join();
  }

  @Test
  void environmentIsTheWorkersOwn() {
    AnswerFailure failure =
        failure(lambda("throw new IllegalStateException(System.getenv().keySet().toString());"));
    assertEquals("The answer throws IllegalStateException: [LC_CTYPE]", failure.details().get(0));
  }

  @Test
  void testsAreNotInTheWorker() {
    Twice twice =
        lambda(
            """
            try {
              Class.forName("org.junit.jupiter.api.Test");
            } catch (ClassNotFoundException absent) {
              return doubled(x);
            }
            throw new IllegalStateException("JUnit is here");
            """);
    assertArrayEquals(new float[] {2, 4}, twice.of(X, new int[0]).toArray());
  }

  @Test
  void compileErrorIsNamedByItsLine() {
    Found found = java("  Twice twice = (x, counts) -> doubled(y);\n");
    assertEquals(State.COMPILE_ERROR, found.state());
    assertEquals(List.of("line 10: cannot find symbol; symbol: variable y"), found.details());
  }

  @Test
  void missingAnswerIsNamed() {
    assertEquals(State.MISSING, java("  Twice thrice = (x, counts) -> x;\n").state());
  }

  @Test
  void answerOfAnotherTypeIsNamed() {
    Found found = java("  Runnable twice = new Thread();\n");
    assertEquals(State.UNUSABLE, found.state());
    assertEquals(List.of("twice is a Thread, not a Twice"), found.details());
  }

  @Test
  void throwingConstructorIsNamed() {
    Found found = java("  Twice twice; Answer() { throw new IllegalStateException(\"no\"); }\n");
    assertEquals(State.UNUSABLE, found.state());
    assertEquals("Answer throws IllegalStateException: no", found.details().get(0));
  }

  @Test
  void endlessStaticInitialiserTimesOutWhileLoading() {
    Limits limits =
        new Limits(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofMinutes(1), 64);
    submission =
        new RemoteSubmission(
            launcher,
            Path.of(System.getProperty("java.home"), "bin", "java"),
            WorkerClassPath.of(List.of(Twice.class)),
            limits,
            new Source.JavaFile(
                "class A { Object twice; static { while (Thread.interrupted() == false) {} } }"),
            List.of(Contract.of(Twice.class)));
    AnswerFailure failure = assertThrows(AnswerFailure.class, () -> submission.load());
    assertEquals(
        List.of(
            "The submission timed out after 3 s, the limit for loading it.",
            "Loading compiles the code and gives fields and variables their first values. Look there"
                + " for a loop that does not end."),
        failure.details());
  }

  @Test
  void notebookIsEvaluatedWithoutMagicsChecksAndDisplays() {
    String imports =
        """
        %maven a:b:1
        import org.attentionlab.grading.toy.Twice;
        import org.attentionlab.tensor.Tensor;
        import nowhere.Nothing;
        """;
    String helper =
        """
        Tensor scaled(Tensor x) {
          float[] data = x.toArray();
          for (int i = 0; i < data.length; i++) data[i] *= factor;
          return Tensor.of(data, x.shape());
        }
        """;
    Found found =
        load(
            new Source.Cells(
                List.of(
                    cell(1, imports),
                    cell(2, "int factor = 2;\nSystem.exit(1);\ncheck(Twice.class, twice)"),
                    cell(3, helper),
                    new CodeCell(4, true, "Twice twice = (x, counts) -> scaled(x);"),
                    cell(5, "%%bash\nexit 1"))));
    assertEquals(State.FOUND, found.state(), found::toString);
    assertDoubled();
  }

  @Test
  void brokenCellIsNamedByItsLine() {
    Found found =
        load(
            new Source.Cells(
                List.of(
                    cell(1, "import org.attentionlab.grading.toy.Twice;"),
                    cell(2, "int one = 1;\n\nTwice twice =\n  (x, counts) -> unknown;"))));
    assertEquals(State.COMPILE_ERROR, found.state());
    assertEquals(
        List.of("code cell 2, line 4: cannot find symbol; symbol: variable unknown"),
        found.details());
  }

  @Test
  void syntaxErrorOfACellIsNamedByItsLine() {
    Found found =
        load(
            new Source.Cells(
                List.of(
                    cell(1, "import org.attentionlab.grading.toy.Twice;"),
                    cell(2, "Twice twice = (x, counts) -> {\n  return x\n};"))));
    assertEquals(State.COMPILE_ERROR, found.state());
    assertTrue(
        found.details().get(0).startsWith("code cell 2, line 2: ';' expected"), found::toString);
  }

  @Test
  void notebookWithoutTheAnswerIsNamed() {
    Found found = load(new Source.Cells(List.of(cell(1, "int one = 1;"))));
    assertEquals(State.MISSING, found.state());
  }
}
