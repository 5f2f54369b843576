package org.attentionlab.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The header of a safetensors file, checked: which tensors lie where behind it.
 *
 * @param entries by name, in the order of the header
 * @param metadata words about the file
 * @param end bytes of the file before the first tensor
 */
record Header(Map<String, Entry> entries, Map<String, String> metadata, long end) {
  private static final String METADATA = "__metadata__";
  private static final Set<String> MEMBERS = Set.of("dtype", "shape", "data_offsets");

  /** Where a tensor lies, counted from the header's end. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Entry(Format format, int[] shape, long from, long to) {
    int numel() {
      return (int) ((to - from) / format.bytes());
    }
  }

  /** Reads the bytes of a header, of a file with so many bytes behind it. */
  static Header parse(Path file, byte[] json, long behind) throws CheckpointException {
    Object root;
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      root = Json.parse(text);
    } catch (CharacterCodingException e) {
      throw new CheckpointException(file, "the header is not UTF-8; the file is damaged.");
    } catch (Json.Malformed e) {
      throw new CheckpointException(
          file, "the header is no JSON: " + e.getMessage() + "; the file is damaged.");
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, Object> member : object(file, "the header", root).entrySet()) {
      if (member.getKey().equals(METADATA)) {
        Map<String, Object> words = object(file, METADATA, member.getValue());
        for (Map.Entry<String, Object> word : words.entrySet()) {
          metadata.put(word.getKey(), string(file, METADATA, word.getValue()));
        }
      } else {
        entries.put(member.getKey(), entry(file, member.getKey(), member.getValue()));
      }
    }
    requireNoGaps(file, entries, behind);
    return new Header(entries, metadata, Long.BYTES + (long) json.length);
  }

  private static Entry entry(Path file, String name, Object value) throws CheckpointException {
    Map<String, Object> members = object(file, name, value);
    if (!members.keySet().equals(MEMBERS)) {
      throw new CheckpointException(
          file, name + " has " + members.keySet() + " in place of " + MEMBERS + ".");
    }
    Format format = format(file, name, string(file, name, members.get("dtype")));
    int[] shape = shape(file, name, numbers(file, name, members.get("shape")));
    List<Long> offsets = numbers(file, name, members.get("data_offsets"));
    if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
      throw new CheckpointException(file, name + " lies at " + offsets + ", which is no place.");
    }
    Entry entry = new Entry(format, shape, offsets.get(0), offsets.get(1));
    long bytes = format.bytes();
    for (int size : shape) {
      bytes *= size; // no overflow: shape() made sure of that
    }
    if (entry.to() - entry.from() != bytes) {
      throw new CheckpointException(
          file,
          name
              + " of shape "
              + members.get("shape")
              + " needs "
              + bytes
              + " bytes, but has "
              + (entry.to() - entry.from())
              + ".");
    }
    return entry;
  }

  private static Format format(Path file, String name, String dtype) throws CheckpointException {
    for (Format format : Format.values()) {
      if (format.name().equals(dtype)) {
        return format;
      }
    }
    throw new CheckpointException(
        file,
        name
            + " holds numbers of type "
            + dtype
            + ", which are not read here; convert it to F32 where the file was made.");
  }

  private static int[] shape(Path file, String name, List<Long> sizes) throws CheckpointException {
    int[] shape = new int[sizes.size()];
    long numel = 1;
    for (int i = 0; i < shape.length; i++) {
      long size = sizes.get(i);
      // As in a tensor, the other axes have to fit beside an empty one, too.
      if (size > Integer.MAX_VALUE || numel * Math.max(size, 1) > Integer.MAX_VALUE - 8) {
        throw new CheckpointException(
            file, name + " of shape " + sizes + " has more numbers than a tensor can hold.");
      }
      numel *= Math.max(size, 1);
      shape[i] = (int) size;
    }
    return shape;
  }

  private static void requireNoGaps(Path file, Map<String, Entry> entries, long behind)
      throws CheckpointException {
    List<Map.Entry<String, Entry>> inPlace = new ArrayList<>(entries.entrySet());
    inPlace.sort(
        Comparator.<Map.Entry<String, Entry>>comparingLong(entry -> entry.getValue().from())
            .thenComparingLong(entry -> entry.getValue().to()));
    long end = 0;
    for (Map.Entry<String, Entry> entry : inPlace) {
      if (entry.getValue().from() != end) {
        throw new CheckpointException(
            file,
            entry.getKey()
                + " begins at byte "
                + entry.getValue().from()
                + ", the tensor before it ends at "
                + end
                + "; the file is damaged.");
      }
      end = entry.getValue().to();
    }
    if (end != behind) {
      throw new CheckpointException(
          file,
          "the header speaks of "
              + end
              + " bytes of numbers, the file has "
              + behind
              + "; it was "
              + (behind < end ? "cut off. Copy or download it again." : "written to afterwards."));
    }
  }

  @SuppressWarnings("unchecked") // Json makes maps with strings for keys
  private static Map<String, Object> object(Path file, String what, Object value)
      throws CheckpointException {
    if (value instanceof Map) {
      return (Map<String, Object>) value;
    }
    throw new CheckpointException(file, what + " is no JSON object; the file is damaged.");
  }

  private static String string(Path file, String what, Object value) throws CheckpointException {
    if (value instanceof String text) {
      return text;
    }
    throw new CheckpointException(file, what + " holds " + value + " in place of a string.");
  }

  private static List<Long> numbers(Path file, String name, Object value)
      throws CheckpointException {
    List<Long> numbers = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof Long number && number >= 0) {
          numbers.add(number);
        }
      }
      if (numbers.size() == list.size()) {
        return numbers;
      }
    }
    throw new CheckpointException(
        file, name + " holds " + value + " in place of numbers that are not negative.");
  }
}
