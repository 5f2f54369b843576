package org.attentionlab.grading.batch;

import java.io.IOException;
import org.attentionlab.grading.intake.SubmittedFile;

/** A submitted file that has been read. */
final class LoadedFile {

  private static final int LARGEST = 8 * 1024 * 1024;

  private final SubmittedFile file;
  private final byte[] bytes;
  private final String problem;

  private LoadedFile(SubmittedFile file, byte[] bytes, String problem) {
    this.file = file;
    this.bytes = bytes;
    this.problem = problem;
  }

  static LoadedFile of(SubmittedFile file) {
    try {
      byte[] bytes = file.content().read(LARGEST);
      return bytes.length > LARGEST
          ? new LoadedFile(
              file,
              new byte[0],
              "unreadable: larger than " + LARGEST / 1024 / 1024 + " MB; clear the outputs")
          : new LoadedFile(file, bytes, "");
    } catch (IOException refused) {
      return new LoadedFile(file, new byte[0], "unreadable: " + refused.getMessage());
    }
  }

  SubmittedFile file() {
    return file;
  }

  /** Its bytes, none where there is a problem. */
  byte[] bytes() {
    return bytes;
  }

  /** Why it cannot be graded; empty when it can. */
  String problem() {
    return problem;
  }
}
