package org.attentionlab.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.attentionlab.kernel.KernelCommand;
import org.attentionlab.kernel.client.Execution;
import org.attentionlab.kernel.client.KernelClient;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kernel as the course starts it. */
class CourseKernelIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"de, DE", "ar, EG", "tr, TR"})
  void numbersLookAsInTheLessonsInEveryLanguage(String language, String country) {
    KernelCommand command = CourseKernel.command(CommandRun.thisClone());
    // The JVM reads these first, as if the machine spoke the language.
    Map<String, String> machine =
        Map.of("JDK_JAVA_OPTIONS", "-Duser.language=" + language + " -Duser.country=" + country);
    try (KernelClient kernel = KernelClient.start(command.argv(), folder, machine, PATIENCE)) {
      Execution printed = kernel.execute("System.out.printf(\"%.2f %,d\", .5, 1234)", PATIENCE);
      assertEquals("0.50 1,234", printed.outputs().get(0).path("text").asText());
    }
  }
}
