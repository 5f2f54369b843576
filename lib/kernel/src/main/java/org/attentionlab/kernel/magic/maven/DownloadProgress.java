package org.attentionlab.kernel.magic.maven;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/** A line that tells how far a long download is, in place; nothing for a short one. */
final class DownloadProgress extends AbstractTransferListener {
  private static final double MEGA = 1e6;

  private final Supplier<PrintStream> out;
  private final long patienceNanos;
  private long begin;
  private long shownAt;
  private int width;
  private int files;
  private long bytes;

  /**
   * For one request.
   *
   * @param out where the line goes
   * @param patience how long a download may take before the line appears, and between its changes
   */
  DownloadProgress(Supplier<PrintStream> out, Duration patience) {
    this.out = out;
    this.patienceNanos = patience.toNanos();
  }

  @Override
  public synchronized void transferStarted(TransferEvent event) {
    if (begin == 0) {
      begin = System.nanoTime();
      shownAt = begin;
    }
  }

  @Override
  public synchronized void transferProgressed(TransferEvent event) {
    bytes += event.getDataLength();
    long now = System.nanoTime();
    if (now - shownAt >= patienceNanos) {
      shownAt = now;
      String name = event.getResource().getResourceName();
      show(
          String.format(
              Locale.ROOT,
              "Downloading: %.1f MB so far, now %s",
              bytes / MEGA,
              name.substring(name.lastIndexOf('/') + 1)));
    }
  }

  @Override
  public synchronized void transferSucceeded(TransferEvent event) {
    files++;
  }

  /** Ends the line, where there is one. */
  synchronized void end() {
    if (width > 0) {
      double seconds = (System.nanoTime() - begin) / 1e9;
      show(
          String.format(
              Locale.ROOT,
              "Downloaded %s, %.1f MB in %.0f s.",
              files == 1 ? "1 file" : files + " files",
              bytes / MEGA,
              seconds));
      out.get().println();
    }
  }

  private void show(String line) {
    out.get().print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    out.get().flush();
    width = line.length();
  }
}
