package org.attentionlab.grading.batch;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.attentionlab.grading.GradingException;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.files.AtomicFile;
import org.attentionlab.grading.gradebook.Plan;
import org.attentionlab.grading.report.PlainText;

/**
 * Points and comments that an instructor gives by hand, kept in a file that the grader reads and
 * never changes.
 *
 * <pre>
 *   student,exercise,points,comment
 *   ann,4.2,8,The derivation is right.      4.2 is worth 8, whatever the tests say
 *   bob,,-3,Handed in on paper first.       3 points less in all
 *   bob,4.1,,Nice use of the mask.          a comment alone
 * </pre>
 */
final class ManualPoints {

  private static final String HEADER = "student,exercise,points,comment\n";

  /** One line. */
  record Entry(String exercise, String points, String comment) {

    boolean setsExercise() {
      return !exercise.isEmpty() && !points.isEmpty();
    }
  }

  private final Map<String, List<Entry>> entries = new TreeMap<>();
  private final Map<String, Long> lines = new TreeMap<>();
  private final Path file;

  private ManualPoints(Path file) {
    this.file = file;
  }

  /** Nothing by hand. */
  static ManualPoints none() {
    return new ManualPoints(Path.of("manual.csv"));
  }

  /** Lays an empty file down where there is none, so that nobody has to look its columns up. */
  static void prepare(Path file) {
    try {
      if (!Files.exists(file)) {
        AtomicFile.write(file, HEADER);
      }
    } catch (IOException failed) {
      throw new GradingException("grade: cannot write " + file, failed);
    }
  }

  /**
   * Reads a file.
   *
   * @throws GradingException when a line is wrong; the message names it
   */
  static ManualPoints read(Path file, Plan plan) {
    ManualPoints manual = new ManualPoints(file);
    if (!Files.exists(file)) {
      return manual;
    }
    Set<String> ids = new HashSet<>(plan.contracts().stream().map(Contract::id).toList());
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (CSVParser rows = CSVParser.parse(Files.readString(file), format)) {
      if (!rows.getHeaderNames().containsAll(List.of("student", "exercise", "points", "comment"))) {
        throw new GradingException("grade: " + file + " needs the columns " + HEADER.strip());
      }
      for (CSVRecord row : rows) {
        manual.add(row, ids);
      }
      return manual;
    } catch (IOException | IllegalArgumentException | IllegalStateException broken) {
      throw new GradingException(
          "grade: " + file + " cannot be read: " + broken.getMessage(), broken);
    }
  }

  private void add(CSVRecord row, Set<String> ids) {
    String student = row.get("student");
    String exercise = row.get("exercise");
    String points = row.get("points");
    if (!exercise.isEmpty() && !ids.contains(exercise)) {
      throw fault(row, "there is no exercise \"" + exercise + "\" in the assignment");
    }
    if (!points.matches("(?:[+-]?\\d{1,6}(?:\\.\\d{1,2})?)?")) {
      throw fault(row, "points is \"" + points + "\"; it takes a number, +2 or -3");
    }
    if (exercise.isEmpty() && !points.isEmpty() && !points.matches("[+-].*")) {
      throw fault(
          row,
          "points is \"" + points + "\" without an exercise; write +" + points + " or name one");
    }
    lines.putIfAbsent(student, row.getRecordNumber() + 1);
    entries
        .computeIfAbsent(student, key -> new ArrayList<>())
        .add(new Entry(exercise, points, PlainText.line(row.get("comment"))));
  }

  private GradingException fault(CSVRecord row, String what) {
    return new GradingException(
        "grade: " + file.getFileName() + ", row " + (row.getRecordNumber() + 1) + ": " + what);
  }

  /**
   * Makes sure that nobody's points get lost by a slip of the pen.
   *
   * @throws GradingException when a line names a student that is not in the gradebook
   */
  void checkNames(Set<String> students) {
    for (Map.Entry<String, Long> line : lines.entrySet()) {
      if (!students.contains(line.getKey())) {
        throw new GradingException(
            "grade: "
                + file.getFileName()
                + ", row "
                + line.getValue()
                + ": there is no student \""
                + line.getKey()
                + "\" in the gradebook");
      }
    }
  }

  List<Entry> of(String student) {
    return entries.getOrDefault(student, List.of());
  }

  /** An exercise's points after the instructor's word. */
  static BigDecimal points(List<Entry> entries, String exercise, BigDecimal tested) {
    BigDecimal points = tested;
    for (Entry entry : entries) {
      if (entry.setsExercise() && entry.exercise().equals(exercise)) {
        BigDecimal given = new BigDecimal(entry.points());
        points = entry.points().matches("[+-].*") ? points.add(given) : given;
      }
    }
    return points;
  }

  /** Points for the whole. */
  static BigDecimal whole(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.exercise().isEmpty() && !entry.points().isEmpty())
        .map(entry -> new BigDecimal(entry.points()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The comments, with the exercise that they are about. */
  static List<String> comments(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> !entry.comment().isEmpty())
        .map(entry -> (entry.exercise().isEmpty() ? "" : entry.exercise() + ": ") + entry.comment())
        .toList();
  }
}
