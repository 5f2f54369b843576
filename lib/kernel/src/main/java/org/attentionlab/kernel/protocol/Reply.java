package org.attentionlab.kernel.protocol;

import java.util.ArrayList;
import java.util.List;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.messages.Message;
import org.zeromq.ZMQ;

/**
 * How a handler answers one request: a reply to who asked, publications to all.
 *
 * <p>Lives on the thread that owns the request's socket.
 */
public final class Reply extends ShellReplyEnvironment {
  private final ZMQ.Socket socket;
  private final Wire wire;
  private final Publisher publisher;
  private final List<Runnable> afterwards = new ArrayList<>();
  private boolean deferNext;
  private boolean busy;
  private boolean replied;
  private boolean abortQueued;

  Reply(ZMQ.Socket socket, Wire wire, Publisher publisher, Message<?> request) {
    super(null, null, null, request);
    this.socket = socket;
    this.wire = wire;
    this.publisher = publisher;
  }

  @Override
  public ShellReplyEnvironment defer() {
    deferNext = true;
    return this;
  }

  /** The pair of busy and idle stands around every request once, whoever asks for it. */
  @Override
  public void setBusyDeferIdle() {
    if (!busy) {
      busy = true;
      super.setBusyDeferIdle();
    }
  }

  @Override
  public void publish(Message<?> message) {
    nowOrDeferred(() -> publisher.sendMessage(message));
  }

  /**
   * Replies.
   *
   * @throws RuntimeException if JSON cannot hold the content; at once, also where the reply itself
   *     is deferred, so that another can be given
   */
  @Override
  public void reply(Message<?> message) {
    List<byte[]> frames;
    try {
      frames = wire.encode(message);
    } catch (RuntimeException e) {
      deferNext = false;
      throw e;
    }
    replied = true;
    nowOrDeferred(() -> Frames.send(socket, frames));
  }

  /** Replies that the request failed, unless there was a reply or it is one that has none. */
  void fail(String name, String message) {
    deferNext = false;
    if (!replied && RawMessage.type(getContext()).endsWith("_request")) {
      reply(RawMessage.error(getContext(), name, message, List.of()));
    }
  }

  private void nowOrDeferred(Runnable action) {
    if (deferNext) {
      deferNext = false;
      defer(action);
    } else {
      action.run();
    }
  }

  /**
   * Does something when all is answered, and idle is said.
   *
   * @param action after which nothing may be answered any more
   */
  public void afterwards(Runnable action) {
    afterwards.add(action);
  }

  /** Sends what was deferred. */
  void finish() {
    resolveDeferrals();
    afterwards.forEach(Runnable::run);
  }

  /** Asks that execute requests which already wait behind this one are aborted. */
  public void abortQueued() {
    abortQueued = true;
  }

  boolean wantsQueueAborted() {
    return abortQueued;
  }
}
