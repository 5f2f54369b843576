package org.attentionlab.kernel.protocol;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import com.google.gson.reflect.TypeToken;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.ExpressionValue;
import org.dflib.jjava.jupyter.kernel.history.HistoryEntry;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.KernelTimestamp;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.adapters.HeaderAdapter;
import org.dflib.jjava.jupyter.messages.adapters.HistoryEntryAdapter;
import org.dflib.jjava.jupyter.messages.adapters.HistoryRequestAdapter;
import org.dflib.jjava.jupyter.messages.adapters.KernelTimestampAdapter;
import org.dflib.jjava.jupyter.messages.adapters.MessageTypeAdapter;

/**
 * Messages to and from the frames that travel over ZeroMQ.
 *
 * <pre>
 * identities... | &lt;IDS|MSG&gt; | signature | header | parent header | metadata | content | blobs...
 * </pre>
 *
 * <p>A message is taken apart only after the whole of it has been read, so a malformed one costs
 * itself and nothing of the next. Its signature is compared in constant time.
 */
public final class Wire {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);
  private static final TypeToken<Map<String, Object>> METADATA = new TypeToken<>() {};

  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .registerTypeAdapter(KernelTimestamp.class, KernelTimestampAdapter.INSTANCE)
          .registerTypeAdapter(Header.class, HeaderAdapter.INSTANCE)
          .registerTypeAdapter(MessageType.class, MessageTypeAdapter.INSTANCE)
          .registerTypeAdapter(
              org.dflib.jjava.jupyter.messages.request.HistoryRequest.class,
              HistoryRequestAdapter.INSTANCE)
          .registerTypeAdapter(HistoryEntry.class, HistoryEntryAdapter.INSTANCE)
          .registerTypeAdapter(
              ExpressionValue.class, (JsonSerializer<ExpressionValue>) Wire::expression)
          .create();

  private final HMACGenerator signer;

  /**
   * A codec that signs with a key.
   *
   * @param signer from the connection file
   */
  public Wire(HMACGenerator signer) {
    this.signer = signer;
  }

  /**
   * The frames of a message.
   *
   * <p>Every reply carries a status, which the protocol asks for and some content classes lack.
   */
  List<byte[]> encode(Message<?> message) {
    byte[] header = bytes(GSON.toJsonTree(message.getHeader(), Header.class));
    byte[] parent =
        message.hasParentHeader()
            ? bytes(GSON.toJsonTree(message.getParentHeader(), Header.class))
            : EMPTY;
    byte[] metadata = message.hasMetadata() ? bytes(GSON.toJsonTree(message.getMetadata())) : EMPTY;
    JsonElement tree = GSON.toJsonTree(message.getContent());
    if (tree instanceof JsonObject object
        && message.getHeader().getType().getName().endsWith("_reply")
        && !object.has("status")) {
      object.addProperty("status", "ok");
    }
    byte[] content = bytes(tree);
    List<byte[]> frames = new ArrayList<>(message.getIdentities());
    frames.add(DELIMITER);
    frames.add(
        signer
            .calculateSignature(header, parent, metadata, content)
            .getBytes(StandardCharsets.US_ASCII));
    frames.add(header);
    frames.add(parent);
    frames.add(metadata);
    frames.add(content);
    if (message.getBlobs() != null) {
      frames.addAll(message.getBlobs());
    }
    return frames;
  }

  /**
   * The message that the frames carry.
   *
   * @throws MalformedMessageException if frames are missing, the signature is wrong, the JSON is
   *     broken or the type is unknown
   */
  Message<?> decode(List<byte[]> frames) throws MalformedMessageException {
    int delimiter = 0;
    while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
      delimiter++;
    }
    if (frames.size() < delimiter + 6) {
      throw new MalformedMessageException("a message of " + frames.size() + " frames is too short");
    }
    byte[] signature = frames.get(delimiter + 1);
    byte[][] parts = new byte[4][];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = frames.get(delimiter + 2 + i);
    }
    String expected = signer.calculateSignature(parts);
    if (!expected.isEmpty()
        && !MessageDigest.isEqual(expected.getBytes(StandardCharsets.US_ASCII), signature)) {
      throw new MalformedMessageException("a message has a wrong signature");
    }
    try {
      return assemble(
          frames.subList(0, delimiter), parts, frames.subList(delimiter + 6, frames.size()));
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new MalformedMessageException("a message is not as the protocol has it: " + e, e);
    }
  }

  private static Message<?> assemble(List<byte[]> identities, byte[][] parts, List<byte[]> blobs)
      throws MalformedMessageException {
    JsonObject headerJson = json(parts[0]).getAsJsonObject();
    Header<?> header = GSON.fromJson(headerJson, Header.class);
    if (header.getType().equals(MessageType.UNKNOWN)) {
      throw new MalformedMessageException("no handler for " + headerJson.get("msg_type"));
    }
    JsonElement parentJson = json(parts[1]);
    boolean hasParent = parentJson.isJsonObject() && parentJson.getAsJsonObject().has("msg_id");
    Header<?> parent = hasParent ? GSON.fromJson(parentJson, Header.class) : null;
    Map<String, Object> metadata = GSON.fromJson(json(parts[2]), METADATA.getType());
    JsonObject contentJson = json(parts[3]).getAsJsonObject();
    if (header.getType().equals(MessageType.EXECUTE_REQUEST)) {
      fillInDefaults(contentJson);
    }
    return message(
        List.copyOf(identities), header, parent, metadata, contentJson, List.copyOf(blobs));
  }

  private static <T> Message<T> message(
      List<byte[]> identities,
      Header<T> header,
      Header<?> parent,
      Map<String, Object> metadata,
      JsonObject content,
      List<byte[]> blobs) {
    T typed = GSON.fromJson(content, header.getType().getContentType());
    return new Message<>(identities, header, parent, metadata, typed, blobs);
  }

  /** What an execute_request leaves out has a default that is not Java's. */
  private static void fillInDefaults(JsonObject content) {
    boolean silent = content.has("silent") && content.get("silent").getAsBoolean();
    for (String name : List.of("store_history", "allow_stdin", "stop_on_error")) {
      if (!content.has(name)) {
        content.addProperty(name, !name.equals("store_history") || !silent);
      }
    }
  }

  /** jjava-jupyter's own form nests the data once too often and leaves out the status. */
  private static JsonElement expression(
      ExpressionValue value, Type type, JsonSerializationContext context) {
    JsonObject json =
        value instanceof ExpressionValue.Success success
            ? context.serialize(success.getData()).getAsJsonObject()
            : new JsonObject();
    json.addProperty("status", value.isSuccess() ? "ok" : "error");
    if (value instanceof ExpressionValue.Error error) {
      json.addProperty("ename", error.getErrName());
      json.addProperty("evalue", error.getErrMsg());
      json.add("traceback", context.serialize(error.getStacktrace()));
    }
    return json;
  }

  private static JsonElement json(byte[] utf8) {
    return JsonParser.parseString(new String(utf8, StandardCharsets.UTF_8));
  }

  private static byte[] bytes(JsonElement json) {
    return GSON.toJson(json).getBytes(StandardCharsets.UTF_8);
  }
}
