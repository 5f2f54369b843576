package org.attentionlab.kernel.protocol;

import java.util.ArrayList;
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
        if (request.isPresent()) {
          abort(handler, answer(handler, request.get()));
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

  /**
   * Answers a request and returns those to be aborted: where it failed, all that wait behind it.
   * They are taken before the answer goes out, because what a front end sends on seeing the answer
   * is not to be aborted.
   */
  private List<Message<?>> answer(RequestHandler handler, Message<?> request) {
    Reply reply = new Reply(socket, wire, publisher, request);
    List<Message<?>> waiting = List.of();
    try {
      handler.handle(reply, request);
      if (reply.wantsQueueAborted()) {
        waiting = waiting();
      }
      reply.resolveDeferrals();
    } catch (ZMQException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      KernelLog.warn(request.getHeader().getType().getName() + " failed: " + e);
    }
    return waiting;
  }

  private List<Message<?>> waiting() {
    List<Message<?>> waiting = new ArrayList<>();
    Optional<Message<?>> request = next(ZMQ.DONTWAIT);
    while (request.isPresent()) {
      waiting.add(request.get());
      request = next(ZMQ.DONTWAIT);
    }
    return waiting;
  }

  /** Only execution is aborted; other requests that waited are answered as ever. */
  private void abort(RequestHandler handler, List<Message<?>> requests) {
    for (Message<?> request : requests) {
      if (request.getHeader().getType().equals(MessageType.EXECUTE_REQUEST)) {
        Reply reply = new Reply(socket, wire, publisher, request);
        handler.abort(reply);
        reply.resolveDeferrals();
      } else {
        answer(handler, request);
      }
    }
  }
}
