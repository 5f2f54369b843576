package org.attentionlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static List<Integer> upTo(int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(i);
    }
    return numbers;
  }

  @Property(tries = 100)
  void noneIsDrawnTwiceAndTheOrderStays(
      @ForAll long seed,
      @ForAll @IntRange(max = 50) int count,
      @ForAll @IntRange(max = 50) int rest) {
    List<Integer> sample = Sample.of(new Random(seed), upTo(count + rest), count);
    assertEquals(count, sample.size());
    assertEquals(sample, sample.stream().distinct().sorted().toList());
    assertTrue(upTo(count + rest).containsAll(sample));
    assertEquals(sample, Sample.of(new Random(seed), upTo(count + rest), count));
  }

  @Test
  void allAreEquallyLikely() {
    int[] drawn = new int[10];
    Random rng = new Random(2);
    for (int i = 0; i < 5000; i++) {
      Sample.of(rng, upTo(10), 3).forEach(number -> drawn[number]++);
    }
    for (int count : drawn) {
      assertEquals(1500, count, 130); // four standard deviations
    }
  }

  @Property(tries = 50)
  void eachLabelIsAsFrequentAsTheRarest(@ForAll long seed) {
    List<Integer> skewed = upTo(100); // 70 of label 0, 20 of label 1, 10 of label 2
    List<Integer> sample =
        Sample.balanced(new Random(seed), skewed, i -> i < 70 ? 0 : i < 90 ? 1 : 2);
    assertEquals(10, sample.stream().filter(i -> i < 70).count());
    assertEquals(10, sample.stream().filter(i -> i >= 70 && i < 90).count());
    assertEquals(30, new HashSet<>(sample).size());
    assertEquals(sample.stream().sorted().toList(), sample);
  }

  @Test
  void nothingIsBalancedWithNothing() {
    assertEquals(List.of(), Sample.balanced(new Random(1), List.of(), x -> x));
  }

  @Test
  void moreThanThereIsIsRefused() {
    Random rng = new Random(3);
    var error = assertThrows(IllegalArgumentException.class, () -> Sample.of(rng, upTo(5), 6));
    assertEquals(
        "Sample: 6 were asked for, and there are 5; each is drawn once at most.",
        error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Sample.of(rng, upTo(5), -1));
  }
}
