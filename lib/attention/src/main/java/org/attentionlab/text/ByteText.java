package org.attentionlab.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Bytes in a form that people can read and that can be read back.
 *
 * <p>Whole characters of UTF-8 are shown as they are; a byte of a torn character and a control
 * character as {@code \xE7}; a backslash as two.
 */
final class ByteText {
  private ByteText() {}

  static String show(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < bytes.length) {
      OptionalInt whole = character(bytes, i);
      if (whole.isEmpty() || whole.getAsInt() < ' ' || whole.getAsInt() == 127) {
        text.append(String.format(Locale.ROOT, "\\x%02X", bytes[i]));
        i++;
      } else {
        int c = whole.getAsInt();
        text.append(c == '\\' ? "\\\\" : Character.toString(c));
        i += Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return text.toString();
  }

  /** The character that begins at a byte, if it is whole. */
  private static OptionalInt character(byte[] bytes, int start) {
    for (int length = 1; length <= Math.min(4, bytes.length - start); length++) {
      OptionalInt whole = decoded(ByteBuffer.wrap(bytes, start, length));
      if (whole.isPresent()) { // otherwise torn so far; one byte more may make it whole
        return whole;
      }
    }
    return OptionalInt.empty();
  }

  private static OptionalInt decoded(ByteBuffer bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return OptionalInt.of(text.codePointAt(0));
    } catch (CharacterCodingException e) {
      return OptionalInt.empty();
    }
  }

  static byte[] parse(String shown) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int i = 0;
    while (i < shown.length()) {
      int c = shown.codePointAt(i);
      if (Character.getType(c) == Character.SURROGATE) {
        throw new IllegalArgumentException(
            "BytePair: a token holds half a surrogate pair at index "
                + i
                + ", which has no bytes. Was it cut there?");
      } else if (c != '\\') {
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(c);
      } else if (shown.startsWith("\\\\", i)) {
        bytes.write('\\');
        i += 2;
      } else if (shown.substring(i).matches("(?s)\\\\x[0-9A-F]{2}.*")) {
        bytes.write(Integer.parseInt(shown.substring(i + 2, i + 4), 16));
        i += 4;
      } else {
        throw new IllegalArgumentException(
            "BytePair: \"" + shown + "\": a backslash is followed by another or by xHH.");
      }
    }
    return bytes.toByteArray();
  }
}
