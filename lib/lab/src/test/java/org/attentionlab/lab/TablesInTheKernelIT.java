package org.attentionlab.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.attentionlab.kernel.KernelCommand;
import org.attentionlab.kernel.client.Execution;
import org.attentionlab.kernel.client.KernelClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tablesaw in the kernel with the built jars: other kernels show its text, and warnings. */
class TablesInTheKernelIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void tableIsHtmlBesideItsTextAndNothingWarns() {
    KernelCommand command = CourseKernel.command(CommandRun.thisClone());
    try (KernelClient kernel = KernelClient.start(command.argv(), folder, Map.of(), PATIENCE)) {
      Execution shown =
          kernel.execute(
              """
              import tech.tablesaw.api.*;
              Table.create("scores", StringColumn.create("word", "the", "<b>"),
                  DoubleColumn.create("weight", 0.25, 0.75))
              """,
              PATIENCE);
      assertEquals(1, shown.outputs().size(), shown::toString);
      String html = shown.outputs().get(0).at("/data/text~1html").asText();
      assertTrue(html.contains("<table") && html.contains("&lt;b&gt;"), html);
      String text = shown.outputs().get(0).at("/data/text~1plain").asText();
      assertTrue(text.contains("weight") && text.contains("0.75"), text);
    }
  }
}
