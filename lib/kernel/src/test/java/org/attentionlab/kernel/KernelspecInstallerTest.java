package org.attentionlab.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelspecInstallerTest {
  @TempDir private Path directory;

  private final KernelCommand command =
      new KernelCommand(
          Path.of("/jdk/bin/java"), List.of("/a b/lib/*", "x.jar"), List.of("-Xmx1g"));
  private final KernelspecInstaller installer = new KernelspecInstaller(command);

  @Test
  void kernelspecStartsTheKernelAndIsInterruptedByMessage() throws IOException {
    Path spec = installer.installInPrefix(directory);
    assertEquals(directory.resolve("share/jupyter/kernels/attentionlab"), spec);
    JsonNode json = new ObjectMapper().readTree(spec.resolve("kernel.json").toFile());
    List<String> argv =
        Stream.iterate(0, i -> i < json.path("argv").size(), i -> i + 1)
            .map(i -> json.path("argv").path(i).asText())
            .toList();
    assertEquals(command.argv(), argv);
    assertEquals("message", json.path("interrupt_mode").asText());
    assertEquals("java", json.path("language").asText());
    assertEquals("Java (Attention Lab)", json.path("display_name").asText());
  }

  @Test
  void logosAreThere() throws IOException {
    Path spec = installer.install(directory);
    assertEquals(64, ImageIO.read(spec.resolve("logo-64x64.png").toFile()).getWidth());
    assertTrue(Files.readString(spec.resolve("logo-svg.svg")).startsWith("<svg"));
  }

  @Test
  void secondInstallReplacesTheFirstAndLeavesNothingBehind() throws IOException {
    Path spec = installer.install(directory);
    Files.writeString(spec.resolve("stale.txt"), "old");
    installer.install(directory);
    assertTrue(Files.notExists(spec.resolve("stale.txt")));
    try (Stream<Path> all = Files.list(directory.resolve("kernels"))) {
      assertEquals(List.of(spec), all.toList());
    }
  }

  @Test
  void unwritableDirectoryIsNamed() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    UncheckedIOException thrown =
        assertThrows(UncheckedIOException.class, () -> installer.install(file));
    assertTrue(thrown.getMessage().contains("cannot write the kernelspec to " + file));
  }

  @Test
  void userDirectoryFollowsTheSystem() {
    Path home = Path.of("/home/a");
    assertEquals(
        Path.of("/home/a/.local/share/jupyter"),
        KernelspecInstaller.userDataDirectory("Linux", home, Map.of()));
    assertEquals(
        Path.of("/x/jupyter"),
        KernelspecInstaller.userDataDirectory("Linux", home, Map.of("XDG_DATA_HOME", "/x")));
    assertEquals(
        Path.of("/home/a/Library/Jupyter"),
        KernelspecInstaller.userDataDirectory("Mac OS X", home, Map.of()));
    assertEquals(
        Path.of("/roaming/jupyter"),
        KernelspecInstaller.userDataDirectory("Windows 11", home, Map.of("APPDATA", "/roaming")));
    assertEquals(
        Path.of("/own"),
        KernelspecInstaller.userDataDirectory("Linux", home, Map.of("JUPYTER_DATA_DIR", "/own")));
  }
}
