package org.attentionlab.grading.intake;

import java.io.IOException;

/** The bytes of a submitted file, read when they are needed. */
@FunctionalInterface
public interface Content {

  /**
   * Reads the file.
   *
   * @param limit bytes that are read at most; one more byte than the limit tells that there are
   *     more
   * @throws IOException when the file cannot be read; the message says why, in the words of a
   *     status
   */
  byte[] read(int limit) throws IOException;

  /** A file that cannot be read, and why. */
  static Content unreadable(String why) {
    return limit -> {
      throw new IOException(why);
    };
  }
}
