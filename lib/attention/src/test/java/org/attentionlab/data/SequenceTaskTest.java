package org.attentionlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.attentionlab.data.SequenceTask.Kind;
import org.junit.jupiter.api.Test;

class SequenceTaskTest {
  @Property(tries = 100)
  void targetsAreRight(
      @ForAll long seed, @ForAll Kind kind, @ForAll @IntRange(min = 3, max = 9) int longest) {
    SequenceTask task = new SequenceTask(kind, 5, 2, longest);
    for (TokenPair pair : task.examples(new Random(seed), 30)) {
      List<String> source = pair.source();
      List<String> target = pair.target();
      assertTrue(source.size() >= 2 && source.size() <= longest);
      assertTrue(task.alphabet().containsAll(source));
      assertEquals(source.size(), target.size());
      for (int i = 0; i < source.size(); i++) {
        switch (kind) {
          case COPY -> assertEquals(source.get(i), target.get(i));
          case REVERSE -> assertEquals(source.get(source.size() - 1 - i), target.get(i));
          case SHIFT -> assertEquals(source.get(Math.max(0, i - 1)), target.get(i));
          case SORT -> assertEquals(count(source, source.get(i)), count(target, source.get(i)));
        }
        assertTrue(
            kind != Kind.SORT || i == 0 || target.get(i - 1).compareTo(target.get(i)) <= 0,
            "not sorted: " + target);
      }
    }
  }

  @Property(tries = 50)
  void noSourceIsInTwoParts(@ForAll long seed) {
    var split = new SequenceTask(Kind.SORT, 3, 1, 5).split(new Random(seed), 200);
    assertEquals(List.of(), List.copyOf(split.leaks(TokenPair::source)));
    assertEquals(160, split.train().size());
    assertEquals(20, split.validation().size());
    assertEquals(20, split.test().size());
  }

  @Test
  void theSeedDecidesOnEveryJdk() {
    var pairs = new SequenceTask(Kind.REVERSE, 26, 3, 5).examples(new Random(1), 2);
    assertEquals(
        "[TokenPair[source=[a, h, j], target=[j, h, a]],"
            + " TokenPair[source=[y, u, w, w, k], target=[k, w, w, u, y]]]",
        pairs.toString());
  }

  @Test
  void lengthsAreDrawnEvenly() {
    int[] lengths = new int[9];
    for (TokenPair pair : new SequenceTask(Kind.COPY, 26, 4, 8).examples(new Random(2), 5000)) {
      lengths[pair.source().size()]++;
    }
    for (int length = 4; length <= 8; length++) {
      assertEquals(1000, lengths[length], 120, "length " + length); // four standard deviations
    }
  }

  @Test
  void askingForMoreThanThereIsNamesTheNumber() {
    SequenceTask small = new SequenceTask(Kind.COPY, 2, 1, 2); // a b aa ab ba bb
    assertEquals(6, small.examples(new Random(3), 6).size());
    var error =
        assertThrows(IllegalArgumentException.class, () -> small.examples(new Random(3), 7));
    assertEquals(
        "SequenceTask: 7 different examples were asked for, and hardly more than 6 exist."
            + " Ask for fewer, or give the corpus more to draw from.",
        error.getMessage());
  }

  @Test
  void rangesThatMakeNoSenseAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new SequenceTask(Kind.COPY, 1, 1, 4));
    assertThrows(IllegalArgumentException.class, () -> new SequenceTask(Kind.COPY, 27, 1, 4));
    assertThrows(IllegalArgumentException.class, () -> new SequenceTask(Kind.COPY, 5, 0, 4));
    assertThrows(IllegalArgumentException.class, () -> new SequenceTask(Kind.COPY, 5, 4, 3));
    SequenceTask task = new SequenceTask(Kind.COPY, 5, 1, 3);
    assertThrows(IllegalArgumentException.class, () -> task.examples(new Random(1), 0));
  }

  private static long count(List<String> row, String letter) {
    return row.stream().filter(letter::equals).count();
  }
}
