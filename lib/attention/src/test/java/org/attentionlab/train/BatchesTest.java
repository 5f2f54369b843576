package org.attentionlab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final List<Integer> EXAMPLES = IntStream.range(0, 103).boxed().toList();

  private static List<Integer> epoch(Batches<Integer> batches) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < batches.perEpoch(); i++) {
      all.addAll(batches.next());
    }
    return all;
  }

  @Test
  void eachEpochHoldsEveryExampleOnce() {
    Batches<Integer> batches = Batches.of(EXAMPLES, 10, 1);
    List<Integer> first = epoch(batches);
    List<Integer> second = epoch(batches);
    assertEquals(EXAMPLES, first.stream().sorted().toList());
    assertEquals(EXAMPLES, second.stream().sorted().toList());
    assertNotEquals(first, second);
  }

  @Test
  void lastBatchIsSmallerAndNotLost() {
    Batches<Integer> batches = Batches.of(EXAMPLES, 10, 1);
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < batches.perEpoch(); i++) {
      sizes.add(batches.next().size());
    }
    assertEquals(11, sizes.size());
    assertEquals(1, sizes.stream().filter(size -> size == 3).count());
  }

  @Test
  void seedDecidesTheOrder() {
    assertEquals(epoch(Batches.of(EXAMPLES, 10, 1)), epoch(Batches.of(EXAMPLES, 10, 1)));
    assertNotEquals(epoch(Batches.of(EXAMPLES, 10, 1)), epoch(Batches.of(EXAMPLES, 10, 2)));
  }

  @Test
  void likeLengthsMeet() {
    Batches<Integer> batches = Batches.byLength(EXAMPLES, 10, 1, i -> i);
    List<Integer> all = new ArrayList<>();
    List<Integer> firsts = new ArrayList<>();
    for (int i = 0; i < batches.perEpoch(); i++) {
      List<Integer> batch = batches.next();
      assertTrue(batch.get(batch.size() - 1) - batch.get(0) < 10, batch::toString);
      all.addAll(batch);
      firsts.add(batch.get(0));
    }
    assertEquals(EXAMPLES, all.stream().sorted().toList());
    assertNotEquals(firsts.stream().sorted().toList(), firsts, "batches come in random order");
  }

  @Test
  void nothingToTrainOnIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Batches.of(List.of(), 10, 1));
    assertThrows(IllegalArgumentException.class, () -> Batches.of(EXAMPLES, 0, 1));
  }
}
