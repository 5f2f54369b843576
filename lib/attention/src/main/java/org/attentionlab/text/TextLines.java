package org.attentionlab.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Reads a text file in UTF-8 line by line, strictly.
 *
 * <p>Lines end with LF, CRLF or CR; a byte order mark in front is dropped. Bytes that are not UTF-8
 * are refused with file and line rather than replaced.
 */
public final class TextLines {
  private TextLines() {}

  /**
   * All lines of a file.
   *
   * @param file a text file in UTF-8
   * @return the lines without their ends; empty lines are kept
   * @throws IOException if the file cannot be read or is not UTF-8; the message names file and line
   */
  public static List<String> read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    CharBuffer text = CharBuffer.allocate(bytes.remaining());
    CoderResult end =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(bytes, text, true);
    text.flip();
    if (end.isError()) {
      // The mark keeps a last, still empty line countable.
      int line = (int) (text.toString() + "|").lines().count();
      throw problem(
          file,
          line,
          String.format(
              Locale.ROOT,
              "byte 0x%02X is not UTF-8; save the file as UTF-8",
              bytes.get(bytes.position())));
    }
    String all = text.toString();
    return (all.startsWith("\uFEFF") ? all.substring(1) : all).lines().toList();
  }

  /**
   * What is wrong with a line.
   *
   * @param file the file
   * @param line counted from 1
   * @param problem what is wrong, and the repair where one is likely
   * @return an exception whose message names all three
   */
  public static IOException problem(Path file, int line, String problem) {
    return new IOException(file + ", line " + line + ": " + problem + ".");
  }
}
