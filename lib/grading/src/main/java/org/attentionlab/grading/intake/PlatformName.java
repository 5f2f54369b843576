package org.attentionlab.grading.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a learning platform writes into the name of a file or folder.
 *
 * <pre>
 *   Moodle   Ann Lee_4711_assignsubmission_file_/Lesson04.java
 *            Ann Lee_4711_assignsubmission_file_Lesson04.java
 *   Canvas   leeann_LATE_4711_88123_Lesson04-1.java
 * </pre>
 *
 * @param student name of the student
 * @param id the platform's number of the student
 * @param late whether the platform calls it late
 * @param file name that the student gave, empty for a folder
 */
record PlatformName(String student, String id, boolean late, String file) {

  private static final Pattern MOODLE =
      Pattern.compile("(.+?)_(\\d+)_assignsubmission_(?:file|onlinetext)_?(.*)");
  private static final Pattern CANVAS = Pattern.compile("([^_]+)(_LATE)?_(\\d{2,})_(\\d{2,})_(.+)");

  /** Canvas numbers what is handed in again: {@code Lesson04-1.java}. */
  private static final Pattern AGAIN = Pattern.compile("(.+)-\\d{1,2}(\\.\\w+)");

  static Optional<PlatformName> of(String name) {
    Matcher moodle = MOODLE.matcher(name);
    if (moodle.matches()) {
      return Optional.of(
          new PlatformName(moodle.group(1), moodle.group(2), false, moodle.group(3)));
    }
    Matcher canvas = CANVAS.matcher(name);
    if (canvas.matches()) {
      return Optional.of(
          new PlatformName(
              canvas.group(1),
              canvas.group(3),
              canvas.group(2) != null,
              AGAIN.matcher(canvas.group(5)).replaceFirst("$1$2")));
    }
    return Optional.empty();
  }
}
