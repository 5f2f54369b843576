package org.attentionlab.grading.batch;

import java.nio.file.Path;
import java.util.List;

/**
 * What one student handed in.
 *
 * @param student name of the file or folder without its ending
 * @param files the files that may hold the answers, notebooks first
 * @param problem why there is nothing to grade; empty when there is
 */
record Submission(String student, List<Path> files, String problem) {

  Submission {
    files = List.copyOf(files);
  }
}
