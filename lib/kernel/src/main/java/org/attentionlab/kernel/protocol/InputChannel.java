package org.attentionlab.kernel.protocol;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.reply.InputReply;
import org.dflib.jjava.jupyter.messages.request.InputRequest;
import org.zeromq.ZMQ;

/**
 * The stdin channel: asks the front end for a line.
 *
 * <p>One thread owns the socket; the thread that reads waits for it and may be interrupted.
 */
public final class InputChannel {
  private static final int SLICE_MILLIS = 100;

  private final ZMQ.Socket socket;
  private final Wire wire;
  private final ThreadPoolExecutor owner;

  InputChannel(ZMQ.Socket socket, Wire wire) {
    this.socket = socket;
    this.wire = wire;
    socket.setReceiveTimeOut(SLICE_MILLIS);
    owner =
        new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), InputChannel::thread);
    // Not from a cell, whose interrupt would end it.
    owner.prestartAllCoreThreads();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "Stdin");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Asks and waits for the answer.
   *
   * @param request the execute request on whose behalf
   * @param prompt shown beside the field
   * @param password whether the front end hides what is typed
   * @return the line, without its end
   * @throws InterruptedException if the waiting thread is interrupted; the question is withdrawn
   */
  public String ask(MessageContext request, String prompt, boolean password)
      throws InterruptedException {
    AtomicBoolean withdrawn = new AtomicBoolean();
    Future<String> answer = owner.submit(() -> converse(request, prompt, password, withdrawn));
    try {
      return answer.get();
    } catch (InterruptedException e) {
      withdrawn.set(true);
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException("input: the front end gave no answer", e.getCause());
    }
  }

  private String converse(
      MessageContext request, String prompt, boolean password, AtomicBoolean withdrawn) {
    while (!Frames.receive(socket, ZMQ.DONTWAIT).isEmpty()) {
      // An answer to a question that was withdrawn.
    }
    Frames.send(
        socket,
        wire.encode(
            new Message<>(request, InputRequest.MESSAGE_TYPE, new InputRequest(prompt, password))));
    while (!withdrawn.get()) {
      List<byte[]> frames = Frames.receive(socket, 0);
      if (!frames.isEmpty()) {
        try {
          if (wire.decode(frames).getContent() instanceof InputReply reply) {
            return Optional.ofNullable(reply.getValue()).orElse("");
          }
        } catch (MalformedMessageException e) {
          KernelLog.warn("stdin: ignored " + e.getMessage());
        }
      }
    }
    return "";
  }

  void close() {
    owner.execute(socket::close);
    owner.shutdown();
  }
}
