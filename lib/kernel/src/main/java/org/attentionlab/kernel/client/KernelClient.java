package org.attentionlab.kernel.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.attentionlab.kernel.client.Codec.Incoming;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * Starts a kernel in a process of its own and runs code in it.
 *
 * <pre>
 * try (var kernel = KernelClient.start(command.argv(), directory, Map.of(), Duration.ofSeconds(30))) {
 *   Execution run = kernel.execute("1 + 1", Duration.ofSeconds(10));
 * }
 * </pre>
 *
 * <p>Any kernel that follows the protocol will do. For one thread at a time, except for {@link
 * #interrupt}. Where the process ends, every call says so at once.
 */
public final class KernelClient implements AutoCloseable {
  private static final int SLICE_MILLIS = 100;
  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final Duration INTERRUPT_GRACE = Duration.ofSeconds(6);

  private final ConnectionFile connection;
  private final KernelProcess process;
  private final Codec codec;
  private final ZContext context = new ZContext();
  private final ZMQ.Socket shell;
  private final ZMQ.Socket iopub;
  private final ZMQ.Socket stdin;
  private final ZMQ.Socket control;
  private final Map<String, List<ObjectNode>> displays = new HashMap<>();

  private KernelClient(ConnectionFile connection, KernelProcess process) {
    this.connection = connection;
    this.process = process;
    this.codec = new Codec(connection.key());
    byte[] identity =
        java.util.UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    shell = socket(SocketType.DEALER, "shell_port", identity);
    control = socket(SocketType.DEALER, "control_port", identity);
    stdin = socket(SocketType.DEALER, "stdin_port", identity);
    iopub = context.createSocket(SocketType.SUB);
    iopub.setRcvHWM(0);
    iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
    iopub.connect(connection.address("iopub_port"));
  }

  private ZMQ.Socket socket(SocketType type, String port, byte[] identity) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setIdentity(identity);
    socket.setLinger(0);
    socket.connect(connection.address(port));
    return socket;
  }

  /**
   * Starts a kernel and waits until it answers.
   *
   * @param argv the command line; {@code {connection_file}} in it stands for the connection file
   * @param directory in which the kernel runs
   * @param environment variables beside those of this process
   * @param timeout for the first answer
   * @throws KernelException if it does not start or does not answer
   */
  public static KernelClient start(
      List<String> argv, Path directory, Map<String, String> environment, Duration timeout) {
    ConnectionFile connection;
    try {
      connection = ConnectionFile.create();
    } catch (IOException e) {
      throw new KernelException("cannot write a connection file: " + e.getMessage(), e);
    }
    KernelProcess process = KernelProcess.start(argv, connection.path(), directory, environment);
    KernelClient client = new KernelClient(connection, process);
    try {
      client.awaitReady(timeout);
      return client;
    } catch (RuntimeException e) {
      process.end(0);
      client.close();
      throw e;
    }
  }

  /** Asks until both an answer and a publication arrive: a subscription takes a moment to hold. */
  private void awaitReady(Duration timeout) {
    Deadline deadline = new Deadline(timeout, "the kernel's first answer");
    boolean published = false;
    boolean answered = false;
    while (!published || !answered) {
      send(shell, "kernel_info_request", Codec.JSON.createObjectNode());
      answered |= receive(shell, deadline, SLICE_MILLIS * 5).isPresent();
      published |= receive(iopub, deadline, SLICE_MILLIS).isPresent();
    }
    while (receive(shell, deadline, SLICE_MILLIS).isPresent()) {
      // Answers to what was asked more than once.
    }
  }

  /**
   * Runs a cell and waits for all of its output.
   *
   * @param code of the cell
   * @param timeout after which it is interrupted
   * @throws KernelException if it takes longer, or the kernel dies
   */
  public Execution execute(String code, Duration timeout) {
    return execute(executeRequest(code), timeout, Optional.empty());
  }

  /** The content of an execute_request, to be changed where a default does not fit. */
  public static ObjectNode executeRequest(String code) {
    ObjectNode content =
        Codec.JSON
            .createObjectNode()
            .put("code", code)
            .put("silent", false)
            .put("store_history", true)
            .put("allow_stdin", false)
            .put("stop_on_error", true);
    content.putObject("user_expressions");
    return content;
  }

  /**
   * Runs a cell as a request says.
   *
   * @param request as {@link #executeRequest} makes it
   * @param timeout after which it is interrupted
   * @param answers gives a line for each prompt; empty where nobody answers
   * @throws KernelException if it takes longer, or the kernel dies
   */
  public Execution execute(
      ObjectNode request, Duration timeout, Optional<UnaryOperator<String>> answers) {
    request.put("allow_stdin", request.path("allow_stdin").asBoolean() || answers.isPresent());
    String id = send(shell, "execute_request", request);
    return collect(id, request.path("code").asText(), timeout, answers);
  }

  /** Sends several cells at once, as Run All does, and collects what comes of each. */
  public List<Execution> executeAll(List<String> cells, Duration timeout) {
    List<String> ids = new ArrayList<>();
    for (String code : cells) {
      ids.add(send(shell, "execute_request", executeRequest(code)));
    }
    List<Execution> executions = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      executions.add(collect(ids.get(i), cells.get(i), timeout, Optional.empty()));
    }
    return executions;
  }

  private Execution collect(
      String id, String code, Duration timeout, Optional<UnaryOperator<String>> answers) {
    String what = code.lines().findFirst().orElse("an empty cell");
    Deadline deadline = new Deadline(timeout, "the cell that begins with: " + what);
    OutputCollector collector = new OutputCollector(displays);
    boolean idle = false;
    while (!idle) {
      Optional<Incoming> message = receiveOrInterrupt(deadline, id);
      if (message.isPresent() && message.get().answers(id)) {
        Incoming published = message.get();
        collector.accept(published.type(), published.content());
        idle =
            published.type().equals("status")
                && published.content().path("execution_state").asText().equals("idle");
      }
      answers.ifPresent(this::answerPrompt);
    }
    ObjectNode reply = awaitAnswer(shell, id, deadline);
    return new Execution(
        reply.path("status").asText(),
        reply.path("execution_count").asInt(),
        collector.outputs(),
        reply);
  }

  private Optional<Incoming> receiveOrInterrupt(Deadline deadline, String id) {
    try {
      return receive(iopub, deadline, SLICE_MILLIS);
    } catch (KernelException e) {
      if (deadline.isOver() && process.isAlive()) {
        interrupt();
        awaitIdleAfterInterrupt(id);
      }
      throw e;
    }
  }

  private void awaitIdleAfterInterrupt(String id) {
    Deadline grace = new Deadline(INTERRUPT_GRACE, "the interrupted cell");
    while (receive(iopub, grace, SLICE_MILLIS)
        .filter(m -> m.answers(id))
        .filter(m -> m.content().path("execution_state").asText().equals("idle"))
        .isEmpty()) {
      // The cell's last outputs.
    }
  }

  private void answerPrompt(UnaryOperator<String> answers) {
    Optional<Incoming> asked = poll(stdin, 0);
    if (asked.isPresent() && asked.get().type().equals("input_request")) {
      String line = answers.apply(asked.get().content().path("prompt").asText());
      sendFrames(
          stdin,
          codec.encode(
              codec.header("input_reply"),
              asked.get().header(),
              Codec.JSON.createObjectNode().put("value", line)));
    }
  }

  /**
   * Asks the kernel something on the shell channel.
   *
   * @param type such as complete_request
   * @param content of the request
   * @param timeout for the answer
   * @return the answer's content
   * @throws KernelException if none comes, or the kernel dies
   */
  public ObjectNode request(String type, ObjectNode content, Duration timeout) {
    String id = send(shell, type, content);
    return awaitAnswer(shell, id, new Deadline(timeout, "the answer to " + type));
  }

  /** Proposals for how code may go on at an offset, counted in code points. */
  public ObjectNode complete(String code, int cursor, Duration timeout) {
    return request("complete_request", at(code, cursor), timeout);
  }

  /** What stands at an offset, counted in code points. */
  public ObjectNode inspect(String code, int cursor, Duration timeout) {
    return request("inspect_request", at(code, cursor).put("detail_level", 0), timeout);
  }

  /** Whether code can be run as it stands. */
  public ObjectNode isComplete(String code, Duration timeout) {
    return request("is_complete_request", Codec.JSON.createObjectNode().put("code", code), timeout);
  }

  private static ObjectNode at(String code, int cursor) {
    return Codec.JSON.createObjectNode().put("code", code).put("cursor_pos", cursor);
  }

  /**
   * Interrupts the running cell; returns once the kernel has taken the request, which may be before
   * the cell ends. A cell that is sent afterwards is not interrupted. May be called from another
   * thread.
   */
  public void interrupt() {
    synchronized (control) {
      String id = send(control, "interrupt_request", Codec.JSON.createObjectNode());
      awaitAnswer(control, id, new Deadline(INTERRUPT_GRACE, "the answer to interrupt_request"));
    }
  }

  /** The kernel's process. */
  public Process process() {
    return process.process();
  }

  /** Asks the kernel to end and waits until it has; ends the process where it does not. */
  @Override
  public void close() {
    end(GRACE);
  }

  /**
   * Closes, with patience.
   *
   * @param grace how long the kernel may take to end
   */
  public void end(Duration grace) {
    if (process.isAlive()) {
      synchronized (control) {
        send(control, "shutdown_request", Codec.JSON.createObjectNode().put("restart", false));
      }
      process.end(grace.toMillis());
    }
    context.close();
    try {
      Files.deleteIfExists(connection.path());
    } catch (IOException e) {
      throw new KernelException("cannot remove " + connection.path(), e);
    }
  }

  /** Sends frames as they are, for tests of what the protocol forbids. */
  void sendRaw(List<byte[]> frames) {
    sendFrames(shell, frames);
  }

  /** Sends a request of any type and waits for nothing. */
  void sendUnknown(String type) {
    send(shell, type, Codec.JSON.createObjectNode());
  }

  private String send(ZMQ.Socket socket, String type, ObjectNode content) {
    ObjectNode header = codec.header(type);
    sendFrames(socket, codec.encode(header, Codec.JSON.createObjectNode(), content));
    return header.path("msg_id").asText();
  }

  private static void sendFrames(ZMQ.Socket socket, List<byte[]> frames) {
    for (int i = 0; i < frames.size() - 1; i++) {
      socket.sendMore(frames.get(i));
    }
    socket.send(frames.get(frames.size() - 1));
  }

  private ObjectNode awaitAnswer(ZMQ.Socket socket, String id, Deadline deadline) {
    while (true) {
      Optional<Incoming> message = receive(socket, deadline, SLICE_MILLIS);
      if (message.isPresent() && message.get().answers(id)) {
        return message.get().content();
      }
    }
  }

  /** Waits a slice; complains once the deadline is over or the process gone. */
  private Optional<Incoming> receive(ZMQ.Socket socket, Deadline deadline, int millis) {
    Optional<Incoming> message = poll(socket, millis);
    if (message.isEmpty() && !process.isAlive()) {
      throw new KernelException(
          "the kernel died before it gave " + deadline.what() + " (" + process.obituary() + ")");
    }
    deadline.check();
    return message;
  }

  private Optional<Incoming> poll(ZMQ.Socket socket, int millis) {
    socket.setReceiveTimeOut(millis);
    byte[] frame = socket.recv();
    if (frame == null) {
      return Optional.empty();
    }
    List<byte[]> frames = new ArrayList<>(List.of(frame));
    while (socket.hasReceiveMore()) {
      frames.add(socket.recv());
    }
    return Optional.of(codec.decode(frames));
  }

  /** A moment after which waiting makes no sense. */
  private static final class Deadline {
    private final Duration timeout;
    private final String what;
    private final long begin = System.nanoTime();

    Deadline(Duration timeout, String what) {
      this.timeout = timeout;
      this.what = what;
    }

    String what() {
      return what;
    }

    boolean isOver() {
      return System.nanoTime() - begin > timeout.toNanos();
    }

    void check() {
      if (isOver()) {
        throw new KernelException("no end after " + timeout.toMillis() / 1000.0 + " s: " + what);
      }
    }
  }
}
