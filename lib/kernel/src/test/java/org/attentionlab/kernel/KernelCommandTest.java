package org.attentionlab.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelCommandTest {
  private final KernelCommand command =
      new KernelCommand(Path.of("java-of-jdk"), List.of("/a b/lib/*", "x.jar"), List.of("-Xmx1g"));

  @Test
  void withoutAShellJavaIsStartedDirectly() {
    List<String> argv = command.argv(false);
    assertEquals("java-of-jdk", argv.get(0));
    assertTrue(argv.containsAll(List.of("-Djava.awt.headless=true", "-Xmx1g")));
    assertEquals(
        List.of(
            "-cp",
            "/a b/lib/*" + File.pathSeparator + "x.jar",
            "org.attentionlab.kernel.KernelMain",
            "{connection_file}"),
        argv.subList(argv.size() - 4, argv.size()));
  }

  @Test
  void withAShellTheWordsAreItsArgumentsSoNothingOfThemIsRunAsCode() {
    List<String> argv = command.argv(true);
    assertEquals(List.of("/bin/sh", "-c"), argv.subList(0, 2));
    assertEquals(List.of("java-of-jdk", "{connection_file}"), argv.subList(3, 5));
    assertEquals(
        List.of("-Xmx1g", "-cp", "/a b/lib/*" + File.pathSeparator + "x.jar"),
        argv.subList(argv.size() - 3, argv.size()));
  }

  @Test
  void moreOptionsComeLast() {
    assertEquals(List.of("-Xmx1g", "-ea"), command.plus(List.of("-ea")).options());
  }
}
