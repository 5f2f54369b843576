package org.attentionlab.grading.output;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.attentionlab.grading.gradebook.Gradebook;
import org.attentionlab.grading.gradebook.StudentGrade;

/**
 * The gradebook as CSV: a row for each student.
 *
 * <pre>
 *   student,id,assignment,4.1 selfAttention,4.2 permutationProbe,late %,manual,total,possible,
 *     submitted,attempt,status,notes
 * </pre>
 */
final class GradebookCsv {

  static final String STUDENT = "student";
  static final String TOTAL = "total";

  private GradebookCsv() {}

  static String of(Gradebook gradebook) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of(STUDENT, "id", "assignment"));
    header.addAll(gradebook.exercises());
    header.addAll(
        List.of("late %", "manual", TOTAL, "possible", "submitted", "attempt", "status", "notes"));
    rows.add(header);
    for (StudentGrade grade : gradebook.grades()) {
      rows.add(row(gradebook, grade));
    }
    return Csv.of(rows);
  }

  private static List<String> row(Gradebook gradebook, StudentGrade grade) {
    List<String> row = new ArrayList<>();
    row.add(Csv.cell(grade.result().student()));
    row.add(Csv.cell(grade.student().id()));
    row.add(gradebook.plan().assignment().name());
    grade.points().forEach(points -> row.add(StudentGrade.shown(points)));
    row.add(StudentGrade.shown(grade.lateness()));
    row.add(StudentGrade.shown(grade.manual()));
    row.add(StudentGrade.shown(grade.total()));
    row.add(StudentGrade.shown(grade.outOf()));
    row.add(grade.at().map(GradebookCsv::shown).orElse(""));
    row.add(Integer.toString(grade.attempt()));
    row.add(Csv.cell(grade.status()));
    row.add(Csv.cell(String.join("; ", grade.result().notes())));
    return row;
  }

  static String shown(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
