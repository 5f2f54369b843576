package org.attentionlab.kernel.protocol;

import java.util.List;
import java.util.Optional;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The shell or the control channel: a thread that waits on its socket, without polling, and hands
 * each request to the kernel.
 */
final class RequestLoop {
  private final ZMQ.Socket socket;
  private final Wire wire;
  private final Publisher publisher;
  private final String name;

  RequestLoop(String name, ZMQ.Context context, String address, Wire wire, Publisher publisher) {
    this.socket = context.socket(SocketType.ROUTER);
    this.wire = wire;
    this.publisher = publisher;
    this.name = name;
    socket.setLinger(1000);
    socket.bind(address);
  }

  /** Begins to answer, on a thread of its own. */
  void start(RequestHandler handler) {
    Thread loop = new Thread(() -> run(handler), name);
    loop.setDaemon(true);
    loop.start();
  }

  private void run(RequestHandler handler) {
    try {
      while (true) {
        Optional<Message<?>> request = next(0);
        if (request.isPresent() && answer(handler, request.get())) {
          abortWaiting(handler);
        }
      }
    } catch (ZMQException e) {
      if (e.getErrorCode() != zmq.ZError.ETERM) {
        KernelLog.warn(name + " ended: " + e.getMessage());
      }
    } finally {
      socket.close();
    }
  }

  private Optional<Message<?>> next(int flags) {
    List<byte[]> frames = Frames.receive(socket, flags);
    if (frames.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(wire.decode(frames));
    } catch (MalformedMessageException e) {
      KernelLog.warn("ignored " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Answers a request; true when those behind it are to be aborted. */
  private boolean answer(RequestHandler handler, Message<?> request) {
    Reply reply = new Reply(socket, wire, publisher, request);
    try {
      handler.handle(reply, request);
      reply.resolveDeferrals();
    } catch (ZMQException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      KernelLog.warn(request.getHeader().getType().getName() + " failed: " + e);
    }
    return reply.wantsQueueAborted();
  }

  private void abortWaiting(RequestHandler handler) {
    Optional<Message<?>> waiting = next(ZMQ.DONTWAIT);
    while (waiting.isPresent()) {
      Message<?> request = waiting.get();
      if (request.getHeader().getType().equals(MessageType.EXECUTE_REQUEST)) {
        Reply reply = new Reply(socket, wire, publisher, request);
        handler.abort(reply);
        reply.resolveDeferrals();
      } else {
        answer(handler, request);
      }
      waiting = next(ZMQ.DONTWAIT);
    }
  }
}
