package org.attentionlab.grading.protocol;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the content of one frame and never reads or allocates past its end. */
final class WireReader {

  private final ByteBuffer content;

  WireReader(byte[] content) {
    this.content = ByteBuffer.wrap(content);
  }

  byte tag() throws WireException {
    need(1, 1);
    return content.get();
  }

  int integer() throws WireException {
    need(1, Integer.BYTES);
    return content.getInt();
  }

  long longInteger() throws WireException {
    need(1, Long.BYTES);
    return content.getLong();
  }

  float single() throws WireException {
    need(1, Float.BYTES);
    return content.getFloat();
  }

  double dual() throws WireException {
    need(1, Double.BYTES);
    return content.getDouble();
  }

  String text() throws WireException {
    ByteBuffer bytes = ByteBuffer.wrap(bytes());
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(bytes);
      return text.toString();
    } catch (CharacterCodingException broken) {
      throw new WireException("a text that is not UTF-8");
    }
  }

  List<String> texts() throws WireException {
    int count = count(Integer.BYTES);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(text());
    }
    return values;
  }

  byte[] bytes() throws WireException {
    byte[] value = new byte[count(1)];
    content.get(value);
    return value;
  }

  /**
   * Reads a number of elements that are still to come.
   *
   * @param size bytes that each of them takes at least
   */
  int count(int size) throws WireException {
    int count = integer();
    need(count, size);
    return count;
  }

  /** Checks that so many elements of so many bytes are still there. */
  void need(int count, int size) throws WireException {
    if (count < 0 || (long) count * size > content.remaining()) {
      throw new WireException(
          count + " elements announced, " + content.remaining() + " bytes left");
    }
  }

  void end() throws WireException {
    if (content.hasRemaining()) {
      throw new WireException(content.remaining() + " bytes too many");
    }
  }
}
