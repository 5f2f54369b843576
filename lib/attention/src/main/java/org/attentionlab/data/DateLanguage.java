package org.attentionlab.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that a language has for months and weekdays. They are written down here, and not asked
 * of the JDK: what that answers differs from version to version and with the locales installed.
 */
public enum DateLanguage {
  /** English, with ordinals: 1st, 2nd, 3rd. */
  ENGLISH(
      "January February March April May June July August September October November December",
      "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
      "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
      "Mon Tue Wed Thu Fri Sat Sun"),
  /** German. */
  GERMAN(
      "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
      "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
      "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
      "Mo Di Mi Do Fr Sa So"),
  /** French, where only the first day of a month is an ordinal. */
  FRENCH(
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
      "lundi mardi mercredi jeudi vendredi samedi dimanche",
      "lun. mar. mer. jeu. ven. sam. dim."),
  /** Spanish. */
  SPANISH(
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      "ene feb mar abr may jun jul ago sept oct nov dic",
      "lunes martes miércoles jueves viernes sábado domingo",
      "lun mar mié jue vie sáb dom"),
  /** Chinese. */
  CHINESE(
      "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
      "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
      "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
      "周一 周二 周三 周四 周五 周六 周日");

  private final String months;
  private final String shortMonths;
  private final String weekdays;
  private final String shortWeekdays;

  DateLanguage(String months, String shortMonths, String weekdays, String shortWeekdays) {
    this.months = months;
    this.shortMonths = shortMonths;
    this.weekdays = weekdays;
    this.shortWeekdays = shortWeekdays;
  }

  Map<Long, String> months() {
    return numbered(months);
  }

  Map<Long, String> shortMonths() {
    return numbered(shortMonths);
  }

  Map<Long, String> weekdays() {
    return numbered(weekdays);
  }

  Map<Long, String> shortWeekdays() {
    return numbered(shortWeekdays);
  }

  /** How the days of a month are counted: 1st and 22nd, 1er and 22, otherwise 1 and 22. */
  Map<Long, String> ordinals() {
    Map<Long, String> ordinals = new HashMap<>();
    for (long day = 1; day <= 31; day++) {
      ordinals.put(day, day + ending(day));
    }
    return ordinals;
  }

  private String ending(long day) {
    if (this == FRENCH) {
      return day == 1 ? "er" : "";
    }
    if (this != ENGLISH) {
      return "";
    }
    if (day >= 11 && day <= 13) {
      return "th";
    }
    return List.of("th", "st", "nd", "rd", "th", "th", "th", "th", "th", "th")
        .get((int) (day % 10));
  }

  private static Map<Long, String> numbered(String names) {
    Map<Long, String> numbered = new HashMap<>();
    long number = 1;
    for (String name : Words.of(names)) {
      numbered.put(number++, name);
    }
    return numbered;
  }
}
