package org.attentionlab.data;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which people write dates.
 *
 * <pre>
 * DateStyle.of(DateLanguage.ENGLISH, "{weekday}, the {nth} of {month} {year}")
 *   Tuesday, the 5th of March 2024
 * </pre>
 *
 * @param name of the style, for tables
 * @param formatter writes and reads it
 */
public record DateStyle(String name, DateTimeFormatter formatter) {
  private static final Pattern FIELD = Pattern.compile("\\{([^}]*)}");
  private static final String FIELDS =
      "{year}, {month}, {mon}, {month1}, {month2}, {day}, {day2}, {nth}, {weekday} and {wkd}";

  /**
   * A style in the words of a language.
   *
   * <pre>
   * {year}     2024         {day}      5
   * {month}    March        {day2}     05
   * {mon}      Mar          {nth}      5th
   * {month1}   3            {weekday}  Tuesday
   * {month2}   03           {wkd}      Tue
   * </pre>
   *
   * @param language of the names
   * @param pattern text with fields in braces
   * @return the style, named by the pattern
   */
  public static DateStyle of(DateLanguage language, String pattern) {
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
    Matcher field = FIELD.matcher(pattern);
    int from = 0;
    while (field.find()) {
      builder.appendLiteral(pattern.substring(from, field.start()));
      append(builder, language, field.group(1));
      from = field.end();
    }
    builder.appendLiteral(pattern.substring(from));
    return new DateStyle(pattern, builder.toFormatter(Locale.ROOT));
  }

  /**
   * Writes a date.
   *
   * @param date which one
   * @return the date in this style
   */
  public String write(LocalDate date) {
    return formatter.format(date);
  }

  /**
   * Reads a date.
   *
   * @param text a date in this style
   * @return the date
   * @throws java.time.format.DateTimeParseException if the text is none, or names a weekday that
   *     the day was not
   */
  public LocalDate read(String text) {
    return LocalDate.parse(text, formatter);
  }

  /**
   * English styles, from 8 letters to over 50. In each, the month is a word or stands after the
   * year: none can be taken for another date.
   *
   * @return the styles
   */
  public static List<DateStyle> english() {
    return all(
        DateLanguage.ENGLISH,
        "{day} {month} {year}",
        "{month} {day}, {year}",
        "{mon} {day}, {year}",
        "{day2} {mon} {year}",
        "{day2}-{mon}-{year}",
        "{year}/{month1}/{day}",
        "{year} {mon} {day}",
        "{wkd} {day} {mon} {year}",
        "{weekday}, {day} {month} {year}",
        "{weekday}, {month} {day}, {year}",
        "the {nth} of {month} {year}",
        "{month} the {nth}, {year}",
        "in {year} on {weekday} the {nth} of {month}",
        "on {weekday}, the {nth} day of {month} in the year {year}");
  }

  /**
   * Styles in five languages.
   *
   * @return the English styles and some of the other languages
   */
  public static List<DateStyle> manyLanguages() {
    List<DateStyle> styles = new ArrayList<>(english());
    styles.addAll(
        all(
            DateLanguage.GERMAN,
            "{day}. {month} {year}",
            "{weekday}, {day}. {month} {year}",
            "{wkd}, {day}. {mon} {year}",
            "am {weekday}, dem {day}. {month} des Jahres {year}"));
    styles.addAll(
        all(
            DateLanguage.FRENCH,
            "le {nth} {month} {year}",
            "{weekday} {nth} {month} {year}",
            "{nth} {mon} {year}"));
    styles.addAll(
        all(
            DateLanguage.SPANISH,
            "{day} de {month} de {year}",
            "{weekday}, {day} de {month} de {year}",
            "el {weekday} {day} de {month} del año {year}"));
    styles.addAll(
        all(
            DateLanguage.CHINESE,
            "{year}年{month1}月{day}日",
            "{year}年{month}{day}日",
            "{year}年{month1}月{day}日{weekday}"));
    return List.copyOf(styles);
  }

  private static List<DateStyle> all(DateLanguage language, String... patterns) {
    List<DateStyle> styles = new ArrayList<>();
    for (String pattern : patterns) {
      styles.add(of(language, pattern));
    }
    return styles;
  }

  private static void append(
      DateTimeFormatterBuilder builder, DateLanguage language, String field) {
    switch (field) {
      case "year" -> builder.appendValue(ChronoField.YEAR, 4, 4, SignStyle.NOT_NEGATIVE);
      case "month" -> builder.appendText(ChronoField.MONTH_OF_YEAR, language.months());
      case "mon" -> builder.appendText(ChronoField.MONTH_OF_YEAR, language.shortMonths());
      case "month1" -> builder.appendValue(ChronoField.MONTH_OF_YEAR);
      case "month2" -> builder.appendValue(ChronoField.MONTH_OF_YEAR, 2);
      case "day" -> builder.appendValue(ChronoField.DAY_OF_MONTH);
      case "day2" -> builder.appendValue(ChronoField.DAY_OF_MONTH, 2);
      case "nth" -> builder.appendText(ChronoField.DAY_OF_MONTH, language.ordinals());
      case "weekday" -> builder.appendText(ChronoField.DAY_OF_WEEK, language.weekdays());
      case "wkd" -> builder.appendText(ChronoField.DAY_OF_WEEK, language.shortWeekdays());
      default ->
          throw new IllegalArgumentException(
              "DateStyle: there is no field {" + field + "}; there are " + FIELDS + ".");
    }
  }
}
