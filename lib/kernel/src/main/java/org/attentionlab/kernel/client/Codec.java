package org.attentionlab.kernel.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The client's side of the frames that travel over ZeroMQ. */
final class Codec {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

  private final String session = UUID.randomUUID().toString();
  private final byte[] key;

  Codec(String key) {
    this.key = key.getBytes(StandardCharsets.US_ASCII);
  }

  /** A message; parent and header are empty objects where they are missing. */
  record Incoming(ObjectNode header, ObjectNode parent, ObjectNode content) {
    String type() {
      return header.path("msg_type").asText();
    }

    boolean answers(String messageId) {
      return parent.path("msg_id").asText().equals(messageId);
    }
  }

  ObjectNode header(String type) {
    return JSON.createObjectNode()
        .put("msg_id", UUID.randomUUID().toString())
        .put("session", session)
        .put("username", "attentionlab")
        .put("date", Instant.now().toString())
        .put("msg_type", type)
        .put("version", "5.4");
  }

  List<byte[]> encode(ObjectNode header, ObjectNode parent, ObjectNode content) {
    try {
      List<byte[]> parts = new ArrayList<>();
      for (ObjectNode part : List.of(header, parent, JSON.createObjectNode(), content)) {
        parts.add(JSON.writeValueAsBytes(part));
      }
      return encodeParts(parts);
    } catch (IOException e) {
      throw new IllegalArgumentException("a message cannot be written as JSON", e);
    }
  }

  /** Signs header, parent header, metadata and content as they are. */
  List<byte[]> encodeParts(List<byte[]> parts) {
    List<byte[]> frames = new ArrayList<>(List.of(DELIMITER, sign(parts)));
    frames.addAll(parts);
    return frames;
  }

  Incoming decode(List<byte[]> frames) {
    int at = 0;
    while (at < frames.size() && !Arrays.equals(frames.get(at), DELIMITER)) {
      at++;
    }
    if (frames.size() < at + 6) {
      throw new KernelException("the kernel sent a message of " + frames.size() + " frames");
    }
    List<byte[]> parts = frames.subList(at + 2, at + 6);
    if (!MessageDigest.isEqual(sign(parts), frames.get(at + 1))) {
      throw new KernelException("the kernel sent a message with a wrong signature");
    }
    try {
      return new Incoming(object(parts.get(0)), object(parts.get(1)), object(parts.get(3)));
    } catch (IOException e) {
      throw new KernelException("the kernel sent broken JSON", e);
    }
  }

  private static ObjectNode object(byte[] json) throws IOException {
    return JSON.readTree(json) instanceof ObjectNode object ? object : JSON.createObjectNode();
  }

  private byte[] sign(List<byte[]> parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      parts.forEach(mac::update);
      return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
