package org.attentionlab.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code lab} on machines that lack what it needs. */
@DisabledOnOs(OS.WINDOWS)
class ScriptTest {

  private static final Path SHELL = Path.of("/bin/sh");

  @TempDir Path folder;

  /** A copy of the script alone, as on a clone where nothing was built yet. */
  private String runWith(Map<String, String> environment) throws Exception {
    Path script = folder.resolve("lab");
    Files.copy(CommandRun.thisClone().root().resolve("lab"), script);
    ProcessBuilder builder =
        new ProcessBuilder(SHELL.toString(), script.toString()).redirectErrorStream(true);
    builder.environment().remove("JAVA_HOME");
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(1, process.waitFor(), said);
    assertEquals(1, said.lines().count(), said);
    return said;
  }

  private void addTool(String name) throws IOException {
    for (Path home : new Path[] {Path.of("/usr/bin"), Path.of("/bin")}) {
      if (Files.exists(home.resolve(name)) && !Files.exists(folder.resolve(name))) {
        Files.createSymbolicLink(folder.resolve(name), home.resolve(name));
      }
    }
  }

  @Test
  void withoutJavaItSaysWhatToInstall() throws Exception {
    addTool("dirname");
    String said = runWith(Map.of("PATH", folder.toString()));
    assertTrue(said.startsWith("lab: no java on the PATH. Install JDK 17 or newer"), said);
  }

  @Test
  void javaHomeWithoutAJavaIsNamed() throws Exception {
    String said = runWith(Map.of("JAVA_HOME", folder + "/gone"));
    assertTrue(said.startsWith("lab: JAVA_HOME is " + folder + "/gone, but"), said);
  }

  @Test
  void olderJavaIsNamed() throws Exception {
    Path java = Files.createDirectory(folder.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho jdk.compiler@11.0.2\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    String said = runWith(Map.of("JAVA_HOME", folder.toString()));
    assertTrue(said.startsWith("lab: " + java + " is not a JDK 17 or newer."), said);
  }
}
