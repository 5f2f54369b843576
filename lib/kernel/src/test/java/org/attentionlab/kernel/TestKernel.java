package org.attentionlab.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.attentionlab.kernel.client.Execution;
import org.attentionlab.kernel.client.KernelClient;

/** Starts real kernels for tests. */
public final class TestKernel {
  public static final Duration LONG = Duration.ofSeconds(30);

  private static final Pattern ANSI = Pattern.compile("\u001b\\[[0-9;]*m");

  private TestKernel() {}

  /** The kernel's class path: this module's, without the test libraries. */
  public static List<String> classpath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.matches(".*(junit|opentest4j|apiguardian)[^/\\\\]*\\.jar"))
        .toList();
  }

  /** A kernel with the quick compiler alone (C1): most live for a few cells, and start sooner. */
  public static KernelCommand command() {
    return fullCommand().plus(List.of("-XX:TieredStopAtLevel=1"));
  }

  /** A kernel as it is installed. */
  public static KernelCommand fullCommand() {
    return KernelCommand.ofThisJava(classpath())
        .plus(List.of("-Dmaven.repo.local=" + System.getProperty("maven.repo.local")));
  }

  public static KernelClient start() {
    return start(Path.of("").toAbsolutePath());
  }

  public static KernelClient start(Path directory) {
    return KernelClient.start(command().argv(), directory, Map.of(), LONG);
  }

  /**
   * Executes what goes on until it is interrupted.
   *
   * <p>It is interrupted again and again: on a busy machine the cell may not run yet at the first
   * time.
   */
  public static Execution interrupted(KernelClient kernel, ObjectNode request) {
    ScheduledExecutorService interrupter = Executors.newSingleThreadScheduledExecutor();
    Future<?> interrupts =
        interrupter.scheduleWithFixedDelay(kernel::interrupt, 400, 2000, TimeUnit.MILLISECONDS);
    try {
      return kernel.execute(request, LONG, Optional.empty());
    } finally {
      interrupts.cancel(false);
      interrupter.shutdown();
      awaitEnd(interrupter);
    }
  }

  /** Lest an interrupt under way hit the next cell. */
  private static void awaitEnd(ExecutorService service) {
    try {
      if (!service.awaitTermination(LONG.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the interrupt is not answered");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The text/plain of a cell's result. */
  public static String value(Execution execution) {
    return data(execution, "execute_result").path("text/plain").asText();
  }

  /** The data of the first output of a type. */
  public static JsonNode data(Execution execution, String type) {
    return output(execution, type).path("data");
  }

  /** The first output of a type. */
  public static ObjectNode output(Execution execution, String type) {
    return execution.outputs().stream()
        .filter(o -> o.path("output_type").asText().equals(type))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " in " + execution));
  }

  /** The lines of the error, without colours. */
  public static List<String> traceback(Execution execution) {
    return StreamSupport.stream(output(execution, "error").path("traceback").spliterator(), false)
        .map(line -> ANSI.matcher(line.asText()).replaceAll(""))
        .toList();
  }
}
