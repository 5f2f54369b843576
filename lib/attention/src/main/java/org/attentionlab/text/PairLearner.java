package org.attentionlab.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Finds the merges of {@link BytePair}: the most frequent pair of neighbours, again and again.
 *
 * <p>Only the words that hold the merged pair are counted anew after a merge.
 */
final class PairLearner {
  /** Two neighbours. */
  record Pair(int left, int right) {}

  private record Candidate(Pair pair, long count) {}

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingLong(Candidate::count)
          .reversed()
          .thenComparingInt(candidate -> candidate.pair().left())
          .thenComparingInt(candidate -> candidate.pair().right());

  private final List<int[]> words = new ArrayList<>();
  private final List<Integer> wordCounts = new ArrayList<>();
  private final Map<Pair, Long> counts = new HashMap<>();
  private final Map<Pair, Set<Integer>> where = new HashMap<>();
  private final PriorityQueue<Candidate> queue = new PriorityQueue<>(BEST_FIRST);

  /** The bytes of each token, one in a character: no two tokens are spelled alike. */
  private final List<String> spellings = new ArrayList<>();

  /** Counts the pairs of all words; each word comes with how often it occurs. */
  PairLearner(Map<List<Integer>, Integer> corpus, List<byte[]> tokens) {
    tokens.forEach(bytes -> spellings.add(new String(bytes, StandardCharsets.ISO_8859_1)));
    corpus.forEach(
        (word, count) -> {
          words.add(word.stream().mapToInt(Integer::intValue).toArray());
          wordCounts.add(count);
          addPairs(words.size() - 1, count);
        });
    counts.forEach((pair, count) -> queue.add(new Candidate(pair, count)));
  }

  /** At most so many merges, numbered from the tokens on; pairs seen only once are not merged. */
  List<Pair> merges(int limit) {
    List<Pair> merges = new ArrayList<>();
    Set<String> spelled = new HashSet<>(spellings);
    while (merges.size() < limit && !queue.isEmpty()) {
      Candidate best = queue.remove();
      if (best.count() != counts.getOrDefault(best.pair(), 0L)) {
        continue; // counted anew since it was queued
      }
      if (best.count() < 2) {
        break;
      }
      String both = spellings.get(best.pair().left()) + spellings.get(best.pair().right());
      if (spelled.add(both)) {
        merge(best.pair(), spellings.size());
        merges.add(best.pair());
        spellings.add(both);
      }
    }
    return merges;
  }

  private void merge(Pair pair, int id) {
    Set<Pair> changed = new HashSet<>();
    for (int index : List.copyOf(where.get(pair))) {
      changed.addAll(addPairs(index, -wordCounts.get(index)));
      words.set(index, merged(words.get(index), pair, id));
      changed.addAll(addPairs(index, wordCounts.get(index)));
    }
    where.remove(pair);
    for (Pair other : changed) {
      long count = counts.get(other);
      if (count > 0) {
        queue.add(new Candidate(other, count));
      } else {
        counts.remove(other);
      }
    }
  }

  private Set<Pair> addPairs(int index, int count) {
    int[] word = words.get(index);
    Set<Pair> pairs = new HashSet<>();
    for (int i = 0; i + 1 < word.length; i++) {
      Pair pair = new Pair(word[i], word[i + 1]);
      counts.merge(pair, (long) count, Long::sum);
      where.computeIfAbsent(pair, key -> new HashSet<>()).add(index);
      pairs.add(pair);
    }
    return pairs;
  }

  /** The word with every such pair replaced, from left to right. */
  private static int[] merged(int[] word, Pair pair, int id) {
    int[] result = new int[word.length];
    int n = 0;
    int i = 0;
    while (i < word.length) {
      boolean here = i + 1 < word.length && word[i] == pair.left() && word[i + 1] == pair.right();
      result[n++] = here ? id : word[i];
      i += here ? 2 : 1;
    }
    return Arrays.copyOf(result, n);
  }
}
