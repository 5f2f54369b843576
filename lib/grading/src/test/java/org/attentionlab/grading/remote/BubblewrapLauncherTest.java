package org.attentionlab.grading.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.attentionlab.grading.batch.WorkerClassPath;
import org.attentionlab.grading.engine.AnswerFailure;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.protocol.Reply.State;
import org.attentionlab.grading.protocol.Source;
import org.attentionlab.grading.report.Outcome;
import org.attentionlab.grading.toy.Twice;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an answer can do in the sandbox. On a machine without one there is nothing to test. */
class BubblewrapLauncherTest {

  private static final Tensor X = Tensor.of(new float[] {1, 2}, 2);
  private static Optional<BubblewrapLauncher> sandbox = Optional.empty();

  private Optional<RemoteSubmission> submission = Optional.empty();

  @BeforeAll
  static void find() {
    sandbox = BubblewrapLauncher.find();
    assumeTrue(sandbox.isPresent(), BubblewrapLauncher::missing);
  }

  @AfterAll
  static void forget() {
    sandbox = Optional.empty();
  }

  @AfterEach
  void close() {
    submission.ifPresent(RemoteSubmission::close);
  }

  private Twice answer(String body) {
    String source =
        """
        import java.io.*;
        import java.net.*;
        import java.nio.file.*;
        import java.util.*;
        import org.attentionlab.grading.toy.Twice;
        import org.attentionlab.tensor.Tensor;

        public class Answer {
          interface Deed { Object tried() throws Throwable; }

          static void say(String what, Deed deed) {
            try {
              System.out.println(what + ": " + deed.tried());
            } catch (Throwable e) {
              System.out.println(what + ": refused");
            }
          }

          Tensor doubled(Tensor x) {
            float[] data = x.toArray();
            for (int i = 0; i < data.length; i++) data[i] *= 2;
            return Tensor.of(data, x.shape());
          }

          Twice twice = (x, counts) -> {
        """
            + body
            + "\nreturn doubled(x);\n  };\n}\n";
    RemoteSubmission remote =
        new RemoteSubmission(
            sandbox.orElseThrow(),
            Path.of(System.getProperty("java.home"), "bin", "java"),
            WorkerClassPath.of(List.of(Twice.class)),
            new Limits(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofMinutes(2), 64),
            new Source.JavaFile(source),
            List.of(Contract.of(Twice.class)));
    submission = Optional.of(remote);
    assertEquals(State.FOUND, remote.load().get(0).state());
    return (Twice) remote.answer(Contract.of(Twice.class));
  }

  private String said(String body) {
    Tensor doubled = answer(body).of(X, new int[0]);
    assertArrayEquals(new float[] {2, 4}, doubled.toArray());
    return submission.orElseThrow().printed().strip();
  }

  @Test
  void rightAnswerIsRight() {
    assertEquals("", said(""));
  }

  @Test
  void nothingOfTheMachineIsThere(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("HiddenTests.java"), "secret");
    String said =
        said(
            "for (String place : List.of(\"/etc/passwd\", \"/bin/sh\", \""
                + secret
                + "\", \""
                + Path.of("").toAbsolutePath().resolve("pom.xml")
                + "\")) if (new File(place).exists()) System.out.println(place);");
    assertEquals("", said);
  }

  /** A clone may lie in one: then there is what leads to the class path, and nothing beside it. */
  @Test
  void homesAreEmptyButForTheClassPath() {
    String said =
        said(
            "for (String home : List.of(\"/root\", \"/home\", \""
                + System.getProperty("user.home")
                + "\")) for (File in : Optional.ofNullable(new File(home).listFiles())"
                + ".orElse(new File[0])) System.out.println(in);");
    List<Path> classPath = WorkerClassPath.of(List.of(Twice.class));
    assertEquals(
        List.of(),
        said.lines()
            .filter(seen -> classPath.stream().noneMatch(entry -> entry.startsWith(seen)))
            .toList());
  }

  @Test
  void environmentIsTheWorkersOwnAndOtherProcessesAreUnseen() {
    assertEquals(
        "environment: {LC_CTYPE=C.UTF-8, PWD=here}\nprocesses: 2",
        said("var environment = new TreeMap<>(System.getenv());"
                + " environment.computeIfPresent(\"PWD\", (name, place) -> \"here\");"
                + " environment.remove(\"SHLVL\"); environment.remove(\"_\");"
                + " environment.putIfAbsent(\"PWD\", \"here\");"
                + " say(\"environment\", () -> environment);"
                + " say(\"processes\", () -> new File(\"/proc\").list((place, name) ->"
                + " name.matches(\"\\\\d+\")).length);")
            .strip());
  }

  @Test
  void noNetworkAndNoOtherProgram() {
    assertEquals(
        "network: refused\nname: refused\nprogram: refused",
        said(
            """
            say("network", () -> new Socket("127.0.0.1", 22));
            say("name", () -> InetAddress.getByName("example.org"));
            say("program", () -> new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java", "-version").start());
            """));
  }

  @Test
  void nothingCanBeWrittenButASmallFolder() {
    assertEquals(
        "classes: refused\nroot: refused\nmemory: refused\nsmall: small\nlarge: refused\nmany: refused",
        said(
            """
            String classes = System.getProperty("java.class.path").split(":")[0];
            say("classes", () -> Files.writeString(Path.of(classes, "New.class"), "x"));
            say("root", () -> Files.writeString(Path.of("/new"), "x"));
            say("memory", () -> Files.writeString(Path.of("/dev/shm/new"), "x"));
            say("small", () -> Files.writeString(Path.of("small"), "x"));
            say("large", () -> {
              byte[] much = new byte[1 << 20];
              try (var out = new FileOutputStream("large")) {
                for (int i = 0; i < 64; i++) out.write(much);
              }
              return "written";
            });
            say("many", () -> {
              for (int i = 0; i < 64; i++) Files.write(Path.of("file" + i), new byte[1 << 20]);
              return "written";
            });
            """));
  }

  @Test
  void buffersAreBounded() {
    assertEquals(
        "buffers: refused",
        said("say(\"buffers\", () -> java.nio.ByteBuffer.allocateDirect(1 << 30));"));
  }

  /** The JVM refuses the thread, or finds no memory for itself and ends. */
  @Test
  void threadsAreBounded() {
    String bomb =
        """
        if (counts.length > 0) say("threads", () -> {
          for (int i = 0; i < 20000; i++) {
            Thread thread = new Thread(() -> {
              try { Thread.sleep(60000); } catch (InterruptedException e) { }
            });
            thread.setDaemon(true);
            thread.start();
          }
          return "started";
        });
        """;
    Twice twice = answer(bomb);
    try {
      Tensor unused = twice.of(X, new int[] {1});
      assertEquals("threads: refused", submission.orElseThrow().printed().strip());
    } catch (AnswerFailure ended) {
      assertEquals(Outcome.PROCESS_ENDED, ended.outcome());
    }
    assertArrayEquals(new float[] {2, 4}, twice.of(X, new int[0]).toArray());
  }

  @Test
  void endedWorkerCostsTheCallAlone() {
    AnswerFailure failure =
        assertThrows(
            AnswerFailure.class, () -> answer("Runtime.getRuntime().halt(3);").of(X, new int[0]));
    assertEquals(Outcome.PROCESS_ENDED, failure.outcome());
    assertTrue(failure.details().get(0).contains("ended the JVM"), failure.details().toString());
  }
}
