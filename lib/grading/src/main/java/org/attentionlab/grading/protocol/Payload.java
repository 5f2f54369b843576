package org.attentionlab.grading.protocol;

/** Encoded values on their way through a frame. */
public final class Payload {

  private final byte[] bytes;

  Payload(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }
}
