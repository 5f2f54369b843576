package org.attentionlab.kernel.protocol;

import java.util.Optional;
import org.dflib.jjava.jupyter.messages.Message;

/** A message that the protocol does not allow. */
final class MalformedMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Message<?>> request;

  MalformedMessageException(String message) {
    super(message);
    this.request = Optional.empty();
  }

  /**
   * A signed message with a good header, so that its sender can be told.
   *
   * @param message what is wrong with its content
   * @param request the message
   */
  MalformedMessageException(String message, Message<?> request) {
    super(message);
    this.request = Optional.of(request);
  }

  /** The message, where it is known who sent it. */
  Optional<Message<?>> request() {
    return request;
  }
}
