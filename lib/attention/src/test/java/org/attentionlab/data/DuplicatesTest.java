package org.attentionlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
  @Property(tries = 100)
  void whatIsRemovedWasCounted(@ForAll List<@IntRange(max = 9) Integer> numbers) {
    List<Integer> kept = Duplicates.removed(numbers, number -> number);
    assertEquals(new HashSet<>(numbers), new HashSet<>(kept));
    Map<Integer, Integer> counts = Duplicates.counts(numbers, number -> number);
    int more = counts.values().stream().mapToInt(count -> count - 1).sum();
    assertEquals(numbers.size(), kept.size() + more);
    assertEquals(Map.of(), Duplicates.counts(kept, number -> number));
  }

  @Test
  void theFirstOfEachIsKeptAndAllAreCounted() {
    List<String> lines = List.of("The cat", "a dog", "the  CAT ", "a mouse", "the cat");
    assertEquals(
        List.of("The cat", "a dog", "a mouse"), Duplicates.removed(lines, Duplicates::plain));
    assertEquals(Map.of("the cat", 3), Duplicates.counts(lines, Duplicates::plain));
  }

  @Test
  void plainIsTheSameForAllWaysToWriteAText() {
    assertEquals("café 3!", Duplicates.plain(" Cafe\u0301\u00A0\t3！\n"));
    assertEquals("café 3!", Duplicates.plain("CAFÉ\u3000３!"));
  }

  @Test
  void cleaningEndsTheLeaksOfASplitByPlace() {
    List<String> dirty = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      dirty.add("line " + i);
      dirty.add("Line  " + i);
    }
    Random rng = new Random(1);
    int leaks = Split.byIndex(rng, dirty).leaks(Duplicates::plain).size();
    assertTrue(leaks > 40, "leaks: " + leaks);
    List<String> clean = Duplicates.removed(dirty, Duplicates::plain);
    assertEquals(Set.of(), Split.byIndex(rng, clean).leaks(Duplicates::plain));
  }
}
