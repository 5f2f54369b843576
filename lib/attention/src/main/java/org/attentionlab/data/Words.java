package org.attentionlab.data;

import java.util.List;
import java.util.regex.Pattern;

/** Rows of words, written with spaces. */
final class Words {
  private static final Pattern SPACES = Pattern.compile(" +");

  private Words() {}

  /** "the cat sat" as three words; no words for an empty text. */
  static List<String> of(String text) {
    String trimmed = text.strip();
    return trimmed.isEmpty() ? List.of() : List.of(SPACES.split(trimmed));
  }
}
