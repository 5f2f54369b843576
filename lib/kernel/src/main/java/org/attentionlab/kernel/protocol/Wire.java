package org.attentionlab.kernel.protocol;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
 * itself and nothing of the next. Its signature is compared in constant time, and counts once.
 */
public final class Wire {
  /** The version of the protocol that the kernel speaks. */
  public static final String PROTOCOL_VERSION = "5.4";

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
  private final SeenSignatures seen = new SeenSignatures();
  private final String session = UUID.randomUUID().toString();

  /**
   * A codec that signs with a key.
   *
   * @param signer from the connection file
   */
  public Wire(HMACGenerator signer) {
    this.signer = signer;
  }

  /** The frames of a reply, which begin with the identities of who asked. */
  List<byte[]> encode(Message<?> message) {
    return encode(message.getIdentities(), message);
  }

  /** The frames of a publication, which begin with its topic. */
  List<byte[]> encodePublication(Message<?> message) {
    String topic = "kernel." + session + "." + JsonHeader.typeName(message.getHeader());
    return encode(List.of(topic.getBytes(StandardCharsets.UTF_8)), message);
  }

  private List<byte[]> encode(List<byte[]> prefix, Message<?> message) {
    byte[] header = bytes(header(message.getHeader()));
    byte[] parent =
        message.hasParentHeader()
            ? bytes(
                message.getParentHeader() instanceof JsonHeader<?> received
                    ? received.json()
                    : GSON.toJsonTree(message.getParentHeader(), Header.class))
            : EMPTY;
    byte[] metadata = message.hasMetadata() ? bytes(GSON.toJsonTree(message.getMetadata())) : EMPTY;
    JsonElement tree = GSON.toJsonTree(message.getContent());
    if (tree instanceof JsonObject object) {
      completeReply(JsonHeader.typeName(message.getHeader()), object);
    }
    byte[] content = bytes(tree);
    List<byte[]> frames = new ArrayList<>(prefix);
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
   * The kernel's own header. jjava-jupyter's names an older protocol, tells no seconds, and claims
   * the session of who asked, by which a front end could not see a restart.
   */
  private JsonObject header(Header<?> header) {
    JsonObject json = new JsonObject();
    json.addProperty("msg_id", header.getId());
    json.addProperty("session", session);
    json.addProperty("username", Header.KERNEL_USERNAME);
    json.addProperty("date", Instant.now().toString());
    json.addProperty("msg_type", JsonHeader.typeName(header));
    json.addProperty("version", PROTOCOL_VERSION);
    return json;
  }

  /** What every reply must have, and jjava-jupyter's content classes may lack. */
  private static void completeReply(String type, JsonObject content) {
    if (type.endsWith("_reply") && !content.has("status")) {
      content.addProperty("status", "ok");
    }
    if (type.equals("execute_reply") && !content.has("payload")) {
      content.add("payload", new JsonArray());
    }
  }

  /**
   * The message that the frames carry; its content is plain JSON where the type is not known.
   *
   * @throws MalformedMessageException if frames are missing, the signature is wrong or comes a
   *     second time, or the JSON is broken; where only the content is wrong it holds the message
   */
  Message<?> decode(List<byte[]> frames) throws MalformedMessageException {
    int delimiter = 0;
    while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
      delimiter++;
    }
    if (delimiter == frames.size()) {
      throw new MalformedMessageException("a message without the delimiter <IDS|MSG>");
    }
    if (frames.size() < delimiter + 6) {
      throw new MalformedMessageException("a message of " + frames.size() + " frames is too short");
    }
    byte[][] parts = new byte[4][];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = frames.get(delimiter + 2 + i);
    }
    verify(frames.get(delimiter + 1), parts);
    List<byte[]> identities = List.copyOf(frames.subList(0, delimiter));
    List<byte[]> blobs = List.copyOf(frames.subList(delimiter + 6, frames.size()));
    JsonHeader<?> header = JsonHeader.received(object("header", parts[0]));
    JsonObject parentJson = object("parent header", parts[1]);
    JsonHeader<?> parent = parentJson.has("msg_id") ? JsonHeader.received(parentJson) : null;
    Map<String, Object> metadata = GSON.fromJson(object("metadata", parts[2]), METADATA.getType());
    try {
      JsonObject content = object("content", parts[3]);
      RequestContent.complete(JsonHeader.typeName(header), content);
      return message(identities, header, parent, metadata, content, blobs);
    } catch (MalformedMessageException | RuntimeException e) {
      throw new MalformedMessageException(
          e.getMessage(), new Message<>(identities, header, parent, metadata, null, blobs));
    }
  }

  private void verify(byte[] signature, byte[][] parts) throws MalformedMessageException {
    String expected = signer.calculateSignature(parts);
    if (expected.isEmpty()) {
      // No key: the connection file asks for no signatures.
      return;
    }
    if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.US_ASCII), signature)) {
      throw new MalformedMessageException(
          signature.length == 0
              ? "a message without a signature"
              : "a message has a wrong signature");
    }
    if (!seen.isNew(expected)) {
      throw new MalformedMessageException("a message that came before, by its signature");
    }
  }

  private static <T> Message<T> message(
      List<byte[]> identities,
      Header<T> header,
      Header<?> parent,
      Map<String, Object> metadata,
      JsonObject content,
      List<byte[]> blobs) {
    T typed =
        header.getType().equals(MessageType.UNKNOWN)
            ? header.getType().getContentType().cast(content)
            : GSON.fromJson(content, header.getType().getContentType());
    return new Message<>(identities, header, parent, metadata, typed, blobs);
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

  private static JsonObject object(String part, byte[] utf8) throws MalformedMessageException {
    try {
      if (JsonParser.parseString(new String(utf8, StandardCharsets.UTF_8))
          instanceof JsonObject object) {
        return object;
      }
      throw new MalformedMessageException("a message whose " + part + " is no JSON object");
    } catch (JsonParseException e) {
      throw new MalformedMessageException("a message whose " + part + " is no JSON");
    }
  }

  private static byte[] bytes(JsonElement json) {
    return GSON.toJson(json).getBytes(StandardCharsets.UTF_8);
  }
}
