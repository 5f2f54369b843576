package org.attentionlab.kernel.magic.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferResource;
import org.junit.jupiter.api.Test;

class DownloadProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private String printedAfterTwoMegabytes(Duration patience) {
    DownloadProgress progress = new DownloadProgress(() -> out, patience);
    RepositorySystemSession session = MavenRepositorySystemUtils.newSession();
    TransferResource jar =
        new TransferResource("ours", "https://repo.example/", "g/a/1/a-1.jar", null, null);
    TransferEvent event =
        new TransferEvent.Builder(session, jar)
            .setDataBuffer(ByteBuffer.allocate(2_000_000))
            .build();
    progress.transferStarted(event);
    progress.transferProgressed(event);
    progress.transferSucceeded(event);
    progress.end();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void longDownloadHasALineThatChangesInPlace() {
    String printed = printedAfterTwoMegabytes(Duration.ZERO);
    String[] states = printed.split("\r", -1);
    assertEquals("Downloading: 2.0 MB so far, now a-1.jar", states[1]);
    assertTrue(states[2].startsWith("Downloaded 1 file, 2.0 MB in 0 s."), printed);
    assertTrue(states[2].stripTrailing().length() <= states[1].length(), printed);
    assertTrue(printed.endsWith(System.lineSeparator()), printed);
  }

  @Test
  void shortDownloadPrintsNothing() {
    assertEquals("", printedAfterTwoMegabytes(Duration.ofHours(1)));
  }
}
