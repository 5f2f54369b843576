package org.attentionlab.grading.similarity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Pairs of submissions that share fingerprints.
 *
 * <p>What stands in the starter code does not count, nor what more than a third of a class of at
 * least {@value #A_CLASS} students wrote: short exercises have natural answers. A pair is a reason
 * to read both, and no proof of anything.
 */
public final class Similarities {

  private static final int A_CLASS = 6;
  private static final double COMMON = 1.0 / 3;

  /** Fewer shared fingerprints say nothing. */
  private static final int FEWEST = 4;

  private final Set<Long> given = new HashSet<>();
  private final Map<String, Set<Long>> students = new TreeMap<>();

  /**
   * Two students' code.
   *
   * @param one the first by name
   * @param other the second
   * @param shared fingerprints that both have
   * @param share shared fingerprints by those of the smaller of both, 0 to 1
   */
  public record Pair(String one, String other, int shared, double share) {}

  /** Takes code that everybody was given. */
  public Similarities given(String starter) {
    given.addAll(Winnowing.of(starter));
    return this;
  }

  /** Takes a student's code; calls for one student add up. */
  public void add(String student, Collection<String> code) {
    Set<Long> own = students.computeIfAbsent(student, key -> new HashSet<>());
    code.forEach(text -> own.addAll(Winnowing.of(text)));
  }

  /**
   * The pairs from the most alike on.
   *
   * @param threshold share from which a pair is reported
   */
  public List<Pair> pairs(double threshold) {
    Map<Long, List<String>> owners = new HashMap<>();
    students.forEach(
        (student, own) ->
            own.stream()
                .filter(print -> !given.contains(print))
                .forEach(
                    print -> owners.computeIfAbsent(print, key -> new ArrayList<>()).add(student)));
    if (students.size() >= A_CLASS) {
      owners.values().removeIf(who -> who.size() > students.size() * COMMON);
    }
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Map<String, Integer>> shared = new TreeMap<>();
    for (List<String> who : owners.values()) {
      for (int i = 0; i < who.size(); i++) {
        counts.merge(who.get(i), 1, Integer::sum);
        Map<String, Integer> row = shared.computeIfAbsent(who.get(i), key -> new TreeMap<>());
        for (int j = i + 1; j < who.size(); j++) {
          row.merge(who.get(j), 1, Integer::sum);
        }
      }
    }
    List<Pair> pairs = new ArrayList<>();
    shared.forEach(
        (one, row) ->
            row.forEach(
                (other, count) -> {
                  double share = (double) count / Math.min(counts.get(one), counts.get(other));
                  if (count >= FEWEST && share >= threshold) {
                    pairs.add(new Pair(one, other, count, share));
                  }
                }));
    pairs.sort(
        Comparator.comparing(Pair::share)
            .thenComparing(Pair::shared)
            .reversed()
            .thenComparing(Pair::one)
            .thenComparing(Pair::other));
    return pairs;
  }
}
