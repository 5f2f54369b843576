package org.attentionlab.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.attentionlab.kernel.KernelCommand;
import org.attentionlab.kernel.KernelMain;
import org.attentionlab.kernel.StartupArchive;
import org.attentionlab.kernel.client.KernelClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of the kernel's start, with the built jars: a JVM archives nothing from folders. */
class FastStartIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;

  private KernelCommand command;
  private StartupArchive archive;

  @BeforeEach
  void copyJars() throws IOException {
    Path jars = Files.createDirectory(folder.resolve("jars"));
    try (Stream<Path> all = Files.list(CommandRun.thisClone().jars())) {
      for (Path jar : all.toList()) {
        Files.copy(jar, jars.resolve(jar.getFileName()));
      }
    }
    command = KernelCommand.ofThisJava(List.of(jars + "/*"));
    archive = new StartupArchive(folder.resolve("start.jsa"));
  }

  /** Starts a kernel and tells whether the JVM took its classes from the archive. */
  private boolean startsFromArchive() throws IOException {
    // Written relative to the kernel's folder: a colon in a path would end it.
    KernelCommand logged =
        archive.applyTo(command).plus(List.of("-Xlog:class+load:file=classes.txt"));
    try (KernelClient kernel = KernelClient.start(logged.argv(), folder, Map.of(), PATIENCE)) {
      assertEquals(
          "2", kernel.execute("1 + 1", PATIENCE).outputs().get(0).at("/data/text~1plain").asText());
    }
    return Files.readString(folder.resolve("classes.txt"))
        .contains(KernelMain.class.getName() + " source: shared objects file");
  }

  /** What kernel and JVM write where the kernel is called without a connection file. */
  private String said() throws IOException, InterruptedException {
    List<String> argv = new ArrayList<>();
    argv.add(command.java().toString());
    argv.addAll(
        archive
            .applyTo(new KernelCommand(command.java(), command.classpath(), List.of()))
            .options());
    argv.addAll(List.of("-cp", command.classpath().get(0), KernelMain.class.getName()));
    Process process = new ProcessBuilder(argv).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, process.waitFor());
    return said;
  }

  private void assertOnlyTheKernelSpeaks() throws IOException, InterruptedException {
    List<String> lines = said().lines().toList();
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.get(0).contains("takes one argument"), lines::toString);
  }

  @Test
  void archiveIsUsedUntilAJarChanges() throws Exception {
    assertFalse(archive.isFresh(command));
    assertTrue(archive.refresh(command));
    assertTrue(archive.isFresh(command));
    assertFalse(archive.refresh(command), "nothing changed");
    assertTrue(startsFromArchive());

    try (Stream<Path> all = Files.list(folder.resolve("jars"))) {
      Path kernel =
          all.filter(jar -> jar.getFileName().toString().startsWith("kernel-"))
              .findFirst()
              .orElseThrow();
      Files.setLastModifiedTime(kernel, FileTime.fromMillis(1_000_000_000_000L));
    }
    assertFalse(archive.isFresh(command));
    assertFalse(startsFromArchive(), "the archive is old");
    assertOnlyTheKernelSpeaks();
    assertTrue(archive.refresh(command));
    assertTrue(startsFromArchive(), "made anew");
  }

  @Test
  void missingAndBrokenArchivesAreSilentlyDoneWithout() throws Exception {
    assertOnlyTheKernelSpeaks();
    assertFalse(startsFromArchive());
    Files.writeString(archive.file(), "no archive");
    assertOnlyTheKernelSpeaks();
    assertFalse(startsFromArchive());
  }
}
