package org.attentionlab.grading.output;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attentionlab.grading.gradebook.Gradebook;
import org.attentionlab.grading.gradebook.StudentGrade;
import org.attentionlab.grading.intake.Roster;
import org.attentionlab.grading.intake.Roster.Platform;

/**
 * The grades as the import of a learning platform takes them.
 *
 * <p>With the file that the platform exported as roster, its rows come back with grades filled in,
 * so that every student is found again. Without it the names and numbers of the submissions' files
 * have to do.
 */
final class PlatformCsv {

  private static final List<String> CANVAS_COLUMNS =
      List.of("Student", "ID", "SIS User ID", "SIS Login ID", "Section");

  /** Moodle refuses a worksheet without this column; a hyphen is "never". */
  private static final String MODIFIED = "Last modified (grade)";

  private PlatformCsv() {}

  /** Canvas, "Import Grades": the students' columns, one for the assignment, a row of points. */
  static String canvas(Gradebook gradebook, Optional<Roster> roster) {
    Optional<Roster> own = roster.filter(list -> list.platform() == Platform.CANVAS);
    List<String> known =
        own.map(list -> CANVAS_COLUMNS.stream().filter(list.header()::contains).toList())
            .orElse(CANVAS_COLUMNS);
    String title = gradebook.plan().assignment().title();
    List<String> header = new ArrayList<>(known);
    header.add(
        own.flatMap(list -> list.header().stream().filter(name -> isFor(name, title)).findFirst())
            .orElse(title));
    List<List<String>> rows = new ArrayList<>();
    rows.add(header);
    List<String> possible = new ArrayList<>();
    known.forEach(column -> possible.add(""));
    possible.set(0, "    Points Possible");
    possible.add(StudentGrade.shown(gradebook.plan().possible()));
    rows.add(possible);
    for (StudentGrade grade : gradebook.grades()) {
      Map<String, String> cells = cells(grade, own.isPresent());
      List<String> row = new ArrayList<>();
      for (String column : known) {
        row.add(
            cells.getOrDefault(
                column,
                switch (column) {
                  case "Student" -> Csv.cell(grade.result().student());
                  case "ID" -> Csv.cell(grade.student().id());
                  default -> "";
                }));
      }
      row.add(StudentGrade.shown(grade.total()));
      rows.add(row);
    }
    return Csv.of(rows);
  }

  /** Canvas writes the assignment's number behind its title. */
  private static boolean isFor(String column, String title) {
    return column.equals(title)
        || (column.startsWith(title + " (") && column.matches(".* \\(\\d+\\)"));
  }

  /** Moodle, "Upload grading worksheet". */
  static String moodle(Gradebook gradebook, Optional<Roster> roster) {
    Optional<Roster> own = roster.filter(list -> list.platform() == Platform.MOODLE);
    List<String> header =
        new ArrayList<>(
            own.map(Roster::header)
                .orElse(
                    List.of(
                        "Identifier",
                        "Full name",
                        "Grade",
                        "Maximum grade",
                        MODIFIED,
                        "Feedback comments")));
    for (String needed : List.of("Grade", MODIFIED, "Feedback comments")) {
      if (!header.contains(needed)) {
        header.add(needed);
      }
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(header);
    for (StudentGrade grade : gradebook.grades()) {
      if (own.isPresent() && grade.row().isEmpty()) {
        continue;
      }
      Map<String, String> cells = new LinkedHashMap<>(cells(grade, own.isPresent()));
      cells.putIfAbsent(
          "Identifier",
          grade.student().id().isEmpty() ? "" : "Participant " + grade.student().id());
      cells.putIfAbsent("Full name", Csv.cell(grade.result().student()));
      cells.putIfAbsent("Maximum grade", StudentGrade.shown(grade.outOf()));
      cells.putIfAbsent(MODIFIED, "-");
      cells.put("Grade", StudentGrade.shown(grade.total()));
      cells.put("Feedback comments", ShortFeedback.of(gradebook, grade));
      rows.add(header.stream().map(column -> cells.getOrDefault(column, "")).toList());
    }
    return Csv.of(rows);
  }

  private static Map<String, String> cells(StudentGrade grade, boolean ownRoster) {
    return ownRoster ? grade.row().map(Roster.Entry::cells).orElse(Map.of()) : Map.of();
  }

  /** The columns of nbgrader's own export. */
  static String nbgrader(Gradebook gradebook) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "assignment",
            "duedate",
            "timestamp",
            "student_id",
            "last_name",
            "first_name",
            "email",
            "raw_score",
            "late_submission_penalty",
            "score",
            "max_score"));
    String due = gradebook.plan().assignment().due().map(GradebookCsv::shown).orElse("");
    for (StudentGrade grade : gradebook.grades()) {
      Map<String, String> cells = grade.row().map(Roster.Entry::cells).orElse(Map.of());
      BigDecimal raw = grade.points().stream().reduce(grade.manual(), BigDecimal::add);
      rows.add(
          List.of(
              gradebook.plan().assignment().name(),
              due,
              grade.at().map(GradebookCsv::shown).orElse(""),
              Csv.cell(grade.result().student()),
              Csv.cell(cells.getOrDefault("last_name", "")),
              Csv.cell(cells.getOrDefault("first_name", "")),
              Csv.cell(cells.getOrDefault("email", cells.getOrDefault("Email address", ""))),
              StudentGrade.shown(raw),
              StudentGrade.shown(raw.subtract(grade.total()).max(BigDecimal.ZERO)),
              StudentGrade.shown(grade.total()),
              StudentGrade.shown(grade.outOf())));
    }
    return Csv.of(rows);
  }
}
