package org.attentionlab.checkpoint;

import java.io.IOException;
import java.nio.file.Path;

/** A file does not hold what was asked of it: it is damaged, cut off, or of another model. */
public final class CheckpointException extends IOException {
  private static final long serialVersionUID = 1;

  CheckpointException(Path file, String problem) {
    super(file + ": " + problem);
  }
}
