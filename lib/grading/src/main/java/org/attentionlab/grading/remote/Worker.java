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
import java.util.Optional;
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

  private static final Duration FIRST_LOOK = Duration.ofMillis(50);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

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
   * @param limit time that the worker may have for it
   * @param account the submission's, which is charged
   * @throws WorkerGone when there is none in time; the worker has been ended then
   * @throws GradingException when the grader is interrupted
   */
  Reply.Numbered ask(Request request, Duration limit, TimeAccount account) throws WorkerGone {
    number++;
    FairClock clock =
        new FairClock(
            () -> ProcessorTime.of(process.toHandle()),
            System::nanoTime,
            Runtime.getRuntime().availableProcessors());
    Future<Reply.Numbered> reply = pipe.submit(() -> exchange(request));
    try {
      Optional<Reply.Numbered> came = await(reply, clock, shorter(limit, account.left()), account);
      if (came.isEmpty()) {
        throw gone(WorkerGone.Reason.TIMED_OUT, "no reply in time");
      }
      if (came.get().number() != number) {
        throw gone(WorkerGone.Reason.GARBLED, "a reply to another call");
      }
      return came.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof WireException garbled) {
        throw gone(WorkerGone.Reason.GARBLED, garbled.getMessage());
      }
      throw gone(WorkerGone.Reason.ENDED, ending());
    } catch (InterruptedException interrupted) {
      close();
      Thread.currentThread().interrupt();
      // Not the answer's fault: no result must come of it.
      throw new GradingException("grade: interrupted while an answer was called", interrupted);
    }
  }

  /** The reply, empty when time is over. Most come before the first look at the clock. */
  private static Optional<Reply.Numbered> await(
      Future<Reply.Numbered> reply, FairClock clock, Duration limit, TimeAccount account)
      throws ExecutionException, InterruptedException {
    Duration pause = shorter(FIRST_LOOK, limit);
    try {
      while (!TimeAccount.isOver(pause)) {
        try {
          return Optional.of(reply.get(pause.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException notYet) {
          clock.read();
          Duration left = shorter(limit.minus(clock.had()), account.patience(clock));
          pause = shorter(BETWEEN_LOOKS, left);
        }
      }
      return Optional.empty();
    } finally {
      // Time that is over stays over: another look could find that a thread waited longer.
      if (!TimeAccount.isOver(pause)) {
        clock.stop();
      }
      account.charge(clock);
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
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
