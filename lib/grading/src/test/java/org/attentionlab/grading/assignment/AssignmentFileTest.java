package org.attentionlab.grading.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.attentionlab.grading.GradingException;
import org.attentionlab.grading.assignment.AttemptRule.Counts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentFileTest {

  private static final String FULL =
      """
      name: week-3
      title: Attention by hand
      exercises:
        4.1: 20
        4.10: 7.5
        5.2:
      due: 2026-11-20 23:59
      zone: Europe/Berlin
      late:
        grace: 15 min
        per-day: 10 %
        at-most: 50 %
        closes-after: 7 d
      attempts:
        limit: 3
        counts: best
      extensions:
        ann: 2026-11-27 23:59
      """;

  private static Assignment parse(String text) {
    return AssignmentFile.parse(text, "week-3.yaml");
  }

  private static void assertFault(String message, String text) {
    GradingException fault = assertThrows(GradingException.class, () -> parse(text));
    assertEquals("grade: week-3.yaml" + message, fault.getMessage());
  }

  @Test
  void everyKeyIsRead() {
    Assignment assignment = parse(FULL);
    assertEquals("week-3", assignment.name());
    assertEquals("Attention by hand", assignment.title());
    assertEquals(List.of("4.1", "4.10", "5.2"), List.copyOf(assignment.exercises().keySet()));
    assertEquals(Optional.of(new BigDecimal("7.5")), assignment.exercises().get("4.10"));
    assertEquals(Optional.empty(), assignment.exercises().get("5.2"));
    assertEquals(Optional.of(Instant.parse("2026-11-20T22:59:00Z")), assignment.due());
    assertEquals(Optional.of(Instant.parse("2026-11-27T22:59:00Z")), assignment.dueFor("ann"));
    assertEquals(assignment.due(), assignment.dueFor("bob"));
    assertEquals(Duration.ofMinutes(15), assignment.late().grace());
    assertEquals(new AttemptRule(3, Counts.BEST), assignment.attempts());
  }

  @Test
  void listOfExercisesKeepsTheNumbersDigits() {
    Assignment assignment = parse("exercises: [4.1, 4.10]\n");
    assertEquals(List.of("4.1", "4.10"), List.copyOf(assignment.exercises().keySet()));
  }

  @Test
  void lessonStandsForAllOfIt() {
    assertEquals(Optional.of("04"), parse("lesson: 04\n").lesson());
    assertEquals(Optional.of("08"), parse("lesson: 08\n").lesson());
    assertEquals(Optional.of("11"), parse("lesson: 11\n").lesson());
  }

  @Test
  void nameIsTheFilesWhereNoneIsGiven() {
    assertEquals("week-3", parse("lesson: 4\n").name());
  }

  @Test
  void unknownKeyIsNamedWithThoseThereAre() {
    assertFault(
        ": there is no key \"late.per_day\"; there are grace, per-day, at-most, closes-after",
        "lesson: 4\nlate:\n  per_day: 10\n");
  }

  @Test
  void brokenYamlIsNamedByItsLine() {
    GradingException fault =
        assertThrows(GradingException.class, () -> parse("name: a\ntitle: [\n"));
    assertEquals("grade: week-3.yaml line 2: ", fault.getMessage().substring(0, 27));
  }

  @Test
  void keyThatStandsTwiceIsRefused() {
    GradingException fault =
        assertThrows(GradingException.class, () -> parse("exercises:\n  4.1: 5\n  4.1: 6\n"));
    assertEquals(true, fault.getMessage().contains("4.1"), fault.getMessage());
  }

  @Test
  void missingFileIsNamed() {
    GradingException fault =
        assertThrows(GradingException.class, () -> AssignmentFile.read(Path.of("no.yaml")));
    assertEquals("grade: no assignment can be read at no.yaml", fault.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: x | no exercise is listed; give \"exercises:\" with a line such as \"4.1: 15\"",
        "exercises: {4: 5} | \"4\" is no exercise's number; the first exercise of lesson 04 is 4.1",
        "exercises: {4.1: ten} | exercises.4.1 is \"ten\"; it takes points, such as 15",
        "{lesson: 4, exercises: [4.1]} | both lesson and exercises are given; give one of them",
        "{lesson: 4, due: tomorrow}"
            + " | due is \"tomorrow\"; it takes a time such as 2026-11-20 23:59",
        "{lesson: 4, due: 2026-11-20 23:59, zone: Moon}"
            + " | zone is \"Moon\"; it takes a name such as Europe/Berlin or UTC",
        "{lesson: 4, late: {grace: soon}}"
            + " | late.grace is \"soon\"; it takes a time such as 15 min, 2 h or 7 d",
        "{lesson: 4, attempts: {limit: 0}}"
            + " | attempts.limit is \"0\"; it takes a number from 1 on",
        "{lesson: 4, attempts: {counts: first}}"
            + " | attempts.counts is \"first\"; it takes best or last",
      })
  void wrongValueIsNamedWithWhatTheKeyTakes(String text, String message) {
    assertFault(": " + message, text);
  }

  @ParameterizedTest
  @CsvSource({"-60,0", "10,0", "15,0", "16,10", "1440,10", "1441,20", "9999,50", "10081,100"})
  void latenessCostsByDaysThatHaveBegun(long minutes, int percent) {
    BigDecimal cost = parse(FULL).late().percent(Duration.ofMinutes(minutes));
    assertEquals(0, cost.compareTo(BigDecimal.valueOf(percent)), cost.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-20 23:59 | 2026-11-20T23:59:00Z",
        "2026-11-20T23:59:30 | 2026-11-20T23:59:30Z",
        "2026-11-20T23:59:30+01:00 | 2026-11-20T22:59:30Z",
        "2026-11-20 20:02:42.381123 UTC | 2026-11-20T20:02:42.381123Z",
        "2026-11-20 20:02 Europe/Berlin | 2026-11-20T19:02:00Z",
        "Friday, 20 November 2026, 9:05 PM | 2026-11-20T21:05:00Z",
      })
  void timesArePutDownInManyWays(String text, Instant time) {
    assertEquals(Optional.of(time), Times.parse(text, java.time.ZoneOffset.UTC));
  }
}
