package org.attentionlab.grading.remote;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.attentionlab.grading.GradingException;
import org.attentionlab.grading.protocol.Frames;
import org.attentionlab.grading.protocol.Reply;
import org.attentionlab.grading.protocol.Request;
import org.attentionlab.grading.protocol.WireException;

/** One worker process; it is asked one thing at a time and ended when a reply fails to come. */
final class Worker implements AutoCloseable {

  private final Process process;
  private final Path directory;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final ErrorTail errors;

  /** Pipes know no deadline: a thread of its own writes and reads, and dies with the process. */
  private final ExecutorService pipe =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "worker-pipe");
            thread.setDaemon(true);
            return thread;
          });

  private int number;

  private Worker(Process process, Path directory) {
    this.process = process;
    this.directory = directory;
    in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    errors = new ErrorTail(process.getErrorStream());
  }

  /**
   * Starts a worker in a new directory.
   *
   * @throws GradingException when no process can be started
   */
  static Worker start(WorkerLauncher launcher, Path java, List<Path> classPath, Limits limits) {
    try {
      Path directory = Files.createTempDirectory(Leftovers.prefix("worker"));
      Process process =
          launcher.launch(new WorkerCommand(java, classPath, directory, limits.heapMegabytes()));
      return new Worker(process, directory);
    } catch (IOException failed) {
      throw new GradingException("grade: cannot start a worker: " + failed.getMessage(), failed);
    }
  }

  /**
   * Asks and waits for the reply.
   *
   * @throws WorkerGone when there is none in time; the worker has been ended then
   */
  Reply.Numbered ask(Request request, Duration deadline) throws WorkerGone {
    number++;
    Future<Reply.Numbered> reply = pipe.submit(() -> exchange(request));
    try {
      Reply.Numbered numbered = reply.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
      if (numbered.number() != number) {
        throw gone(WorkerGone.Reason.GARBLED, "a reply to another call");
      }
      return numbered;
    } catch (TimeoutException late) {
      throw gone(WorkerGone.Reason.TIMED_OUT, "timed out after " + seconds(deadline));
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof WireException garbled) {
        throw gone(WorkerGone.Reason.GARBLED, garbled.getMessage());
      }
      throw gone(WorkerGone.Reason.ENDED, ending());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw gone(WorkerGone.Reason.TIMED_OUT, "the grader was interrupted");
    }
  }

  private Reply.Numbered exchange(Request request) throws IOException {
    Frames.write(out, Request.encode(number, request));
    return Reply.decode(Frames.read(in));
  }

  private String ending() {
    try {
      if (process.waitFor(1, TimeUnit.SECONDS)) {
        String complaint = errors.firstLine();
        return "exit code " + process.exitValue() + (complaint.isEmpty() ? "" : ": " + complaint);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return "it closed its output";
  }

  private WorkerGone gone(WorkerGone.Reason reason, String message) {
    close();
    return new WorkerGone(reason, message);
  }

  /** Lets the process end by itself: it does when its input ends. */
  void finish(Duration patience) throws IOException {
    out.close();
    try {
      process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() / 1000.0 + " s";
  }

  /** Ends the process with all that it started, and removes its directory. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    pipe.shutdownNow();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    try {
      Leftovers.delete(directory);
    } catch (IOException | UncheckedIOException left) {
      // A file that the answer still holds on Windows; the system clears its temporary files.
      directory.toFile().deleteOnExit();
    }
  }
}
