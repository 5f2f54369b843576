package org.attentionlab.grading.assignment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is graded, what it is worth and when it is due.
 *
 * @param name short name, for files and for columns of a learning platform
 * @param title what students read
 * @param lesson a whole lesson in two digits, where no exercises are listed
 * @param exercises from an exercise's number to its points, in order; no points mean those of the
 *     course
 * @param due when it is to be handed in
 * @param zone where times are of that do not say so themselves, such as those of a roster
 * @param extensions later dates of single students
 * @param late what lateness costs
 * @param attempts how many attempts count, and which of them
 */
public record Assignment(
    String name,
    String title,
    Optional<String> lesson,
    Map<String, Optional<BigDecimal>> exercises,
    Optional<Instant> due,
    ZoneId zone,
    Map<String, Instant> extensions,
    LateRule late,
    AttemptRule attempts) {

  /** Copies the maps and keeps their order. */
  public Assignment {
    exercises = Collections.unmodifiableMap(new LinkedHashMap<>(exercises));
    extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
  }

  /** All exercises of a lesson with the course's points, never due. */
  public static Assignment ofLesson(String lesson) {
    return new Assignment(
        lesson,
        "Lesson " + lesson,
        Optional.of(lesson),
        Map.of(),
        Optional.empty(),
        ZoneOffset.UTC,
        Map.of(),
        LateRule.forgiving(),
        AttemptRule.unlimited());
  }

  /** When a student has to hand in. */
  public Optional<Instant> dueFor(String student) {
    return Optional.ofNullable(extensions.get(student)).or(() -> due);
  }
}
