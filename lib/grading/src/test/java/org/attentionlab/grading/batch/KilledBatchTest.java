package org.attentionlab.grading.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.attentionlab.grading.toy.ToyHiddenChecks;
import org.attentionlab.grading.toy.ToySubmissions;
import org.attentionlab.numerics.Numerics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch that is killed again and again ends with the same files as one that is left alone. */
class KilledBatchTest {

  private static final long PATIENCE = 180;

  @TempDir Path folder;

  @Test
  void killedBatchEndsWithTheSameFilesByteForByte() throws Exception {
    Path submissions = Files.createDirectory(folder.resolve("submissions"));
    Files.writeString(submissions.resolve("ann.java"), ToySubmissions.right());
    Files.writeString(submissions.resolve("bob.ipynb"), ToySubmissions.notebook());
    Files.writeString(submissions.resolve("cleo.java"), ToySubmissions.unchanged());
    Files.writeString(submissions.resolve("dan.java"), ToySubmissions.java("return y;"));
    Files.writeString(
        submissions.resolve("eve.java"),
        ToySubmissions.java("Runtime.getRuntime().halt(7); return x;"));
    Files.writeString(submissions.resolve("fay.java"), "");

    Path alone = folder.resolve("alone");
    assertEquals("6 graded", finish(start(submissions, alone)));

    Path killed = folder.resolve("killed");
    Random random = new Random(7);
    for (int results : List.of(0, 2, 4, 6)) {
      Process batch = start(submissions, killed);
      waitForResults(batch, killed, results);
      Thread.sleep(random.nextInt(400));
      List<ProcessHandle> workers = batch.descendants().toList();
      batch.destroyForcibly().waitFor();
      for (ProcessHandle worker : workers) {
        worker.onExit().get(PATIENCE, TimeUnit.SECONDS);
      }
    }
    assertEquals("6 graded", finish(start(submissions, killed)));
    assertEquals(content(alone), content(killed));
  }

  private Process start(Path submissions, Path out) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            "-D" + Numerics.PROPERTY + "=plain",
            "-cp",
            System.getProperty("java.class.path"),
            GradeInAProcess.class.getName(),
            submissions.toString(),
            ToyHiddenChecks.in(folder.resolve("tests")).toString(),
            out.toString());
    return builder.redirectErrorStream(true).start();
  }

  private static String finish(Process batch) throws IOException, InterruptedException {
    String said = new String(batch.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(batch.waitFor(PATIENCE, TimeUnit.SECONDS));
    return said.strip();
  }

  private static void waitForResults(Process batch, Path out, int count) throws Exception {
    Path results = out.resolve("results");
    while (batch.isAlive() && results(results) < count) {
      Thread.sleep(20);
    }
  }

  private static long results(Path results) throws IOException {
    if (!Files.isDirectory(results)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(results)) {
      return files.filter(file -> file.toString().endsWith(".json")).count();
    }
  }

  private static Map<String, String> content(Path out) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(out.relativize(file).toString(), Files.readString(file));
      }
    }
    assertTrue(content.containsKey("gradebook.csv"), content.keySet()::toString);
    assertFalse(content.keySet().stream().anyMatch(name -> name.contains("draft")));
    return content;
  }
}
