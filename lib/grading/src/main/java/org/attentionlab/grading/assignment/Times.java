package org.attentionlab.grading.assignment;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people and learning platforms write them. */
public final class Times {

  private static final Pattern DURATION =
      Pattern.compile("(\\d{1,5})\\s*(min|minutes?|h|hours?|d|days?)");

  /** Moodle's worksheet writes the third, with or without seconds, nbgrader the first. */
  private static final List<DateTimeFormatter> LOCAL =
      List.of(
          new DateTimeFormatterBuilder()
              .appendPattern("yyyy-MM-dd HH:mm[:ss]")
              .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
              .toFormatter(Locale.ENGLISH),
          DateTimeFormatter.ISO_LOCAL_DATE_TIME,
          DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, h:mm a", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, H:mm", Locale.ENGLISH));

  private Times() {}

  /**
   * Reads a time.
   *
   * @param zone where it has none of its own
   * @return empty when it is none
   */
  public static Optional<Instant> parse(String text, ZoneId zone) {
    String bare = text.strip();
    try {
      return Optional.of(OffsetDateTime.parse(bare.replaceFirst(" ", "T")).toInstant());
    } catch (DateTimeException local) {
      return local(bare, zone);
    }
  }

  private static Optional<Instant> local(String text, ZoneId zone) {
    Matcher named = Pattern.compile("(.*\\d)\\s+(UTC|GMT|[A-Z]\\w+/\\w+)").matcher(text);
    String bare = named.matches() ? named.group(1) : text;
    for (DateTimeFormatter format : LOCAL) {
      try {
        ZoneId there = named.matches() ? ZoneId.of(named.group(2)) : zone;
        return Optional.of(ZonedDateTime.of(LocalDateTime.parse(bare, format), there).toInstant());
      } catch (DateTimeException other) {
        // Written in another way: the next one is tried.
      }
    }
    return Optional.empty();
  }

  /** Reads a length of time: {@code 15 min}, {@code 2 h}, {@code 7 d}. */
  static Optional<Duration> duration(String text) {
    Matcher matcher = DURATION.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2).charAt(0)) {
          case 'm' -> Duration.ofMinutes(count);
          case 'h' -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }
}
