package org.attentionlab.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;

/** Messages whose content is plain JSON, for what jjava-jupyter has no class for, or a poor one. */
public final class RawMessage {
  private RawMessage() {}

  /** The name of a message's type, also of a type that jjava-jupyter does not know. */
  public static String type(MessageContext message) {
    return JsonHeader.typeName(message.getHeader());
  }

  /**
   * The reply to a request: {@code x_reply} to {@code x_request}.
   *
   * @param request that is answered
   * @param content of the reply; where it has no status, the reply says ok
   */
  public static Message<JsonObject> reply(MessageContext request, JsonObject content) {
    return of(request, type(request).replaceFirst("_request$", "_reply"), content);
  }

  /**
   * The reply to a request that cannot be carried out.
   *
   * @param request that is answered
   * @param name of the error
   * @param message for the user
   * @param traceback lines, may be none
   */
  public static Message<JsonObject> error(
      MessageContext request, String name, String message, List<String> traceback) {
    JsonObject content = new JsonObject();
    content.addProperty("status", "error");
    content.addProperty("ename", name);
    content.addProperty("evalue", message);
    JsonArray lines = new JsonArray();
    traceback.forEach(lines::add);
    content.add("traceback", lines);
    return reply(request, content);
  }

  @SuppressWarnings("unchecked") // the type's name alone travels, and that is the header's own
  private static Message<JsonObject> of(MessageContext request, String type, JsonObject content) {
    MessageType<?> unknown = MessageType.UNKNOWN;
    return new Message<>(
        request.getIdentities(),
        JsonHeader.ofType(type, (MessageType<JsonObject>) unknown),
        request.getHeader(),
        null,
        content,
        null);
  }
}
