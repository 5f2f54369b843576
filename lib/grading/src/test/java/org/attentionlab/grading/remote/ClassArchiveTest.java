package org.attentionlab.grading.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.attentionlab.grading.batch.WorkerClassPath;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.protocol.Reply.State;
import org.attentionlab.grading.protocol.Source;
import org.attentionlab.grading.toy.Twice;
import org.attentionlab.grading.worker.WorkerMain;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that start from an archive of classes are the same workers. */
class ClassArchiveTest {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir static Path folder;

  private static final List<Path> JARS = new ArrayList<>();
  private static ClassArchive archive = ClassArchive.none();

  @BeforeAll
  static void make() throws IOException {
    for (Path place : WorkerClassPath.of(List.of(Twice.class))) {
      JARS.add(Files.isDirectory(place) ? jar(place) : place);
    }
    archive = ClassArchive.make(JAVA, JARS);
  }

  @AfterAll
  static void remove() {
    archive.close();
    JARS.clear();
  }

  /** Only jars are archived; in a build the class path is folders. */
  private static Path jar(Path classes) throws IOException {
    Path jar = folder.resolve(JARS.size() + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  private static Path file() {
    return ((ArchivedLauncher) archive.launcher(new PlainWorkerLauncher())).archive();
  }

  @Test
  void workerTakesItsClassesFromTheArchive() throws Exception {
    List<String> line =
        new ArrayList<>(new WorkerCommand(JAVA, JARS, folder, 64).from(file()).line());
    line.add(line.indexOf("-cp"), "-Xlog:class+load:stderr");
    Process worker = new ProcessBuilder(line).start();
    worker.getOutputStream().close();
    String loaded = new String(worker.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    worker.waitFor();
    assertTrue(
        loaded
            .lines()
            .anyMatch(
                text ->
                    text.contains(WorkerMain.class.getName() + " ")
                        && text.contains("shared objects file")),
        loaded);
  }

  @Test
  void answerInTheSandboxIsRightAndCannotChangeTheArchive() {
    Optional<BubblewrapLauncher> sandbox = BubblewrapLauncher.find();
    assumeTrue(sandbox.isPresent(), BubblewrapLauncher::missing);
    String source =
        """
        import java.nio.file.*;
        import org.attentionlab.grading.toy.Twice;
        import org.attentionlab.tensor.Tensor;

        public class Answer {
          Twice twice = (x, counts) -> {
            Path archive = Path.of("/classes.jsa");
            System.out.print(Files.isReadable(archive) ? "there, " : "absent, ");
            try {
              Files.write(archive, new byte[] {1});
              System.out.print("changed");
            } catch (java.io.IOException refused) {
              System.out.print("refused");
            }
            return x.add(x);
          };
        }
        """;
    Contract twice = Contract.of(Twice.class);
    try (RemoteSubmission submission =
        new RemoteSubmission(
            archive.launcher(sandbox.get()),
            JAVA,
            JARS,
            Limits.standard(),
            new Source.JavaFile(source),
            List.of(twice))) {
      assertEquals(State.FOUND, submission.load().get(0).state());
      Tensor doubled =
          ((Twice) submission.answer(twice)).of(Tensor.of(new float[] {1, 2}, 2), new int[0]);
      assertArrayEquals(new float[] {2, 4}, doubled.toArray());
      assertEquals("there, refused", submission.printed());
    }
  }

  @Test
  void archiveIsGoneWhenItIsClosed() {
    Path made;
    try (ClassArchive other = ClassArchive.make(JAVA, JARS)) {
      made = ((ArchivedLauncher) other.launcher(new PlainWorkerLauncher())).archive();
      assertTrue(Files.exists(made));
    }
    assertFalse(Files.exists(made.getParent()));
  }

  @Test
  void foldersAreNotArchivedAndWorkersStartAsEver() {
    PlainWorkerLauncher plain = new PlainWorkerLauncher();
    assertSame(plain, ClassArchive.make(JAVA, List.of(folder)).launcher(plain));
    assertSame(plain, ClassArchive.none().launcher(plain));
  }

  @Test
  void archivedLauncherIsNamedLikeTheOtherSoThatResultsAreKept() {
    PlainWorkerLauncher plain = new PlainWorkerLauncher();
    assertEquals(plain.name(), archive.launcher(plain).name());
    assertEquals(plain.isSandbox(), archive.launcher(plain).isSandbox());
  }
}
