package org.attentionlab.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PaddingTest {
  @Property(tries = 100)
  void whatIsFilledUpCanBeCutBack(
      @ForAll @Size(max = 6) List<@Size(max = 9) List<@IntRange(min = 1, max = 50) Integer>> all) {
    List<int[]> sequences =
        all.stream().map(one -> one.stream().mapToInt(Integer::intValue).toArray()).toList();
    Padding batch = Padding.of(sequences);
    for (int i = 0; i < sequences.size(); i++) {
      int[] row = batch.ids()[i];
      int length = batch.lengths()[i];
      assertArrayEquals(sequences.get(i), Arrays.copyOf(row, length));
      assertTrue(Arrays.stream(row).skip(length).allMatch(id -> id == Vocabulary.PAD));
      assertEquals(batch.ids()[0].length, row.length);
    }
  }

  @Test
  void cutsNothingOffSilently() {
    var problem =
        assertThrows(
            IllegalArgumentException.class,
            () -> Padding.of(List.of(new int[] {1}, new int[] {1, 2, 3}), 2));
    assertTrue(problem.getMessage().contains("sequence 1 has 3"), problem.getMessage());
  }

  @Test
  void refusesWhatWasFilledUpBefore() {
    assertThrows(
        IllegalArgumentException.class, () -> Padding.of(List.of(new int[] {4, 0}, new int[] {1})));
  }
}
