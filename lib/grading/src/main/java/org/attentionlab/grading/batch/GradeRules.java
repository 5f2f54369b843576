package org.attentionlab.grading.batch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.attentionlab.grading.assignment.AttemptRule.Counts;
import org.attentionlab.grading.engine.Contract;
import org.attentionlab.grading.gradebook.Plan;
import org.attentionlab.grading.gradebook.StudentGrade;
import org.attentionlab.grading.gradebook.StudentResult;
import org.attentionlab.grading.intake.Roster;
import org.attentionlab.grading.intake.Student;
import org.attentionlab.grading.intake.Submission;
import org.attentionlab.grading.report.ExerciseReport;

/** Turns what the tests said into grades: weights, attempts, lateness, manual points. */
final class GradeRules {

  private static final BigDecimal ALL = BigDecimal.valueOf(100);
  private static final int PLACES = 2;

  private final Plan plan;
  private final Optional<Roster> roster;
  private final ManualPoints manual;
  private final SubmissionGrader grader;

  GradeRules(Plan plan, Optional<Roster> roster, ManualPoints manual, SubmissionGrader grader) {
    this.plan = plan;
    this.roster = roster;
    this.manual = manual;
    this.grader = grader;
  }

  /** A submission and what the tests said of it. */
  record Tested(Submission submission, StudentResult result) {}

  /** A line for every student, in the order of their names. */
  List<StudentGrade> grades(List<Tested> tested) {
    Map<String, List<Tested>> byStudent = new TreeMap<>();
    for (Tested one : tested) {
      byStudent
          .computeIfAbsent(one.submission().student().name(), key -> new ArrayList<>())
          .add(one);
    }
    roster.ifPresent(
        list ->
            list.entries().stream()
                .filter(entry -> !byStudent.containsKey(entry.student().name()))
                .forEach(entry -> byStudent.put(entry.student().name(), List.of(none(entry)))));
    manual.checkNames(byStudent.keySet());
    return byStudent.values().stream().map(this::counting).toList();
  }

  private Tested none(Roster.Entry entry) {
    Submission submission =
        new Submission(
            entry.student(),
            0,
            List.of(),
            Optional.empty(),
            false,
            "missing: nothing was handed in");
    return new Tested(submission, grader.failed(submission, submission.problem()));
  }

  private StudentGrade counting(List<Tested> attempts) {
    int limit = plan.assignment().attempts().limit();
    List<StudentGrade> grades =
        attempts.stream()
            .sorted(Comparator.comparing(one -> one.submission().attempt()))
            .limit(limit)
            .map(one -> grade(one, attempts.size()))
            .toList();
    StudentGrade counting = grades.get(grades.size() - 1);
    if (plan.assignment().attempts().counts() == Counts.BEST) {
      for (StudentGrade grade : grades) {
        counting = grade.total().compareTo(counting.total()) > 0 ? grade : counting;
      }
    }
    return counting;
  }

  private StudentGrade grade(Tested tested, int attempts) {
    Submission submission = tested.submission();
    Student student = submission.student();
    StudentResult result = tested.result();
    List<ManualPoints.Entry> given = manual.of(student.name());
    List<BigDecimal> points = new ArrayList<>();
    List<BigDecimal> possible = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    List<Contract> contracts = plan.contracts();
    BigDecimal lost = lateness(submission);
    for (int i = 0; i < contracts.size(); i++) {
      BigDecimal worth = plan.worth(contracts.get(i));
      BigDecimal tests = weighted(result.exercises().get(i), worth);
      BigDecimal kept =
          tests.multiply(ALL.subtract(lost)).divide(ALL, PLACES, RoundingMode.HALF_UP);
      // What an instructor gives by hand is given: lateness takes from the tests' points alone.
      sum = sum.add(ManualPoints.points(given, contracts.get(i).id(), kept));
      points.add(ManualPoints.points(given, contracts.get(i).id(), tests));
      possible.add(worth);
    }
    BigDecimal whole = ManualPoints.whole(given);
    return new StudentGrade(
        student,
        roster.flatMap(list -> list.find(student)),
        result,
        submission.attempt(),
        submission.attempt() == 0 ? 0 : attempts,
        points,
        possible,
        time(submission),
        lost,
        whole,
        ManualPoints.comments(given),
        sum.add(whole).max(BigDecimal.ZERO),
        status(submission, result, attempts));
  }

  private static BigDecimal weighted(ExerciseReport report, BigDecimal worth) {
    return report.possible() == 0
        ? BigDecimal.ZERO
        : worth
            .multiply(BigDecimal.valueOf(report.points()))
            .divide(BigDecimal.valueOf(report.possible()), PLACES, RoundingMode.HALF_UP);
  }

  private Optional<Instant> time(Submission submission) {
    return roster
        .flatMap(list -> list.find(submission.student()))
        .flatMap(Roster.Entry::submitted)
        .filter(time -> submission.attempt() > 0)
        .or(submission::at);
  }

  /** Percent that the tests' points lose. */
  private BigDecimal lateness(Submission submission) {
    return late(submission).map(plan.assignment().late()::percent).orElse(BigDecimal.ZERO);
  }

  /** How late it came; a platform that only says "late" is taken to mean a day at most. */
  private Optional<Duration> late(Submission submission) {
    Optional<Instant> due = plan.assignment().dueFor(submission.student().name());
    Optional<Instant> at = time(submission);
    if (due.isPresent() && at.isPresent()) {
      Duration late = Duration.between(due.get(), at.get());
      return late.isNegative() || late.isZero() ? Optional.empty() : Optional.of(late);
    }
    return submission.calledLate() ? Optional.of(Duration.ofDays(1)) : Optional.empty();
  }

  private String status(Submission submission, StudentResult result, int attempts) {
    List<String> parts = new ArrayList<>();
    if (!result.status().equals("ok")) {
      parts.add(result.status());
    }
    late(submission).map(this::lateness).ifPresent(parts::add);
    if (plan.assignment().due().isPresent()
        && submission.attempt() > 0
        && time(submission).isEmpty()
        && !submission.calledLate()) {
      parts.add("time of submission unknown");
    }
    if (attempts > 1) {
      parts.add("attempt " + submission.attempt() + " of " + attempts + " counts");
    }
    if (roster.isPresent() && roster.get().find(submission.student()).isEmpty()) {
      parts.add("not in the roster");
    }
    return parts.isEmpty() ? "ok" : String.join("; ", parts);
  }

  private String lateness(Duration late) {
    BigDecimal lost = plan.assignment().late().percent(late);
    return "late by "
        + shown(late)
        + (lost.signum() == 0 ? ", at no cost" : ": -" + StudentGrade.shown(lost) + " %");
  }

  private static String shown(Duration late) {
    if (late.toDays() > 0) {
      return late.toDays() + " d " + late.toHoursPart() + " h";
    }
    return late.toHours() > 0
        ? late.toHours() + " h " + late.toMinutesPart() + " min"
        : Math.max(1, late.toMinutes()) + " min";
  }
}
