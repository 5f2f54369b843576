package org.attentionlab.kernel.protocol;

import org.dflib.jjava.jupyter.messages.Message;

/** What answers requests: the kernel. */
public interface RequestHandler {
  /**
   * Answers a request.
   *
   * @param reply where the answers go
   * @param request of any type that a front end may send
   */
  void handle(Reply reply, Message<?> request);

  /**
   * Answers an execute request that is not carried out, because an earlier one failed.
   *
   * @param reply where the answer goes
   */
  void abort(Reply reply);
}
