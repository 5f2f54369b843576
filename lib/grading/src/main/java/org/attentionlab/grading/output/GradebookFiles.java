package org.attentionlab.grading.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.attentionlab.grading.GradingException;
import org.attentionlab.grading.files.AtomicFile;
import org.attentionlab.grading.gradebook.Gradebook;
import org.attentionlab.grading.gradebook.StudentGrade;
import org.attentionlab.grading.intake.Roster;
import org.attentionlab.grading.similarity.Similarities;

/**
 * Writes a gradebook in all its forms.
 *
 * <pre>
 *   OUT/gradebook.csv   canvas.csv   moodle.csv   nbgrader.csv   moved.csv   similarity.csv
 *   OUT/feedback/STUDENT.html   OUT/feedback/STUDENT.md   OUT/results/…
 *   OUT/report.html   junit.xml   summary.md
 *   OUT/gradescope/STUDENT.json   OUT/classroom/STUDENT.json
 * </pre>
 *
 * <p>The gradebook comes last: what stands in it is complete.
 */
public final class GradebookFiles {

  private GradebookFiles() {}

  /** Writes all of them. */
  public static void write(
      Gradebook gradebook, Optional<Roster> roster, List<Similarities.Pair> alike, Path out) {
    try {
      List<String> names = fileNames(gradebook);
      perStudent(gradebook, names, out);
      AtomicFile.write(out.resolve("canvas.csv"), PlatformCsv.canvas(gradebook, roster));
      AtomicFile.write(out.resolve("moodle.csv"), PlatformCsv.moodle(gradebook, roster));
      AtomicFile.write(out.resolve("nbgrader.csv"), PlatformCsv.nbgrader(gradebook));
      AtomicFile.write(out.resolve("junit.xml"), JunitXml.of(gradebook));
      AtomicFile.write(out.resolve("summary.md"), StepSummary.of(gradebook));
      AtomicFile.write(out.resolve("report.html"), ClassReport.of(gradebook, names));
      AtomicFile.write(out.resolve("similarity.csv"), SimilarityCsv.of(alike));
      Path file = out.resolve("gradebook.csv");
      MovedGrades moved = MovedGrades.since(file, gradebook);
      if (!moved.rows().isEmpty()) {
        AtomicFile.write(out.resolve("moved.csv"), moved.csv());
      }
      AtomicFile.write(file, GradebookCsv.of(gradebook));
    } catch (IOException failed) {
      throw new GradingException(
          "grade: cannot write to " + out + ": " + failed.getMessage(), failed);
    }
  }

  private static List<String> fileNames(Gradebook gradebook) {
    Set<String> taken = new HashSet<>();
    return gradebook.grades().stream()
        .map(grade -> fileName(grade.result().student(), taken))
        .toList();
  }

  private static void perStudent(Gradebook gradebook, List<String> names, Path out)
      throws IOException {
    Path feedback = Files.createDirectories(out.resolve("feedback"));
    Path gradescope = Files.createDirectories(out.resolve("gradescope"));
    Path classroom = Files.createDirectories(out.resolve("classroom"));
    Set<Path> written = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      StudentGrade grade = gradebook.grades().get(i);
      String name = names.get(i);
      put(written, feedback.resolve(name + ".html"), FeedbackPage.of(gradebook, grade));
      put(written, feedback.resolve(name + ".md"), FeedbackText.of(gradebook, grade));
      put(written, gradescope.resolve(name + ".json"), CiJson.gradescope(grade));
      put(written, classroom.resolve(name + ".json"), CiJson.classroom(gradebook, grade));
    }
    for (Path folder : List.of(feedback, gradescope, classroom)) {
      removeOthers(folder, written);
    }
  }

  private static void put(Set<Path> written, Path file, String text) throws IOException {
    AtomicFile.write(file, text);
    written.add(file);
  }

  /** A student who is no longer there leaves no page behind. */
  private static void removeOthers(Path folder, Set<Path> written) throws IOException {
    List<Path> old;
    try (Stream<Path> files = Files.list(folder)) {
      old =
          files
              .filter(file -> !written.contains(file))
              .filter(file -> file.toString().matches(".*\\.(html|md|json)"))
              .toList();
    }
    for (Path file : old) {
      Files.delete(file);
    }
  }

  /** The student's name in characters that every file system takes, and not twice. */
  private static String fileName(String student, Set<String> taken) {
    String plain = student.replaceAll("[^\\p{L}\\p{N}._ -]", "_").replaceFirst("^\\.", "_");
    String cut = plain.length() > 100 ? plain.substring(0, 100) : plain;
    String name = cut;
    for (int again = 2; !taken.add(name.toLowerCase(Locale.ROOT)); again++) {
      name = cut + "-" + again;
    }
    return name;
  }
}
