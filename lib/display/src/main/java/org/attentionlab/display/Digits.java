package org.attentionlab.display;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** One format for all the numbers of a table: a fixed number of digits, no more than are needed. */
final class Digits {
  /** Decimals where nothing else was asked for. */
  static final int USUAL = 4;

  private final int decimals;
  private final boolean scientific;

  private Digits(int decimals, boolean scientific) {
    this.decimals = decimals;
    this.scientific = scientific;
  }

  /**
   * The format for these numbers.
   *
   * @param values the numbers that will be shown
   * @param most decimals at most; zeros at the end of all numbers are left out
   */
  static Digits of(double[] values, int most) {
    double greatest = 0;
    int decimals = 0;
    for (double value : values) {
      if (Double.isFinite(value)) {
        greatest = Math.max(greatest, Math.abs(value));
        decimals = Math.max(decimals, decimals(value, most));
      }
    }
    boolean tiny = greatest > 0 && greatest < Math.pow(10, 1 - most);
    boolean huge = greatest >= 1e7 || (decimals > 0 && greatest >= 1e5);
    return tiny || huge ? new Digits(most, true) : new Digits(decimals, false);
  }

  /** Always so many decimals. */
  static Digits fixed(int decimals) {
    return new Digits(decimals, false);
  }

  String format(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    String text = String.format(Locale.ROOT, "%." + decimals + (scientific ? "e" : "f"), value);
    return text.startsWith("-") && isZero(text) ? text.substring(1) : text;
  }

  private static int decimals(double value, int most) {
    BigDecimal rounded = new BigDecimal(value).setScale(most, RoundingMode.HALF_UP);
    return Math.max(0, rounded.stripTrailingZeros().scale());
  }

  private static boolean isZero(String text) {
    return text.chars().noneMatch(c -> c >= '1' && c <= '9');
  }
}
