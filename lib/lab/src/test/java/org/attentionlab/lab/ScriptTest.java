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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private Path addJava(String script) throws IOException {
    Path java = Files.createDirectory(folder.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @ParameterizedTest
  @CsvSource({"C, C.UTF-8", "POSIX, C.UTF-8", "de_DE.UTF-8, de_DE.UTF-8"})
  void namesOfFilesAreReadAsUtf8(String locale, String forJava) throws Exception {
    addJava(
        "[ $1 = --list-modules ] && echo jdk.compiler@17.0.1 || { echo letters: $LC_ALL; exit 1; }");
    String said = runWith(Map.of("JAVA_HOME", folder.toString(), "LC_ALL", locale));
    assertEquals("letters: " + forJava, said);
  }

  @Test
  void olderJavaIsNamed() throws Exception {
    Path java = addJava("echo jdk.compiler@11.0.2");
    String said = runWith(Map.of("JAVA_HOME", folder.toString()));
    assertTrue(said.startsWith("lab: " + java + " is not a JDK 17 or newer."), said);
  }
}
