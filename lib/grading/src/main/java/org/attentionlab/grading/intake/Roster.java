package org.attentionlab.grading.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.attentionlab.grading.GradingException;
import org.attentionlab.grading.assignment.Times;

/**
 * Who should have handed in: the file that Canvas exports from its gradebook, the worksheet that
 * Moodle exports from an assignment, or a CSV file with a column {@code student}.
 *
 * @param platform whose file it is
 * @param header the columns
 * @param entries a row for each student
 */
public record Roster(Platform platform, List<String> header, List<Entry> entries) {

  /** Whose file it is. */
  public enum Platform {
    /** Canvas. */
    CANVAS,
    /** Moodle. */
    MOODLE,
    /** Anybody's. */
    PLAIN
  }

  /**
   * One student.
   *
   * @param student name and number
   * @param known everything that names the student, in small letters and digits
   * @param submitted when the platform says the student handed in
   * @param cells the row by its columns
   */
  public record Entry(
      Student student, List<String> known, Optional<Instant> submitted, Map<String, String> cells) {

    /** Copies the list. */
    public Entry {
      known = List.copyOf(known);
    }
  }

  /** Copies the lists. */
  public Roster {
    header = List.copyOf(header);
    entries = List.copyOf(entries);
  }

  /**
   * Reads a file.
   *
   * @param zone where its times are of; platforms write the clock of whoever exports
   * @throws GradingException when it is missing, or has none of the columns that name a student
   */
  public static Roster read(Path file, ZoneId zone) {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (CSVParser rows = parser(file, format)) {
      List<String> header = rows.getHeaderNames();
      Platform platform = platform(file, header);
      List<Entry> entries = new ArrayList<>();
      for (CSVRecord row : rows) {
        Map<String, String> cells = new LinkedHashMap<>();
        header.forEach(name -> cells.put(name, row.isSet(name) ? row.get(name) : ""));
        entry(platform, cells, zone).ifPresent(entries::add);
      }
      return new Roster(platform, header, entries);
    } catch (IOException | IllegalArgumentException | IllegalStateException broken) {
      throw new GradingException(
          "grade: the roster " + file + " cannot be read: " + broken.getMessage(), broken);
    }
  }

  private static CSVParser parser(Path file, CSVFormat format) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    return CSVParser.parse(text.startsWith("\uFEFF") ? text.substring(1) : text, format);
  }

  private static Platform platform(Path file, List<String> header) {
    if (header.contains("Student") && header.contains("ID")) {
      return Platform.CANVAS;
    }
    if (header.contains("Identifier") && header.contains("Full name")) {
      return Platform.MOODLE;
    }
    if (header.contains("student")) {
      return Platform.PLAIN;
    }
    throw new GradingException(
        "grade: the roster "
            + file
            + " has the columns "
            + String.join(", ", header)
            + "; it takes Canvas' (Student, ID), Moodle's (Identifier, Full name) or student");
  }

  private static Optional<Entry> entry(Platform platform, Map<String, String> cells, ZoneId zone) {
    return switch (platform) {
      case CANVAS -> canvas(cells, zone);
      case MOODLE ->
          Optional.of(
              entry(
                  cells.get("Full name"),
                  cells.get("Identifier").replaceAll("\\D", ""),
                  cells,
                  "Email address",
                  "ID number",
                  "Last modified (submission)",
                  zone));
      case PLAIN ->
          cells.get("student").isBlank()
              ? Optional.empty()
              : Optional.of(
                  entry(
                      cells.get("student"),
                      cells.getOrDefault("id", ""),
                      cells,
                      "email",
                      "login",
                      "submitted",
                      zone));
    };
  }

  /**
   * Below the header Canvas writes a row of possible points, and at the end a student of its own.
   */
  private static Optional<Entry> canvas(Map<String, String> cells, ZoneId zone) {
    String name = cells.get("Student");
    String id = cells.get("ID");
    if (!id.matches("\\d+") || name.equals("Student, Test")) {
      return Optional.empty();
    }
    return Optional.of(entry(name, id, cells, "SIS Login ID", "SIS User ID", "submitted", zone));
  }

  private static Entry entry(
      String name,
      String id,
      Map<String, String> cells,
      String second,
      String third,
      String time,
      ZoneId zone) {
    List<String> known =
        Stream.of(name, id, cells.getOrDefault(second, ""), cells.getOrDefault(third, ""))
            .map(Roster::bare)
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
    Optional<Instant> submitted = Times.parse(cells.getOrDefault(time, ""), zone);
    return new Entry(new Student(name, id), known, submitted, cells);
  }

  /** The student of a submission: by number, else by name, login or address. */
  public Optional<Entry> find(Student student) {
    String id = bare(student.id());
    return entries.stream()
        .filter(entry -> !id.isEmpty() && bare(entry.student().id()).equals(id))
        .findFirst()
        .or(() -> byName(bare(student.name())));
  }

  /** A name that two students share names neither. */
  private Optional<Entry> byName(String name) {
    List<Entry> named = entries.stream().filter(entry -> entry.known().contains(name)).toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}@]", "");
  }
}
