package org.attentionlab.kernel;

import static org.attentionlab.kernel.TestKernel.LONG;
import static org.attentionlab.kernel.TestKernel.traceback;
import static org.attentionlab.kernel.TestKernel.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.attentionlab.kernel.client.Execution;
import org.attentionlab.kernel.client.KernelClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What magics tell of themselves, and %time. */
class MagicHelpTest {
  private static KernelClient kernel;

  @BeforeAll
  static void start() {
    kernel = TestKernel.start();
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  private static Execution run(String code) {
    return kernel.execute(code, LONG);
  }

  private static String printed(Execution execution) {
    return TestKernel.output(execution, "stream").path("text").asText();
  }

  @Test
  void everyMagicListedHasHelpWithAnExample() {
    String names = value(run("%lsmagic"));
    List<String> all = List.of(names.replaceAll("(?m)^\\w+ magics: ", "").split(",?\\s+"));
    assertTrue(all.containsAll(List.of("%maven", "%%loadFromPOM", "%%time")), all::toString);
    for (String name : all) {
      String help = value(run(name + "?"));
      assertTrue(help.contains("Usage: ") && help.contains("Example: "), name + ": " + help);
    }
  }

  @Test
  void helpByNameTellsOfTheLineAndTheCellMagic() {
    String both = value(run("%help time"));
    assertTrue(both.contains("%time CODE") && both.contains("%%time\n"), both);
    assertFalse(value(run("%help %%time")).isEmpty());
    assertTrue(value(run("%magic addMavenDependency")).contains("%maven "));
    assertTrue(value(run("%help")).contains("%%loadFromPOM"));
    assertTrue(traceback(run("%help mavn")).get(1).contains("%maven"));
  }

  @Test
  void inspectionOfAMagicGivesItsHelp() {
    assertTrue(kernel.inspect("%maven g:a:1", 4, LONG).toString().contains("--offline"));
  }

  @ParameterizedTest
  @CsvSource({
    "%maven,%maven",
    "%maven --form x g:a:1,%maven",
    "%mavenRepo ours,%mavenRepo",
    "%mavenRepo ours nowhere,%mavenRepo",
    "%loadFromPOM,%loadFromPOM",
    "%loadFromPOM nowhere.xml,%loadFromPOM",
    "%%loadFromPOM sometimes,%%loadFromPOM",
    "%classpath,%classpath",
    "%jars,%jars",
    "%load,%load",
    "%time,%time",
    "%%time 3,%%time",
    "%help a b,%help"
  })
  void wrongArgumentsAreToldWithUsageAndExample(String code, String magic) {
    List<String> lines = traceback(run(code));
    assertTrue(lines.get(0).startsWith("MagicError: " + magic + ": "), lines::toString);
    assertTrue(lines.get(1).startsWith("  Usage:   " + magic), lines::toString);
    assertTrue(lines.get(2).startsWith("  Example: "), lines::toString);
  }

  @Test
  void timePrintsPlainlyAndGivesTheValue() {
    Execution execution = run("%time \"a\" + \" b\".repeat(2)");
    assertEquals("a b b", value(execution));
    assertTrue(
        printed(execution)
            .matches(
                "Wall time: [0-9.]+ m?s, after [0-9.]+ m?s to compile\\R"
                    + "CPU time: [0-9.]+ m?s in the cell's thread, [0-9.]+ m?s in all threads of"
                    + " the JVM\\RAllocated: [0-9.]+ \\w+ by the cell's thread\\R"),
        printed(execution));
  }

  @Test
  void timeCountsWhatRunsNotWhatCompiles() {
    String text = printed(run("%%time\nbyte[] kept = new byte[50_000_000];\nThread.sleep(300);"));
    double wall = Double.parseDouble(text.replaceAll("(?s)Wall time: ([0-9.]+) ms.*", "$1"));
    assertTrue(wall >= 300, text);
    double megabytes = Double.parseDouble(text.replaceAll("(?s).*Allocated: ([0-9.]+) MB.*", "$1"));
    assertTrue(megabytes >= 50 && megabytes < 60, text);
    assertEquals("50000000", value(run("kept.length")));
  }

  @Test
  void timeInsideATimedCellIsPartOfIt() {
    String text = printed(run("%%time\n%time Thread.sleep(100)\nThread.sleep(100);"));
    assertEquals(3, text.split("Wall time", -1).length, text);
  }

  @Test
  void timedCodeThatFailsIsTimedToo() {
    Execution execution = run("%time Integer.parseInt(\"x\")");
    assertTrue(printed(execution).contains("Wall time"));
    assertTrue(traceback(execution).get(0).contains("NumberFormatException"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"int timed = %time 6 * 7\ntimed", "int later = %time 6 * 7;\nlater"})
  void timeGivesItsValueToAVariable(String code) {
    assertEquals("42", value(run(code)));
  }
}
