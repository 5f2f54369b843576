package org.attentionlab.data;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds what a corpus holds more than once, and cleans it.
 *
 * <pre>
 * Duplicates.counts(lines, Duplicates::plain)      // {"the cat sat"=3, ...}
 * Duplicates.removed(lines, Duplicates::plain)     // the first of the three
 * </pre>
 *
 * <p>A model weighs an example by how often it meets it, and a test that was learned from tells
 * nothing; {@link Split#byKey} keeps duplicates in one part, and this class removes them. Lee et
 * al. (2022), "Deduplicating Training Data Makes Language Models Better".
 */
public final class Duplicates {
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private Duplicates() {}

  /**
   * What occurs more than once, and how often.
   *
   * @param examples in any order
   * @param key what makes two examples the same
   * @param <E> an example
   * @param <K> a value with {@code equals}
   * @return the keys of two or more examples with their numbers, in the order of their first
   */
  public static <E, K> Map<K, Integer> counts(
      List<E> examples, Function<? super E, ? extends K> key) {
    Map<K, Integer> counts = new LinkedHashMap<>();
    for (E example : examples) {
      counts.merge(key.apply(example), 1, Integer::sum);
    }
    counts.values().removeIf(count -> count == 1);
    return counts;
  }

  /**
   * Each example once.
   *
   * @param examples in any order
   * @param key what makes two examples the same
   * @param <E> an example
   * @return the first example of each key, in their order
   */
  public static <E> List<E> removed(List<E> examples, Function<? super E, ?> key) {
    Set<Object> seen = new HashSet<>();
    List<E> kept = new ArrayList<>();
    for (E example : examples) {
      if (seen.add(key.apply(example))) {
        kept.add(example);
      }
    }
    return kept;
  }

  /**
   * A key by which texts are the same that differ in capitals, spaces, or the width and the
   * encoding of their characters only.
   *
   * <pre>plain(" The  Cat") = plain("the cat") = "the cat"</pre>
   *
   * @param text any
   * @return in Unicode's form NFKC and small letters, with single spaces
   */
  public static String plain(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return SPACES.matcher(composed).replaceAll(" ").strip();
  }
}
