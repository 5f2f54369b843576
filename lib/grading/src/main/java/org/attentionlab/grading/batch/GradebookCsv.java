package org.attentionlab.grading.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The gradebook as CSV: a row for each student.
 *
 * <pre>
 *   student,lesson,4.1 selfAttention,4.2 permutationProbe,total,possible,status
 * </pre>
 */
final class GradebookCsv {

  private GradebookCsv() {}

  static String of(Gradebook gradebook) {
    StringBuilder text = new StringBuilder();
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    try (CSVPrinter csv = new CSVPrinter(text, format)) {
      csv.printRecord(header(gradebook));
      for (StudentResult student : gradebook.students()) {
        csv.printRecord(row(gradebook, student));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static List<String> header(Gradebook gradebook) {
    List<String> header = new ArrayList<>(List.of("student", "lesson"));
    header.addAll(gradebook.exercises());
    header.addAll(List.of("total", "possible", "status"));
    return header;
  }

  private static List<String> row(Gradebook gradebook, StudentResult student) {
    List<String> row = new ArrayList<>(List.of(cell(student.student()), gradebook.lesson()));
    student.exercises().forEach(report -> row.add(Integer.toString(report.points())));
    row.add(Integer.toString(student.points()));
    row.add(Integer.toString(student.possible()));
    row.add(cell(student.status()));
    return row;
  }

  /** A spreadsheet takes a cell that begins so for a formula; an apostrophe makes it text. */
  private static String cell(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
