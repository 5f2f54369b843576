package org.attentionlab.grading.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.attentionlab.grading.GradingException;

/**
 * Writes a gradebook.
 *
 * <pre>
 *   OUT/gradebook.csv   OUT/feedback/STUDENT.html   OUT/feedback/STUDENT.md
 * </pre>
 */
final class GradebookFiles {

  private GradebookFiles() {}

  static void write(Gradebook gradebook, Path out) {
    Path feedback = out.resolve("feedback");
    try {
      Files.createDirectories(feedback);
      Set<String> taken = new HashSet<>();
      for (StudentResult student : gradebook.students()) {
        String name = fileName(student.student(), taken);
        AtomicFile.write(
            feedback.resolve(name + ".html"), FeedbackPage.of(gradebook.lesson(), student));
        AtomicFile.write(
            feedback.resolve(name + ".md"), FeedbackText.of(gradebook.lesson(), student));
      }
      AtomicFile.write(out.resolve("gradebook.csv"), GradebookCsv.of(gradebook));
    } catch (IOException failed) {
      throw new GradingException(
          "grade: cannot write to " + out + ": " + failed.getMessage(), failed);
    }
  }

  /** The student's name in characters that every file system takes, and not twice. */
  private static String fileName(String student, Set<String> taken) {
    String plain = student.replaceAll("[^\\p{L}\\p{N}._ -]", "_");
    String name = plain;
    for (int again = 2; !taken.add(name.toLowerCase(Locale.ROOT)); again++) {
      name = plain + "-" + again;
    }
    return name;
  }
}
