package org.attentionlab.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which kernels run is told once, and only to those who got slow ones without choosing them. */
class NoticeTest {
  /** Asks for the kernels twice. */
  public static void main(String[] args) {
    Numerics.get();
    Numerics.get();
  }

  @Test
  void slowKernelsAreAnnouncedInOneLineThatNamesTheRepair() throws Exception {
    List<String> lines = errorOf();
    assertEquals(1, lines.size(), lines.toString());
    assertTrue(lines.get(0).contains("--add-modules jdk.incubator.vector"), lines.get(0));
  }

  @Test
  void chosenSlowKernelsAreNotAnnounced() throws Exception {
    assertEquals(List.of(), errorOf("-D" + Numerics.PROPERTY + "=plain"));
  }

  @Test
  void fastKernelsAreNotAnnounced() throws Exception {
    List<String> lines = errorOf("--add-modules", "jdk.incubator.vector");
    assertTrue(lines.stream().noneMatch(line -> line.contains("Numerics")), lines.toString());
  }

  private static List<String> errorOf(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(NoticeTest.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command);
    // A JVM tells which options it picked up from these.
    builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process process = builder.start();
    String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), error);
    return error.lines().toList();
  }
}
