package org.attentionlab.kernel;

import com.google.gson.JsonObject;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;

/** The reply to an execute request that was not carried out, which jjava-jupyter does not have. */
final class AbortedReply {
  private AbortedReply() {}

  @SuppressWarnings("unchecked") // only the type's name travels
  static Message<JsonObject> message(MessageContext request, int executionCount) {
    JsonObject content = new JsonObject();
    content.addProperty("status", "aborted");
    content.addProperty("execution_count", executionCount);
    MessageType<?> type = MessageType.EXECUTE_REPLY;
    return new Message<>(request, (MessageType<JsonObject>) type, content);
  }
}
