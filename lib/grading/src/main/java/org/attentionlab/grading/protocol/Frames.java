package org.attentionlab.grading.protocol;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Frames on a pipe: the length in four bytes, then the content. */
public final class Frames {

  /** Content of a frame, at most: far more than an exercise's tensors need. */
  public static final int LIMIT = 32 * 1024 * 1024;

  private Frames() {}

  /** Writes one frame and flushes it. */
  public static void write(DataOutputStream out, byte[] content) throws IOException {
    out.writeInt(content.length);
    out.write(content);
    out.flush();
  }

  /**
   * Reads one frame.
   *
   * @throws WireException when the length is out of bounds; nothing is allocated then
   * @throws java.io.EOFException when the other side has gone
   */
  public static byte[] read(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LIMIT) {
      throw new WireException("a frame of " + length + " bytes; the limit is " + LIMIT);
    }
    byte[] content = new byte[length];
    in.readFully(content);
    return content;
  }
}
