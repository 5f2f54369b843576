package org.attentionlab.kernel.protocol;

import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.publish.PublishStatus;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** The five sockets of a kernel, bound where the connection file says and nowhere else. */
public final class Connection {
  private static final long CLOSE_MILLIS = 1500;

  private final ZMQ.Context context = ZMQ.context(1);
  private final Publisher publisher;
  private final RequestLoop shell;
  private final RequestLoop control;
  private final InputChannel input;
  private final Heartbeat heartbeat;

  private Connection(KernelConnectionProperties properties) throws GeneralSecurityException {
    HMACGenerator signer = properties.createHMACGenerator();
    Wire wire = new Wire(signer);
    Function<Integer, String> address =
        port -> properties.getTransport() + "://" + properties.getIp() + ":" + port;
    publisher = new Publisher(context, signer, wire);
    shell =
        new RequestLoop(
            "Shell", context, address.apply(properties.getShellPort()), wire, publisher);
    control =
        new RequestLoop(
            "Control", context, address.apply(properties.getControlPort()), wire, publisher);
    input = new InputChannel(context, address.apply(properties.getStdinPort()), wire);
    heartbeat = new Heartbeat(context, address.apply(properties.getHbPort()));
    publisher.bind(properties);
  }

  /**
   * Binds the sockets.
   *
   * @param properties read from the connection file
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

  /** Sends what is still unsent, for a second at most, and closes the sockets. */
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
