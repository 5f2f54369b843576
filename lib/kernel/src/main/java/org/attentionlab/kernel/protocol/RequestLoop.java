package org.attentionlab.kernel.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The shell or the control channel: a thread that waits on its socket, without polling, and hands
 * each request to the kernel.
 */
final class RequestLoop {
  private final ZMQ.Socket socket;
  private final Set<String> types;
  private final Wire wire;
  private final Publisher publisher;
  private final String name;

  /**
   * A bound channel.
   *
   * @param types that it takes; none if it takes all
   */
  RequestLoop(String name, ZMQ.Socket socket, Set<String> types, Wire wire, Publisher publisher) {
    this.socket = socket;
    this.types = types;
    this.wire = wire;
    this.publisher = publisher;
    this.name = name;
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
        Optional<Message<?>> request = decode(Frames.receive(socket, 0));
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

  private Optional<Message<?>> decode(List<byte[]> frames) {
    try {
      return Optional.of(wire.decode(frames));
    } catch (MalformedMessageException e) {
      KernelLog.warn(name + ": ignored " + e.getMessage());
      e.request().ifPresent(request -> refuse(request, "BadRequest", e.getMessage()));
      return Optional.empty();
    }
  }

  private void refuse(Message<?> request, String error, String why) {
    Reply reply = new Reply(socket, wire, publisher, request);
    reply.setBusyDeferIdle();
    reply.fail(error, why);
    reply.finish();
  }

  /**
   * Answers a request and returns those to be aborted: where it failed, all that wait behind it.
   * They are taken before the answer goes out, because what a front end sends on seeing the answer
   * is not to be aborted.
   */
  private List<Message<?>> answer(RequestHandler handler, Message<?> request) {
    String type = RawMessage.type(request);
    if (!types.isEmpty() && !types.contains(type)) {
      String why = "the " + name.toLowerCase(Locale.ROOT) + " channel takes no " + type;
      KernelLog.warn("ignored a message: " + why);
      refuse(request, "WrongChannel", why);
      return List.of();
    }
    Reply reply = new Reply(socket, wire, publisher, request);
    List<Message<?>> waiting = List.of();
    reply.setBusyDeferIdle();
    try {
      handler.handle(reply, request);
      if (reply.wantsQueueAborted()) {
        waiting = waiting();
      }
    } catch (ZMQException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | LinkageError | OutOfMemoryError e) {
      KernelLog.warn(type + " failed: " + e);
      reply.fail(e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
    }
    reply.finish();
    return waiting;
  }

  private List<Message<?>> waiting() {
    List<Message<?>> waiting = new ArrayList<>();
    List<byte[]> frames = Frames.receive(socket, ZMQ.DONTWAIT);
    while (!frames.isEmpty()) {
      decode(frames).ifPresent(waiting::add);
      frames = Frames.receive(socket, ZMQ.DONTWAIT);
    }
    return waiting;
  }

  /** Only execution is aborted; other requests that waited are answered as ever. */
  private void abort(RequestHandler handler, List<Message<?>> requests) {
    for (Message<?> request : requests) {
      if (request.getHeader().getType().equals(MessageType.EXECUTE_REQUEST)) {
        Reply reply = new Reply(socket, wire, publisher, request);
        reply.setBusyDeferIdle();
        handler.abort(reply);
        reply.finish();
      } else {
        answer(handler, request);
      }
    }
  }
}
