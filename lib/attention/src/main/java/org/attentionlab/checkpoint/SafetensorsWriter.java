package org.attentionlab.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attentionlab.tensor.Tensor;

/** Writes a file beside the old one, and puts it in its place when it is whole and on the disk. */
final class SafetensorsWriter {
  private static final int ALIGNMENT = 8;
  private static final int CHUNK = 1 << 20;

  /** The order of the reference implementation. */
  private static final Comparator<String> BY_BYTES =
      Comparator.comparing(name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  private SafetensorsWriter() {}

  static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    tensors.keySet().forEach(SafetensorsWriter::requireWhole);
    metadata.forEach(
        (word, text) -> {
          requireWhole(word);
          requireWhole(text);
        });
    Map<String, Tensor> sorted = new TreeMap<>(BY_BYTES);
    sorted.putAll(tensors);
    byte[] header = header(sorted, metadata);
    Path folder = file.toAbsolutePath().getParent();
    Path part = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        writeAll(channel, header, sorted);
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Half a character has no bytes, and would become a question mark. */
  private static void requireWhole(String text) {
    if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw new IllegalArgumentException(
          "Safetensors: the name or word "
              + Json.quote(text)
              + " holds half a surrogate pair, which has no bytes.");
    }
  }

  private static byte[] header(Map<String, Tensor> tensors, Map<String, String> metadata) {
    List<String> members = new ArrayList<>();
    if (!metadata.isEmpty()) {
      String words =
          new TreeMap<>(metadata)
              .entrySet().stream()
                  .map(word -> Json.quote(word.getKey()) + ":" + Json.quote(word.getValue()))
                  .collect(Collectors.joining(","));
      members.add("\"__metadata__\":{" + words + "}");
    }
    long at = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      if (entry.getKey().equals("__metadata__")) {
        throw new IllegalArgumentException(
            "Safetensors: no tensor can have the name __metadata__, which is the words' place.");
      }
      long end = at + (long) Float.BYTES * entry.getValue().numel();
      String shape =
          Arrays.stream(entry.getValue().shape())
              .mapToObj(Integer::toString)
              .collect(Collectors.joining(","));
      members.add(
          Json.quote(entry.getKey())
              + ":{\"dtype\":\"F32\",\"shape\":["
              + shape
              + "],\"data_offsets\":["
              + at
              + ","
              + end
              + "]}");
      at = end;
    }
    byte[] json = ("{" + String.join(",", members) + "}").getBytes(StandardCharsets.UTF_8);
    if (json.length > Safetensors.LONGEST_HEADER - ALIGNMENT) {
      throw new IllegalArgumentException(
          "Safetensors: names and words take "
              + json.length
              + " bytes, more than a header may have, "
              + Safetensors.LONGEST_HEADER
              + ".");
    }
    byte[] padded = Arrays.copyOf(json, (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
    Arrays.fill(padded, json.length, padded.length, (byte) ' ');
    return padded;
  }

  private static void writeAll(FileChannel channel, byte[] header, Map<String, Tensor> tensors)
      throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    writeFully(channel, chunk.putLong(header.length).flip());
    writeFully(channel, ByteBuffer.wrap(header));
    for (Tensor tensor : tensors.values()) {
      float[] numbers = tensor.toArray();
      for (int done = 0; done < numbers.length; ) {
        chunk.clear();
        while (chunk.hasRemaining() && done < numbers.length) {
          chunk.putFloat(numbers[done++]);
        }
        writeFully(channel, chunk.flip());
      }
    }
  }

  private static void writeFully(FileChannel channel, ByteBuffer source) throws IOException {
    while (source.hasRemaining()) {
      channel.write(source);
    }
  }
}
