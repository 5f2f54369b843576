package org.attentionlab.kernel.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.UUID;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.KernelTimestamp;
import org.dflib.jjava.jupyter.messages.MessageType;

/**
 * A header with its JSON: of a received message all that the front end wrote, so that the parent
 * header of an answer is the copy that the protocol asks for; and of a message whose type
 * jjava-jupyter does not know, that type.
 */
final class JsonHeader<T> extends Header<T> {
  private final transient JsonObject json;

  private JsonHeader(JsonObject json, MessageType<T> type) {
    super(
        text(json, "msg_id"),
        text(json, "username"),
        text(json, "session"),
        new KernelTimestamp(text(json, "date")),
        type,
        text(json, "version"));
    this.json = json;
  }

  /**
   * The header of a received message.
   *
   * @throws MalformedMessageException if it has no id or no type; the rest may be missing
   */
  static JsonHeader<?> received(JsonObject json) throws MalformedMessageException {
    for (String name : new String[] {"msg_id", "msg_type"}) {
      if (text(json, name).isEmpty()) {
        throw new MalformedMessageException("a message without " + name + " in its header");
      }
    }
    return new JsonHeader<>(json, MessageType.getType(text(json, "msg_type")));
  }

  /** The header of a message that is to be sent. */
  static <T> JsonHeader<T> ofType(String name, MessageType<T> type) {
    JsonObject json = new JsonObject();
    json.addProperty("msg_id", UUID.randomUUID().toString());
    json.addProperty("msg_type", name);
    return new JsonHeader<>(json, type);
  }

  /** The type's name, also of a type that jjava-jupyter does not know. */
  static String typeName(Header<?> header) {
    return header instanceof JsonHeader<?> own
        ? text(own.json, "msg_type")
        : header.getType().getName();
  }

  JsonObject json() {
    return json;
  }

  private static String text(JsonObject json, String name) {
    JsonElement value = json.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }
}
