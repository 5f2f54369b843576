package org.attentionlab.grading.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attentionlab.grading.batch.WorkerClassPath;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.protocol.Reply.State;
import org.attentionlab.grading.protocol.Source;
import org.attentionlab.grading.toy.Twice;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The course may lie in a folder of any name. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a link takes a privilege there")
class FolderNamesTest {

  private static final String SOURCE =
      """
      import org.attentionlab.grading.toy.Twice;

      public class Answer {
        Twice twice = (x, counts) -> x.mul(2);
      }
      """;

  @TempDir Path folder;

  @BeforeEach
  void canBeWritten() {
    String names = System.getProperty("sun.jnu.encoding");
    assumeTrue("UTF-8".equals(names), "names of files are " + names + " here");
  }

  /** Links to the class path's places. */
  private List<Path> moved() throws IOException {
    Path odd = Files.createDirectory(folder.resolve("Jürgen's 課程 №1"));
    List<Path> links = new ArrayList<>();
    for (Path place : WorkerClassPath.of(List.of(Twice.class))) {
      links.add(Files.createSymbolicLink(odd.resolve("place " + links.size()), place));
    }
    return links;
  }

  private void assertAnswers(WorkerLauncher launcher) throws IOException {
    Contract contract = Contract.of(Twice.class);
    Duration limit = Duration.ofMinutes(1);
    try (RemoteSubmission submission =
        new RemoteSubmission(
            launcher,
            Path.of(System.getProperty("java.home"), "bin", "java"),
            moved(),
            new Limits(limit, limit, limit, 64),
            new Source.JavaFile(SOURCE),
            List.of(contract))) {
      assertEquals(State.FOUND, submission.load().get(0).state());
      Twice answer = (Twice) submission.answer(contract);
      Tensor doubled = answer.of(Tensor.of(new float[] {1, 2}, 2), new int[0]);
      assertArrayEquals(new float[] {2, 4}, doubled.toArray());
    }
  }

  @Test
  void plainWorkerFindsItsClasses() throws IOException {
    assertAnswers(new PlainWorkerLauncher());
  }

  @Test
  void workerInTheSandboxFindsItsClasses() throws IOException {
    Optional<BubblewrapLauncher> sandbox = BubblewrapLauncher.find();
    assumeTrue(sandbox.isPresent(), BubblewrapLauncher::missing);
    assertAnswers(sandbox.get());
  }
}
