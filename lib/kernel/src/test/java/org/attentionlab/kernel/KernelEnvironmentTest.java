package org.attentionlab.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attentionlab.kernel.KernelEnvironment.Startup;
import org.attentionlab.kernel.session.StatementLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelEnvironmentTest {
  private static KernelEnvironment with(String name, String value) {
    return new KernelEnvironment(Map.of(name, value));
  }

  @Test
  void nothingSetMeansNothingAsked() throws IOException {
    KernelEnvironment empty = new KernelEnvironment(Map.of());
    assertEquals(List.of(), empty.compilerOptions());
    assertEquals(List.of(), empty.classpath());
    assertEquals(List.of(), empty.startup());
    assertEquals(Optional.empty(), empty.timeout());
    assertTrue(empty.loadsExtensions());
  }

  @Test
  void ownNameComesBeforeJJavasBeforeIJavas() {
    assertEquals(List.of("-g"), with("IJAVA_COMPILER_OPTS", "-g").compilerOptions());
    assertEquals(
        List.of("-parameters"),
        new KernelEnvironment(
                Map.of("IJAVA_COMPILER_OPTS", "-g", "JJAVA_COMPILER_OPTS", "-parameters"))
            .compilerOptions());
    assertEquals(
        List.of(),
        new KernelEnvironment(
                Map.of("JJAVA_COMPILER_OPTS", "-parameters", "ATTENTIONLAB_COMPILER_OPTS", ""))
            .compilerOptions());
  }

  @Test
  void quotesKeepACompilerOptionTogether() {
    assertEquals(
        List.of("-Akey=a b", "-g"),
        with("IJAVA_COMPILER_OPTS", "\"-Akey=a b\"  -g").compilerOptions());
  }

  @ParameterizedTest
  @CsvSource({"3000,3000", "30 SECONDS,30000", "2 minutes,120000", " 5 ,5"})
  void timeoutIsInMillisecondsOrHasAUnit(String text, long millis) {
    assertEquals(
        Optional.of(new StatementLimit(millis, "JJAVA_TIMEOUT")),
        with("JJAVA_TIMEOUT", text).timeout());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", ""})
  void timeoutBelowOneIsNone(String text) {
    assertEquals(Optional.empty(), with("IJAVA_TIMEOUT", text).timeout());
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "3 FORTNIGHTS", "1.5"})
  void wrongTimeoutNamesTheVariableAndTheForm(String text) {
    KernelEnvironment environment = with("IJAVA_TIMEOUT", text);
    String message =
        assertThrows(IllegalArgumentException.class, environment::timeout).getMessage();
    assertTrue(message.contains("IJAVA_TIMEOUT is \"" + text + "\""), message);
    assertTrue(message.contains("30 SECONDS"), message);
  }

  @ParameterizedTest
  @CsvSource({"0,false", "false,false", "FALSE,false", "'',false", "1,true", "yes,true"})
  void extensionsCanBeSwitchedOff(String value, boolean loaded) {
    assertEquals(loaded, with("JJAVA_LOAD_EXTENSIONS", value).loadsExtensions());
  }

  @Test
  void classpathTakesGlobs(@TempDir Path directory) throws IOException {
    Path a = Files.createFile(directory.resolve("a.jar"));
    Path b = Files.createFile(directory.resolve("b.jar"));
    Path classes = Files.createDirectory(directory.resolve("classes"));
    String root = directory.toString().replace('\\', '/');
    String value =
        String.join(File.pathSeparator, root + "/*.jar", root + "/classes", root + "/none");
    assertEquals(
        List.of(a.toString(), b.toString(), classes.toString()),
        with("IJAVA_CLASSPATH", value).classpath());
  }

  @Test
  void startupFilesComeBeforeStartupCode(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("one.jshell"), "int one = 1;");
    List<Startup> startup =
        new KernelEnvironment(
                Map.of(
                    "IJAVA_STARTUP_SCRIPTS_PATH",
                    directory.toString().replace('\\', '/') + "/*.jshell",
                    "IJAVA_STARTUP_SCRIPT",
                    "int two = 2;"))
            .startup();
    assertEquals(
        List.of(
            new Startup(file.toString(), "int one = 1;"),
            new Startup("IJAVA_STARTUP_SCRIPT", "int two = 2;")),
        startup);
  }

  @Test
  void variablesForTheJvmAreUnheededWithoutAShell() {
    KernelEnvironment environment = with("JJAVA_JVM_OPTS", "-Xmx1g");
    assertEquals(List.of("JJAVA_JVM_OPTS"), environment.unheeded(false));
    assertEquals(List.of(), environment.unheeded(true));
    assertFalse(with("OTHER", "1").unheeded(false).contains("OTHER"));
  }
}
