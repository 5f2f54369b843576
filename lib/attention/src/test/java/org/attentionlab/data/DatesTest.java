package org.attentionlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DatesTest {
  /** Reads any of the styles without java.time: by words and numbers. */
  private static String iso(String text) {
    Matcher year = Pattern.compile("\\d{4}").matcher(text);
    assertTrue(year.find(), "no year: " + text);
    String rest = text.replace(year.group(), " ");
    String month = month(rest.toLowerCase(Locale.ROOT));
    Matcher numbers = Pattern.compile("\\d+").matcher(rest);
    assertTrue(numbers.find(), "no number: " + text);
    if (month.isEmpty()) { // 2024/3/5 and 2024年3月5日: the month comes first
      month = numbers.group();
      assertTrue(numbers.find(), "no day: " + text);
    }
    int day = Integer.parseInt(numbers.group());
    assertTrue(!numbers.find(), "a number too many: " + text);
    return String.format(Locale.ROOT, "%s-%02d-%02d", year.group(), Integer.parseInt(month), day);
  }

  /** Months by their first letters; the longer ones first, since 一月 ends 十一月. */
  private static String month(String text) {
    String[] beginnings = {
      "十一月 11",
      "十二月 12",
      "十月 10",
      "一月 1",
      "二月 2",
      "三月 3",
      "四月 4",
      "五月 5",
      "六月 6",
      "七月 7",
      "八月 8",
      "九月 9",
      "januar 1",
      "jan 1",
      "jan. 1",
      "janv 1",
      "enero 1",
      "feb 2",
      "févr 2",
      "mars 3",
      "märz 3",
      "marzo 3",
      "march 3",
      "mar 3",
      "apr 4",
      "avr 4",
      "abr 4",
      "mayo 5",
      "may 5",
      "mai 5",
      "juin 6",
      "jun 6",
      "juil 7",
      "jul 7",
      "aug 8",
      "août 8",
      "agosto 8",
      "sep 9",
      "oct 10",
      "okt 10",
      "nov 11",
      "dec 12",
      "dez 12",
      "déc 12",
      "dic 12"
    };
    for (String beginning : beginnings) {
      String[] parts = beginning.split(" ", -1);
      String letters = parts[0].replace(".", "\\.");
      boolean short3 = letters.equals("mar"); // martes and mardi are Tuesdays
      String regex = "(^|[^\\p{L}])" + letters + (short3 ? "([^\\p{L}]|$)" : "");
      boolean chinese = letters.charAt(0) > 0x3000;
      if (chinese ? text.contains(letters) : Pattern.compile(regex).matcher(text).find()) {
        return parts[1];
      }
    }
    return "";
  }

  @Property(tries = 40)
  void everyDateReadsBackByWordsAndNumbers(@ForAll long seed) {
    for (Pair pair : Dates.manyLanguages().examples(new Random(seed), 100)) {
      assertEquals(pair.target(), iso(pair.source()), pair.source());
    }
  }

  @Property(tries = 40)
  void weekdaysAreThoseOfTheDay(@ForAll long seed) {
    String[] english = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    for (Pair pair : Dates.english().examples(new Random(seed), 100)) {
      Matcher weekday = Pattern.compile("\\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)").matcher(pair.source());
      if (weekday.find()) {
        long days = LocalDate.parse(pair.target()).toEpochDay(); // 1970-01-01 was a Thursday
        assertEquals(english[(int) Math.floorMod(days + 3, 7L)], weekday.group(), pair.toString());
      }
    }
  }

  @Property(tries = 20)
  void noDayIsInTwoParts(@ForAll long seed) {
    var split = Dates.english().split(new Random(seed), 1000);
    assertEquals(Set.of(), split.leaks(Pair::target));
    assertEquals(Set.of(), split.leaks(Pair::source));
    assertEquals(100, split.test().size(), 10);
  }

  @Test
  void noTextMeansTwoDays() {
    Map<String, String> meaning = new HashMap<>();
    for (LocalDate day = LocalDate.of(2023, 1, 1); day.getYear() < 2025; day = day.plusDays(1)) {
      for (DateStyle style : DateStyle.manyLanguages()) {
        String iso = day.toString();
        assertEquals(iso, meaning.merge(style.write(day), iso, (a, b) -> a), style.name());
      }
    }
  }

  @Test
  void stylesAreWrittenSoOnEveryJdk() {
    LocalDate day = LocalDate.of(2024, 3, 1);
    assertEquals(
        List.of(
            "1 March 2024",
            "March 1, 2024",
            "Mar 1, 2024",
            "01 Mar 2024",
            "01-Mar-2024",
            "2024/3/1",
            "2024 Mar 1",
            "Fri 1 Mar 2024",
            "Friday, 1 March 2024",
            "Friday, March 1, 2024",
            "the 1st of March 2024",
            "March the 1st, 2024",
            "in 2024 on Friday the 1st of March",
            "on Friday, the 1st day of March in the year 2024",
            "1. März 2024",
            "Freitag, 1. März 2024",
            "Fr, 1. März 2024",
            "am Freitag, dem 1. März des Jahres 2024",
            "le 1er mars 2024",
            "vendredi 1er mars 2024",
            "1er mars 2024",
            "1 de marzo de 2024",
            "viernes, 1 de marzo de 2024",
            "el viernes 1 de marzo del año 2024",
            "2024年3月1日",
            "2024年三月1日",
            "2024年3月1日星期五"),
        DateStyle.manyLanguages().stream().map(style -> style.write(day)).toList());
  }

  @Test
  void theSeedDecidesOnEveryJdk() {
    assertEquals(
        "[Pair[source=04-Dec-2040, target=2040-12-04],"
            + " Pair[source=Wed 23 Dec 2015, target=2015-12-23]]",
        Dates.english().examples(new Random(1), 2).toString());
  }

  @Test
  void ordinalsAreEnglish() {
    DateStyle style = DateStyle.of(DateLanguage.ENGLISH, "{nth} {month2} {year}");
    List<String> ordinals = new ArrayList<>();
    for (int day = 1; day <= 31; day++) {
      String written = style.write(LocalDate.of(2000, 1, day));
      ordinals.add(written.substring(0, written.indexOf(' ')));
    }
    assertEquals(
        "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th 13th 14th 15th 16th 17th 18th 19th"
            + " 20th 21st 22nd 23rd 24th 25th 26th 27th 28th 29th 30th 31st",
        String.join(" ", ordinals));
  }

  @Test
  void lengthsReachFar() {
    var lengths =
        Dates.english().examples(new Random(5), 5000).stream()
            .map(pair -> pair.source().length())
            .collect(Collectors.toSet());
    assertTrue(lengths.contains(9) && lengths.stream().anyMatch(n -> n > 50), "" + lengths);
    Set<Integer> letters = new HashSet<>();
    Dates.english()
        .examples(new Random(6), 5000)
        .forEach(pair -> pair.source().chars().forEach(letters::add));
    assertTrue(letters.size() > 40 && letters.size() < 60, "letters: " + letters.size());
  }

  @Test
  void aStyleThatNamesNoDayIsRefused() {
    DateStyle yearless =
        new DateStyle("day and month", DateTimeFormatter.ofPattern("d.M.", Locale.ROOT));
    LocalDate day = LocalDate.of(2000, 1, 1);
    var error =
        assertThrows(IllegalArgumentException.class, () -> new Dates(day, day, List.of(yearless)));
    assertTrue(error.getMessage().contains("writes 2024-03-05 as 5.3., which"), error.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> DateStyle.of(DateLanguage.GERMAN, "{hour} Uhr"));
    assertThrows(IllegalArgumentException.class, () -> new Dates(day, day, List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Dates(day, day.minusDays(1), DateStyle.english()));
    Dates one = new Dates(day, day, DateStyle.english());
    assertThrows(IllegalArgumentException.class, () -> one.split(new Random(1), 10));
  }
}
