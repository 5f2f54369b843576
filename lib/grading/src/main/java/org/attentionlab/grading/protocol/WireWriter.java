package org.attentionlab.grading.protocol;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the content of one frame and stops at the frame's limit. */
final class WireWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  void tag(byte tag) throws IOException {
    room(1);
    out.writeByte(tag);
  }

  void integer(int value) throws IOException {
    room(Integer.BYTES);
    out.writeInt(value);
  }

  void longInteger(long value) throws IOException {
    room(Long.BYTES);
    out.writeLong(value);
  }

  void single(float value) throws IOException {
    room(Float.BYTES);
    out.writeFloat(value);
  }

  void dual(double value) throws IOException {
    room(Double.BYTES);
    out.writeDouble(value);
  }

  void text(String value) throws IOException {
    bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  void texts(List<String> values) throws IOException {
    integer(values.size());
    for (String value : values) {
      text(value);
    }
  }

  void bytes(byte[] value) throws IOException {
    integer(value.length);
    room(value.length);
    out.write(value);
  }

  byte[] content() {
    return bytes.toByteArray();
  }

  private void room(int wanted) throws WireException {
    if (bytes.size() > Frames.LIMIT - wanted) {
      throw new WireException("a value larger than " + Frames.LIMIT + " bytes");
    }
  }
}
