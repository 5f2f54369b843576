package org.attentionlab.kernel.protocol;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.publish.PublishStatus;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** The five sockets of a kernel, bound where the connection file says and nowhere else. */
public final class Connection {
  /** The names of the ports in a connection file. */
  public static final List<String> PORTS =
      List.of("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port");

  /** How long unsent messages may hold up the end. */
  static final int LINGER_MILLIS = 250;

  private static final long CLOSE_MILLIS = 300;
  private static final long SMALLEST_LIMIT = 16L << 20;
  private static final long LARGEST_LIMIT = 1L << 30;

  /** What is answered while a cell runs; all else belongs to the shell. */
  private static final Set<String> CONTROL_TYPES =
      Set.of(
          "kernel_info_request",
          "connect_request",
          "interrupt_request",
          "shutdown_request",
          "debug_request");

  private final ZMQ.Context context = ZMQ.context(1);
  private final Addresses addresses;
  private final Publisher publisher;
  private final RequestLoop shell;
  private final RequestLoop control;
  private final InputChannel input;
  private final Heartbeat heartbeat;

  private Connection(KernelConnectionProperties properties) throws GeneralSecurityException {
    addresses = new Addresses(properties);
    HMACGenerator signer = properties.createHMACGenerator();
    Wire wire = new Wire(signer);
    publisher = new Publisher(context, signer, wire);
    shell = new RequestLoop("Shell", router("shell_port"), Set.of(), wire, publisher);
    control = new RequestLoop("Control", router("control_port"), CONTROL_TYPES, wire, publisher);
    input = new InputChannel(router("stdin_port"), wire);
    heartbeat = new Heartbeat(bound(SocketType.REP, "hb_port"));
    publisher.bind(properties);
    publisher.start();
  }

  private ZMQ.Socket router(String port) {
    return bound(SocketType.ROUTER, port);
  }

  private ZMQ.Socket bound(SocketType type, String port) {
    ZMQ.Socket socket = context.socket(type);
    socket.setLinger(LINGER_MILLIS);
    // What would not fit into memory costs the connection of its sender, not the kernel.
    socket.setMaxMsgSize(largestFrame());
    if (type == SocketType.ROUTER) {
      // A front end that was cut off comes back under its old name.
      socket.setRouterHandover(true);
      // The default limit drops replies silently once a front end is a thousand behind.
      socket.setSndHWM(0);
    }
    socket.bind(addresses.of(port));
    return socket;
  }

  private static long largestFrame() {
    long share = Runtime.getRuntime().maxMemory() / 4;
    return Math.max(SMALLEST_LIMIT, Math.min(LARGEST_LIMIT, share));
  }

  /**
   * Binds the sockets.
   *
   * @param properties read from the connection file
   * @throws IllegalArgumentException if the file leaves open where to listen
   * @throws IllegalStateException if a port is taken or the signature scheme is unknown
   */
  public static Connection open(KernelConnectionProperties properties) {
    try {
      return new Connection(properties);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "the connection file asks for the signature scheme "
              + properties.getSignatureScheme()
              + ", which this Java does not have",
          e);
    } catch (ZMQException e) {
      throw new IllegalStateException(
          "cannot listen on the ports of the connection file ("
              + e.getMessage()
              + "); another program may hold one of them",
          e);
    }
  }

  /** The channel that all front ends see. */
  public Publisher publisher() {
    return publisher;
  }

  /**
   * The port of a channel.
   *
   * @param name as in the connection file, such as shell_port
   */
  public int port(String name) {
    return addresses.port(name);
  }

  /** The channel for questions to the user. */
  public InputChannel input() {
    return input;
  }

  /**
   * Begins to answer requests.
   *
   * @param handler is called on the shell thread and, for interrupt and shutdown, on the control
   *     thread at the same time
   */
  public void serve(RequestHandler handler) {
    publisher.sendMessage(
        new Message<>(
            new Header<>(UUID.randomUUID().toString(), PublishStatus.MESSAGE_TYPE),
            PublishStatus.STARTING));
    heartbeat.start();
    control.start(handler);
    shell.start(handler);
  }

  /** Sends what is still unsent, for a moment at most, and closes the sockets. */
  public void close() {
    try {
      publisher.finish();
      input.close();
      Thread end = new Thread(context::term, "Close");
      end.setDaemon(true);
      end.start();
      end.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
