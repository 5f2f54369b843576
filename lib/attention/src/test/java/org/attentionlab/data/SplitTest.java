package org.attentionlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SplitTest {
  private static List<Integer> upTo(int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(i);
    }
    return numbers;
  }

  @Property(tries = 200)
  void keysStayTogetherAndNothingIsLost(
      @ForAll long seed,
      @ForAll @IntRange(min = 3, max = 300) int count,
      @ForAll @IntRange(min = 3, max = 40) int keys) {
    var split = Split.byKey(new Random(seed), upTo(count), number -> number % keys);
    assertEquals(Set.of(), split.leaks(number -> number % keys));
    List<Integer> all = new ArrayList<>(split.train());
    all.addAll(split.validation());
    all.addAll(split.test());
    Collections.sort(all);
    assertEquals(upTo(count), all);
    assertFalse(split.train().isEmpty() || split.validation().isEmpty() || split.test().isEmpty());
    int group = (count + keys - 1) / keys;
    assertTrue(split.test().size() < 0.1 * count + 0.5 + group, "too many to test: " + split);
  }

  @Test
  void sharesAreKeptWhereKeysAreAllDifferent() {
    var split = Split.byKey(new Random(1), upTo(1000), number -> number, 0.25, 0.05);
    assertEquals("Split[train 700, validation 250, test 50]", split.toString());
  }

  @Test
  void duplicatesLeakWhenDealtOutByPlace() {
    List<Integer> twice = new ArrayList<>(upTo(200));
    twice.addAll(upTo(200));
    assertEquals(Set.of(), Split.byKey(new Random(2), twice, x -> x).leaks(x -> x));
    // Each of 40 to test has its double elsewhere with a chance of nine in ten.
    int leaks = Split.byIndex(new Random(2), twice).leaks(x -> x).size();
    assertTrue(leaks > 40 && leaks <= 80, "leaks: " + leaks);
  }

  @Test
  void mapKeepsTheParts() {
    var split = new Split<>(List.of(1, 2), List.of(3), List.of(4));
    assertEquals(
        new Split<>(List.of("1", "2"), List.of("3"), List.of("4")), split.map(x -> x + ""));
  }

  @Test
  void whatCannotBeSplitIsRefused() {
    Random rng = new Random(3);
    assertThrows(IllegalArgumentException.class, () -> Split.byKey(rng, upTo(2), x -> x));
    assertThrows(IllegalArgumentException.class, () -> Split.byKey(rng, upTo(50), x -> x % 2));
    assertThrows(IllegalArgumentException.class, () -> Split.byKey(rng, upTo(9), x -> x, 0.5, 0.5));
    assertThrows(IllegalArgumentException.class, () -> Split.byKey(rng, upTo(9), x -> x, 0, 0.5));
    assertThrows(
        IllegalArgumentException.class, () -> Split.byKey(rng, upTo(9), x -> x, Double.NaN, 0.5));
  }
}
