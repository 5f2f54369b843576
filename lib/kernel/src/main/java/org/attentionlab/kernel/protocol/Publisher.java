package org.attentionlab.kernel.protocol;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Message;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The IOPub channel: everything that all front ends see, in one order.
 *
 * <p>Any thread may send; one thread owns the socket and empties the queue. So a thread of the
 * user's never touches a socket, and interrupting it can never break one.
 */
public final class Publisher extends JupyterSocket {
  private static final int BACKLOG = 64;
  private static final int LARGE = 32 * 1024;
  private static final long PAUSE_NANOS = 2_000_000;
  private static final long BACKLOG_WAIT_NANOS = 1_000_000;

  private static final long FINISH_MILLIS = 300;

  /** What ends the thread, after all that was sent before. */
  private static final Object END = new Object();

  private final BlockingQueue<Object> queue = new LinkedBlockingQueue<>();
  private final Wire wire;
  private final Thread thread;

  Publisher(ZMQ.Context context, HMACGenerator signer, Wire wire) {
    super(context, SocketType.PUB, signer, LoggerFactory.getLogger(Publisher.class));
    this.wire = wire;
    this.thread = new Thread(this::run, "IOPub");
    thread.setDaemon(true);
    // The default limit drops messages silently once a front end is a thousand behind.
    setSndHWM(0);
    setLinger(Connection.LINGER_MILLIS);
  }

  @Override
  public void bind(KernelConnectionProperties properties) {
    bind(new Addresses(properties).of("iopub_port"));
  }

  void start() {
    thread.start();
  }

  /** Queues a message; it is sent after those queued before. */
  @Override
  public synchronized void sendMessage(Message<?> message) {
    queue.add(message);
  }

  /**
   * Waits while too much is unsent, so that a cell that prints for ever fills no memory.
   *
   * <p>Returns early when the thread is interrupted, and leaves it interrupted.
   */
  public void awaitRoom() {
    while (queue.size() > BACKLOG && thread.isAlive() && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(BACKLOG_WAIT_NANOS);
    }
  }

  /** Sends what is queued, and ends. */
  void finish() throws InterruptedException {
    queue.add(END);
    thread.join(FINISH_MILLIS);
  }

  private void send(Message<?> message) {
    List<byte[]> frames;
    try {
      frames = wire.encodePublication(message);
    } catch (RuntimeException e) {
      // Data that no JSON can hold, such as a renderer may bring: costs this message alone.
      KernelLog.warn("cannot send " + RawMessage.type(message) + ": " + e);
      return;
    }
    Frames.send(this, frames);
    if (frames.get(frames.size() - 1).length > LARGE) {
      // An endless print must not outrun every reader.
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void run() {
    try {
      for (Object next = queue.take(); next != END; next = queue.take()) {
        send((Message<?>) next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ZMQException e) {
      KernelLog.warn("IOPub ended: " + e.getMessage());
    } finally {
      close();
    }
  }
}
