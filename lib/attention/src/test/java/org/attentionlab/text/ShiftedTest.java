package org.attentionlab.text;

import static org.attentionlab.Refusal.ofArgument;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ShiftedTest {
  @Property(tries = 100)
  void whatFollowsIsReadAtTheNextPlace(
      @ForAll @Size(min = 1, max = 5)
          List<@Size(min = 2, max = 8) List<@IntRange(min = 1, max = 50) Integer>> all) {
    List<int[]> sequences =
        all.stream().map(one -> one.stream().mapToInt(Integer::intValue).toArray()).toList();
    Shifted shifted = Shifted.of(sequences);
    for (int b = 0; b < sequences.size(); b++) {
      int[] sequence = sequences.get(b);
      assertEquals(sequence.length - 1, shifted.lengths()[b]);
      for (int t = 0; t < shifted.read()[b].length; t++) {
        boolean real = t < sequence.length - 1;
        assertEquals(real ? sequence[t] : Vocabulary.PAD, shifted.read()[b][t]);
        assertEquals(real ? sequence[t + 1] : Vocabulary.PAD, shifted.next()[b][t]);
      }
    }
  }

  @Test
  void theLastIdIsNotReadAndTheFirstNotAsked() {
    Vocabulary words = Vocabulary.of(Special.sequence(), List.of("a", "b"));
    Shifted shifted = Shifted.of(List.of(words.encodeBetweenEnds(List.of("a", "b"))));
    assertArrayEquals(words.encode(List.of("[BOS]", "a", "b")), shifted.read()[0]);
    assertArrayEquals(words.encode(List.of("a", "b", "[EOS]")), shifted.next()[0]);
  }

  @Test
  void aSingleIdHasNothingThatFollows() {
    ofArgument("sequence 1 has 1 ids", () -> Shifted.of(List.of(new int[] {2, 3}, new int[] {2})));
  }
}
