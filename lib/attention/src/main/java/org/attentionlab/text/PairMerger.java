package org.attentionlab.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.attentionlab.text.PairLearner.Pair;

/**
 * Merges the bytes of one word: of all pairs that stand beside each other the one that was learned
 * first, the leftmost of them.
 *
 * <p>The symbols form a doubly linked list and the pairs wait in a heap, so a word of n bytes takes
 * O(n log n) steps; a Chinese text without spaces is one long word.
 */
final class PairMerger {
  private record Candidate(int id, int place, Pair pair) {}

  private static final int NONE = -1;

  private final int[] symbols;
  private final int[] before;
  private final int[] after;
  private final Map<Pair, Integer> merged;
  private final PriorityQueue<Candidate> queue =
      new PriorityQueue<>(
          Comparator.comparingInt(Candidate::id).thenComparingInt(Candidate::place));

  PairMerger(byte[] bytes, int firstId, Map<Pair, Integer> merged) {
    this.merged = merged;
    this.symbols = new int[bytes.length];
    this.before = new int[bytes.length];
    this.after = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      symbols[i] = firstId + (bytes[i] & 0xFF);
      before[i] = i - 1;
      after[i] = i + 1 < bytes.length ? i + 1 : NONE;
    }
    for (int i = 0; i < bytes.length; i++) {
      propose(i);
    }
    while (!queue.isEmpty()) {
      merge(queue.remove());
    }
  }

  private void propose(int place) {
    if (place != NONE && after[place] != NONE) {
      Pair pair = new Pair(symbols[place], symbols[after[place]]);
      Integer id = merged.get(pair);
      if (id != null) {
        queue.add(new Candidate(id, place, pair));
      }
    }
  }

  private void merge(Candidate candidate) {
    int place = candidate.place();
    int next = after[place];
    if (symbols[place] != candidate.pair().left()
        || next == NONE
        || symbols[next] != candidate.pair().right()) {
      return; // one of the two was merged with its other neighbour
    }
    symbols[place] = candidate.id();
    symbols[next] = NONE;
    after[place] = after[next];
    if (after[place] != NONE) {
      before[after[place]] = place;
    }
    propose(place);
    propose(before[place]);
  }

  /** Adds what is left, from left to right. */
  void addTo(List<Integer> ids) {
    for (int place = symbols.length == 0 ? NONE : 0; place != NONE; place = after[place]) {
      ids.add(symbols[place]);
    }
  }
}
