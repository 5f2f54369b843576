package org.attentionlab.kernel.protocol;

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
  private boolean deferNext;
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

  @Override
  public void publish(Message<?> message) {
    nowOrDeferred(() -> publisher.sendMessage(message));
  }

  @Override
  public void reply(Message<?> message) {
    nowOrDeferred(() -> Frames.send(socket, wire.encode(message)));
  }

  private void nowOrDeferred(Runnable action) {
    if (deferNext) {
      deferNext = false;
      defer(action);
    } else {
      action.run();
    }
  }

  /** Asks that execute requests which already wait behind this one are aborted. */
  public void abortQueued() {
    abortQueued = true;
  }

  boolean wantsQueueAborted() {
    return abortQueued;
  }
}
