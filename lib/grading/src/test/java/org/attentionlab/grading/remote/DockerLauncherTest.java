package org.attentionlab.grading.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.attentionlab.grading.batch.WorkerClassPath;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.protocol.Reply.State;
import org.attentionlab.grading.protocol.Source;
import org.attentionlab.grading.toy.ToySubmissions;
import org.attentionlab.grading.toy.Twice;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DockerLauncherTest {

  private static final WorkerCommand COMMAND =
      new WorkerCommand(
          Path.of("/jdk/bin/java"), List.of(Path.of("/lib/a.jar")), Path.of("/tmp/work"), 64);

  @Test
  void containerHasTheClassPathAloneAndNoNetwork() {
    List<String> line = DockerLauncher.line("image", COMMAND);
    assertEquals("none", line.get(line.indexOf("--network") + 1));
    assertEquals("never", line.get(line.indexOf("--pull") + 1));
    assertEquals("ALL", line.get(line.indexOf("--cap-drop") + 1));
    assertTrue(line.contains("--read-only"));
    assertEquals(
        List.of("type=bind,readonly,source=/lib/a.jar,target=/lib/a.jar"),
        line.stream().filter(word -> word.startsWith("type=bind")).toList());
    assertEquals("LC_CTYPE=C.UTF-8", line.get(line.indexOf("--env") + 1));
    assertEquals(
        1, line.stream().filter(word -> word.equals("--env") || word.equals("-e")).count());
  }

  @Test
  void workerRunsOnTheImagesJava() {
    List<String> line = DockerLauncher.line("image", COMMAND);
    List<String> inside = line.subList(line.indexOf("image") + 1, line.size());
    assertEquals(List.of("--signal=KILL", "240", "java", "-Xmx64m"), inside.subList(0, 4));
  }

  @Test
  void archiveOfAnotherJvmIsLeftOut() {
    List<String> line = DockerLauncher.line("image", COMMAND.from(Path.of("/tmp/classes.jsa")));
    assertTrue(line.stream().noneMatch(word -> word.contains("classes.jsa")), line::toString);
  }

  @Test
  void rightAnswerIsRight() {
    Optional<DockerLauncher> docker = DockerLauncher.find(DockerLauncher.IMAGE);
    assumeTrue(docker.isPresent(), "no Docker with " + DockerLauncher.IMAGE);
    Contract twice = Contract.of(Twice.class);
    try (RemoteSubmission submission =
        new RemoteSubmission(
            docker.get(),
            Path.of("java"),
            WorkerClassPath.of(List.of(Twice.class)),
            Limits.standard(),
            new Source.JavaFile(ToySubmissions.right()),
            List.of(twice))) {
      assertEquals(State.FOUND, submission.load().get(0).state());
      Tensor x = Tensor.of(new float[] {1, 2}, 2);
      Twice answer = (Twice) submission.answer(twice);
      assertArrayEquals(new float[] {2, 4}, answer.of(x, new int[0]).toArray());
    }
  }
}
