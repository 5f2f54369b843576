package org.attentionlab.kernel;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.attentionlab.kernel.protocol.Connection;
import org.attentionlab.kernel.protocol.KernelLog;
import org.attentionlab.kernel.session.CellStream;
import org.attentionlab.kernel.session.FrontendInput;
import org.attentionlab.kernel.session.JavaSession;
import org.attentionlab.kernel.session.StatementLimit;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** Starts the kernel: what the kernelspec calls, with a connection file as the only argument. */
public final class KernelMain {
  /** How long the JVM's own shutdown hooks may take before the process is ended. */
  private static final long EXIT_SECONDS = 5;

  private KernelMain() {}

  /**
   * Serves until a front end asks for the end, or the program that started the kernel is gone.
   *
   * @param arguments the connection file
   */
  public static void main(String[] arguments) {
    try {
      serve(arguments);
      exit(0);
    } catch (IllegalArgumentException | IllegalStateException e) {
      KernelLog.warn(e.getMessage());
      exit(1);
    } catch (InterruptedException e) {
      exit(1);
    }
  }

  /** Serves until a front end asks for the end. */
  static void serve(String[] arguments) throws InterruptedException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException(
          "takes one argument, the connection file; Jupyter calls it so. Got " + arguments.length);
    }
    KernelEnvironment environment = new KernelEnvironment(System.getenv());
    StartupNotices notices = new StartupNotices();
    // JShell takes longest; it starts while the sockets are opened.
    CompletableFuture<JavaSession> session = new CompletableFuture<>();
    start("JShell start", () -> open(session, environment, notices));
    JitDirectives.apply();
    Connection connection = Connection.open(read(Path.of(arguments[0])));
    JavaKernel kernel = new JavaKernel(connection, session, environment, notices);
    CellStream.install();
    System.setIn(new FrontendInput(connection.input()));
    start("Extensions", kernel::extend);
    endWithParent();
    ProcessSignals.on("INT", kernel::interrupt);
    ProcessSignals.on("TERM", kernel::end);
    connection.serve(kernel);
    kernel.awaitShutdown();
    connection.close();
  }

  private static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void open(
      CompletableFuture<JavaSession> session,
      KernelEnvironment environment,
      StartupNotices notices) {
    environment
        .unheeded(KernelCommand.hasShell())
        .forEach(
            name -> notices.add(name + " has no effect on Windows; set JDK_JAVA_OPTIONS instead."));
    try {
      JavaSession opened = session(environment, notices);
      Thread.setDefaultUncaughtExceptionHandler(opened::uncaught);
      session.complete(opened);
    } catch (RuntimeException | LinkageError e) {
      KernelLog.warn("JShell does not start: " + e + ". Is this a JDK, not a JRE?");
      session.completeExceptionally(e);
      exit(1);
    }
  }

  /** A wrong option is told, and the session starts without it. */
  private static JavaSession session(KernelEnvironment environment, StartupNotices notices) {
    Optional<StatementLimit> limit = Optional.empty();
    try {
      limit = environment.timeout();
    } catch (IllegalArgumentException e) {
      notices.add(e.getMessage());
    }
    List<String> options = environment.compilerOptions();
    try {
      return new JavaSession(options, limit);
    } catch (IllegalArgumentException e) {
      if (options.isEmpty()) {
        throw e;
      }
      notices.add(
          "The compiler options " + String.join(" ", options) + " are left out: " + e.getMessage());
      return new JavaSession(List.of(), limit);
    }
  }

  private static KernelConnectionProperties read(Path file) {
    try {
      return KernelConnectionProperties.parse(Files.readString(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read the connection file " + file, e);
    } catch (JsonParseException e) {
      throw new IllegalArgumentException(
          "the connection file " + file + " is not what Jupyter writes: " + e.getMessage(), e);
    }
  }

  /** Jupyter names its own process; a kernel that nobody can reach any more should not live on. */
  private static void endWithParent() {
    Optional.ofNullable(System.getenv("JPY_PARENT_PID"))
        .filter(pid -> pid.matches("\\d{1,18}"))
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
        .ifPresent(
            parent ->
                start(
                    "Parent watch",
                    () -> {
                      parent.onExit().join();
                      exit(0);
                    }));
  }

  /** Ends the process in any case, also when a shutdown hook of the user's hangs. */
  private static void exit(int status) {
    CompletableFuture.delayedExecutor(EXIT_SECONDS, TimeUnit.SECONDS)
        .execute(() -> Runtime.getRuntime().halt(status));
    Runtime.getRuntime().exit(status);
  }
}
