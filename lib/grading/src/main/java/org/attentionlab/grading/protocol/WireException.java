package org.attentionlab.grading.protocol;

import java.io.IOException;

/** Bytes that are no frame or no value of the type that was waited for. */
public final class WireException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Says what is wrong with the bytes. */
  public WireException(String message) {
    super(message);
  }
}
