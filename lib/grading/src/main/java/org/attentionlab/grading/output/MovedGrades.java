package org.attentionlab.grading.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.attentionlab.grading.gradebook.Gradebook;
import org.attentionlab.grading.gradebook.StudentGrade;

/**
 * Whose grade is another one than in the gradebook that was there before: after a changed test, a
 * changed submission, points by hand.
 *
 * @param rows a row for each cell that moved
 */
record MovedGrades(List<List<String>> rows) {

  private static final String NONE = "-";

  MovedGrades {
    rows = List.copyOf(rows);
  }

  /** Compares with a gradebook's file; without one nothing has moved. */
  static MovedGrades since(Path file, Gradebook gradebook) throws IOException {
    if (!Files.exists(file)) {
      return new MovedGrades(List.of());
    }
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    Map<String, Map<String, String>> before = new LinkedHashMap<>();
    try (CSVParser rows = CSVParser.parse(Files.readString(file), format)) {
      for (CSVRecord row : rows) {
        if (row.isMapped(GradebookCsv.STUDENT)) {
          before.put(row.get(GradebookCsv.STUDENT), row.toMap());
        }
      }
    } catch (IllegalArgumentException | IllegalStateException | java.io.UncheckedIOException odd) {
      return new MovedGrades(List.of());
    }
    List<List<String>> moved = new ArrayList<>();
    for (StudentGrade grade : gradebook.grades()) {
      String student = Csv.cell(grade.result().student());
      Map<String, String> old = before.remove(student);
      for (Map.Entry<String, String> now : numbers(gradebook, grade).entrySet()) {
        String was = old == null ? NONE : old.getOrDefault(now.getKey(), NONE);
        if (!was.equals(now.getValue())) {
          moved.add(List.of(student, now.getKey(), was, now.getValue(), Csv.cell(grade.status())));
        }
      }
    }
    before.forEach(
        (student, old) ->
            moved.add(
                List.of(
                    student,
                    GradebookCsv.TOTAL,
                    old.getOrDefault(GradebookCsv.TOTAL, NONE),
                    NONE,
                    "no longer handed in")));
    return new MovedGrades(moved);
  }

  private static Map<String, String> numbers(Gradebook gradebook, StudentGrade grade) {
    Map<String, String> numbers = new LinkedHashMap<>();
    for (int i = 0; i < grade.points().size(); i++) {
      numbers.put(gradebook.exercises().get(i), StudentGrade.shown(grade.points().get(i)));
    }
    numbers.put(GradebookCsv.TOTAL, StudentGrade.shown(grade.total()));
    return numbers;
  }

  String csv() {
    List<List<String>> all = new ArrayList<>();
    all.add(List.of("student", "column", "before", "after", "status"));
    all.addAll(rows);
    return Csv.of(all);
  }
}
