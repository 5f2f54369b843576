package org.attentionlab.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many entities are found from their first to their last token and with the right type, in
 * sentences that are tagged {@code B-type}, {@code I-type} and {@code O}.
 *
 * <p>An entity begins at {@code B}, or at an {@code I} that continues nothing of its type, as the
 * evaluation of CoNLL counts. Tjong Kim Sang and De Meulder (2003), "Introduction to the CoNLL-2003
 * Shared Task".
 *
 * <pre>
 * Anna  lives  in  New    York          B-PER O O B-LOC I-LOC
 * </pre>
 */
public final class EntityF1 {
  private final Map<String, F1> byType;

  private EntityF1(Map<String, F1> byType) {
    this.byType = byType;
  }

  /**
   * An entity.
   *
   * @param type what comes behind {@code B-} and {@code I-}
   * @param from place of its first token
   * @param to place behind its last token
   */
  public record Entity(String type, int from, int to) {}

  /**
   * The entities of a sentence.
   *
   * @param tags {@code O}, {@code B-type} or {@code I-type}
   * @return the entities from left to right
   * @throws IllegalArgumentException if a tag is none of these
   */
  public static List<Entity> entities(List<String> tags) {
    List<Entity> found = new ArrayList<>();
    String type = "";
    int from = 0;
    for (int i = 0; i <= tags.size(); i++) {
      String tag = i < tags.size() ? checked(tags.get(i), i) : "O";
      String next = tag.equals("O") ? "" : tag.substring(2);
      boolean goesOn = tag.startsWith("I-") && next.equals(type);
      if (goesOn) {
        continue;
      }
      if (!type.isEmpty()) {
        found.add(new Entity(type, from, i));
      }
      type = next;
      from = i;
    }
    return found;
  }

  private static String checked(String tag, int place) {
    boolean known = tag.equals("O") || tag.matches("[BI]-.+");
    if (!known) {
      throw new IllegalArgumentException(
          "EntityF1: tag \"" + tag + "\" at " + place + " is not O, B-type or I-type.");
    }
    return tag;
  }

  /**
   * Counts the entities of sentences.
   *
   * @param predicted tags that a model says
   * @param targets tags that are right
   * @return the counts
   * @throws IllegalArgumentException if the numbers differ, or a tag is unknown
   */
  public static EntityF1 of(List<List<String>> predicted, List<List<String>> targets) {
    Accuracy.requireEqual("EntityF1", "sentences", predicted.size(), targets.size());
    Map<String, long[]> counts = new TreeMap<>(); // hits, predicted, relevant
    for (int i = 0; i < targets.size(); i++) {
      Accuracy.requireEqual(
          "EntityF1", "tags in sentence " + i, predicted.get(i).size(), targets.get(i).size());
      Set<Entity> right = new HashSet<>(entities(targets.get(i)));
      for (Entity entity : entities(predicted.get(i))) {
        long[] count = counts.computeIfAbsent(entity.type(), type -> new long[3]);
        count[0] += right.contains(entity) ? 1 : 0;
        count[1]++;
      }
      right.forEach(entity -> counts.computeIfAbsent(entity.type(), type -> new long[3])[2]++);
    }
    Map<String, F1> byType = new TreeMap<>();
    counts.forEach((type, count) -> byType.put(type, new F1(count[0], count[1], count[2])));
    return new EntityF1(byType);
  }

  /**
   * All entities together (micro).
   *
   * @return the counts
   */
  public F1 overall() {
    return byType.values().stream().reduce(new F1(0, 0, 0), F1::plus);
  }

  /**
   * Each type by itself.
   *
   * @return the counts by type, in the order of the alphabet
   */
  public Map<String, F1> byType() {
    return Collections.unmodifiableMap(byType);
  }
}
