package org.attentionlab.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attentionlab.tensor.Tensor;

/**
 * A file of named tensors in the safetensors format: the length of a header, the header in JSON,
 * and the numbers, without code that a reader would have to trust.
 *
 * <pre>
 * Safetensors.write(Path.of("model.safetensors"), model.state(), Map.of("course", "lesson 09"));
 * Safetensors file = Safetensors.open(Path.of("model.safetensors"));
 * file.names();                          // what is in it, without reading the numbers
 * Tensor weight = file.read("query.weight");
 * </pre>
 *
 * <p>Numbers of other types than float32 are converted to the nearest float32. The format is that
 * of Hugging Face's {@code safetensors} package, with all its checks: no tensor may overlap
 * another, and no byte may belong to none.
 */
public final class Safetensors {
  /** A longer header is taken for damage, as the reference implementation does. */
  static final int LONGEST_HEADER = 100_000_000;

  private static final int CHUNK = 1 << 20;

  private final Path file;
  private final Header header;

  private Safetensors(Path file, Header header) {
    this.file = file;
    this.header = header;
  }

  /**
   * Reads the header of a file.
   *
   * @param file a file in the safetensors format
   * @return the names, shapes and words; numbers are read when asked for
   * @throws CheckpointException if the file is damaged or cut off
   * @throws IOException if it cannot be read
   */
  public static Safetensors open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      if (size < Long.BYTES) {
        throw new CheckpointException(
            file, "has " + size + " bytes, too few for a safetensors file; it was cut off.");
      }
      readFully(channel, file, length, 0);
      long headerLength = length.flip().getLong();
      if (headerLength < 2 || headerLength > LONGEST_HEADER || headerLength > size - Long.BYTES) {
        throw new CheckpointException(
            file,
            "a header of "
                + Long.toUnsignedString(headerLength)
                + " bytes in a file of "
                + size
                + "; this is no safetensors file, or it was cut off.");
      }
      ByteBuffer json = ByteBuffer.allocate((int) headerLength);
      readFully(channel, file, json, Long.BYTES);
      return new Safetensors(
          file, Header.parse(file, json.array(), size - Long.BYTES - headerLength));
    }
  }

  /**
   * Writes tensors. A reader sees the old file or the whole new one, never a part.
   *
   * @param file is replaced where it exists
   * @param tensors by name; they are written in the order of their names
   * @param metadata words about the file
   * @throws IOException if it cannot be written; the old file is still there then
   * @throws IllegalArgumentException if a tensor has the name {@code __metadata__}, a name or word
   *     holds half a character, or all of them are longer than a header may be
   */
  public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    SafetensorsWriter.write(file, tensors, metadata);
  }

  /**
   * Words about the file.
   *
   * @return what was given when it was written
   */
  public Map<String, String> metadata() {
    return Collections.unmodifiableMap(header.metadata());
  }

  /**
   * What is in the file.
   *
   * @return the names of the tensors in the order of the header
   */
  public List<String> names() {
    return List.copyOf(header.entries().keySet());
  }

  /**
   * The shape of a tensor, without reading it.
   *
   * @param name its name
   * @return its sizes
   * @throws IllegalArgumentException if there is no tensor with this name
   */
  public int[] shape(String name) {
    return entry(name).shape().clone();
  }

  /**
   * Reads a tensor.
   *
   * @param name its name
   * @return a leaf with its numbers
   * @throws IllegalArgumentException if there is no tensor with this name
   * @throws IOException if the file cannot be read, or was cut off since it was opened
   */
  public Tensor read(String name) throws IOException {
    Header.Entry entry = entry(name);
    float[] numbers = new float[entry.numel()];
    ByteBuffer chunk =
        ByteBuffer.allocate((int) Math.min(CHUNK, entry.to() - entry.from()))
            .order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel channel = FileChannel.open(file)) {
      long at = entry.from();
      for (int done = 0; done < numbers.length; ) {
        chunk.clear().limit((int) Math.min(chunk.capacity(), entry.to() - at));
        readFully(channel, file, chunk, header.end() + at);
        at += chunk.limit();
        chunk.flip();
        while (chunk.hasRemaining()) {
          numbers[done++] = entry.format().read(chunk);
        }
      }
    }
    return Tensor.of(numbers, entry.shape());
  }

  /**
   * Reads all tensors.
   *
   * @return the tensors by name, in the order of the header
   * @throws IOException if the file cannot be read
   */
  public Map<String, Tensor> readAll() throws IOException {
    Map<String, Tensor> all = new LinkedHashMap<>();
    for (String name : header.entries().keySet()) {
      all.put(name, read(name));
    }
    return all;
  }

  /**
   * Reads all tensors of a model that may lie in one file or in several.
   *
   * @param place a safetensors file, an index of several such as {@code
   *     model.safetensors.index.json}, or a folder with one of the two
   * @return the tensors by name
   * @throws CheckpointException if a file is damaged, missing, or does not hold what the index says
   * @throws IOException if a file cannot be read
   */
  public static Map<String, Tensor> readModel(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      Path index = place.resolve("model.safetensors.index.json");
      return readModel(Files.exists(index) ? index : place.resolve("model.safetensors"));
    }
    return place.toString().endsWith(".json") ? Shards.read(place) : open(place).readAll();
  }

  private Header.Entry entry(String name) {
    Header.Entry entry = header.entries().get(name);
    if (entry == null) {
      throw new IllegalArgumentException(
          file + ": there is no tensor \"" + name + "\" among " + header.entries().keySet() + ".");
    }
    return entry;
  }

  private static void readFully(FileChannel channel, Path file, ByteBuffer target, long from)
      throws IOException {
    while (target.hasRemaining()) {
      if (channel.read(target, from + target.position()) < 0) {
        throw new CheckpointException(file, "ends too early; it was cut off while it was read.");
      }
    }
  }
}
