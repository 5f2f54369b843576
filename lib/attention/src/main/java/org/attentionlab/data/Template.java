package org.attentionlab.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A sentence with slots, "the mouse is next to a {cue}", and what becomes of it.
 *
 * <p>A slot may be filled with several words, or none. A slot that occurs twice is filled the same
 * both times. The article "a" becomes "an" where the next word asks for it.
 */
final class Template {
  private static final Pattern VOWEL = Pattern.compile("[aeio].*|u(?!se|ni).*|hour|honest");
  private static final Pattern CONSONANT = Pattern.compile("one|once|eu.*");

  /**
   * A filled template.
   *
   * @param tokens the sentence
   * @param slots where each slot begins, and where it ends (exclusive), at its last occurrence
   */
  record Filled(List<String> tokens, Map<String, Span> slots) {
    /** Where a slot of one word stands. */
    int at(String slot) {
      return slots.get(slot).from();
    }

    /** Where a word first stands. */
    int of(String word) {
      return tokens.indexOf(word);
    }
  }

  /** From a token to before another. */
  record Span(int from, int to) {}

  private Template() {}

  /**
   * Fills the slots.
   *
   * @param template words and slots, separated by spaces
   * @param lot from the name of a slot to its words; asked once for each slot, from left to right
   * @return the sentence
   */
  static Filled fill(String template, UnaryOperator<String> lot) {
    List<String> tokens = new ArrayList<>();
    Map<String, String> known = new HashMap<>();
    Map<String, Span> slots = new HashMap<>();
    for (String word : Words.of(template)) {
      if (!word.startsWith("{")) {
        tokens.add(word);
        continue;
      }
      String slot = word.substring(1, word.length() - 1);
      if (!known.containsKey(slot)) {
        known.put(slot, lot.apply(slot));
      }
      int from = tokens.size();
      tokens.addAll(Words.of(known.get(slot)));
      slots.put(slot, new Span(from, tokens.size()));
    }
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).equals("a") && startsWithVowel(tokens.get(i + 1))) {
        tokens.set(i, "an");
      }
    }
    return new Filled(List.copyOf(tokens), Map.copyOf(slots));
  }

  private static boolean startsWithVowel(String word) {
    return VOWEL.matcher(word).matches() && !CONSONANT.matcher(word).matches();
  }
}
