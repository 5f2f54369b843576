package org.attentionlab.grading.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files of one folder, archive or repository.
 *
 * @param files all of them that are not hidden, in the order of their paths
 * @param at when they were handed in, where the source tells
 * @param problem why they are refused altogether; empty when they are not
 */
record Items(List<SubmittedFile> files, Optional<Instant> at, String problem) {

  /** More files than a submission needs, by far. */
  static final int MOST_FILES = 500;

  /** Folders that hold nothing of the student's own. */
  private static final Set<String> SKIPPED = Set.of("__MACOSX", "target", "node_modules");

  Items {
    files = List.copyOf(files);
  }

  static Items of(List<SubmittedFile> files) {
    return new Items(files, Optional.empty(), "");
  }

  static Items refused(String problem) {
    return new Items(List.of(), Optional.empty(), problem);
  }

  /** Whether a file or folder of this name is looked at. */
  static boolean isLookedAt(String name) {
    return !name.startsWith(".") && !SKIPPED.contains(name);
  }
}
