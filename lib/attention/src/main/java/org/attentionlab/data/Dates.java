package org.attentionlab.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Dates as people write them, to be written as a machine does.
 *
 * <pre>
 * the 5th of March 2024              -&gt; 2024-03-05
 * Tuesday, 5 March 2024              -&gt; 2024-03-05
 * 2024年3月5日星期二                   -&gt; 2024-03-05
 * </pre>
 *
 * <p>Every letter of the target has its place in the source, yet not at the same place: the task on
 * which additive attention shows best. Long styles show what one context vector forgets. A split
 * keeps days apart: no day of the test was learned from in any style.
 *
 * @param first the first day that may be drawn
 * @param last the last day
 * @param styles the ways of writing, equally often
 */
public record Dates(LocalDate first, LocalDate last, List<DateStyle> styles)
    implements Corpus<Pair> {
  private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2049, 12, 31);
  private static final LocalDate PROBE = LocalDate.of(2024, 3, 5);

  /** Checks the range, and that each style names one day. */
  public Dates {
    styles = List.copyOf(styles);
    if (styles.isEmpty()) {
      throw new IllegalArgumentException("Dates: at least one style is needed.");
    }
    if (last.isBefore(first) || first.getYear() < 1000 || last.getYear() > 9999) {
      throw new IllegalArgumentException(
          "Dates: "
              + first
              + " to "
              + last
              + " is no range of days in the years 1000 to 9999, the first before the last.");
    }
    styles.forEach(Dates::check);
  }

  /**
   * A hundred years in English.
   *
   * @return days from 1950 to 2049
   */
  public static Dates english() {
    return new Dates(FIRST, LAST, DateStyle.english());
  }

  /**
   * A hundred years in five languages.
   *
   * @return days from 1950 to 2049
   */
  public static Dates manyLanguages() {
    return new Dates(FIRST, LAST, DateStyle.manyLanguages());
  }

  @Override
  public List<Pair> examples(RandomGenerator rng, int count) {
    return Draw.distinct("Dates", count, Pair::source, () -> example(rng));
  }

  /** The day. */
  @Override
  public Object key(Pair example) {
    return example.target();
  }

  private Pair example(RandomGenerator rng) {
    int days = (int) ChronoUnit.DAYS.between(first, last) + 1;
    LocalDate date = first.plusDays(rng.nextInt(days));
    return new Pair(Draw.one(rng, styles).write(date), date.toString());
  }

  private static void check(DateStyle style) {
    String written = style.write(PROBE);
    try {
      if (style.read(written).equals(PROBE)) {
        return;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(unclear(style, written), e);
    }
    throw new IllegalArgumentException(unclear(style, written));
  }

  private static String unclear(DateStyle style, String written) {
    return "Dates: the style "
        + style.name()
        + " writes "
        + PROBE
        + " as "
        + written
        + ", which does not name one day. A style has to hold year, month and day.";
  }
}
