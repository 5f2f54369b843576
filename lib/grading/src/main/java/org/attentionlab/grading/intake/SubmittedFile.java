package org.attentionlab.grading.intake;

import java.util.Locale;

/**
 * A file that may hold answers.
 *
 * @param path its place in the submission, with slashes
 * @param content its bytes
 */
public record SubmittedFile(String path, Content content) {

  /** The name without its folders. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether it is a notebook. */
  public boolean isNotebook() {
    return ends(".ipynb");
  }

  /** Whether it is a Java file. */
  public boolean isJava() {
    return ends(".java");
  }

  /** Whether it is a zip file. */
  boolean isZip() {
    return ends(".zip");
  }

  private boolean ends(String ending) {
    return path.toLowerCase(Locale.ROOT).endsWith(ending);
  }
}
