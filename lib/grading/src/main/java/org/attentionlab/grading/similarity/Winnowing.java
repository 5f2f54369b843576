package org.attentionlab.grading.similarity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fingerprints of a sequence of tokens: hashes of all runs of {@code LENGTH} tokens, of which every
 * window of {@code WINDOW} gives its smallest. Two codes that share {@code LENGTH + WINDOW - 1}
 * tokens in a row share a fingerprint for certain.
 */
final class Winnowing {

  static final int LENGTH = 12;
  static final int WINDOW = 6;

  private Winnowing() {}

  static Set<Long> of(String code) {
    List<String> tokens = Tokens.of(code);
    int runs = tokens.size() - LENGTH + 1;
    Set<Long> chosen = new HashSet<>();
    if (runs < 1) {
      return chosen;
    }
    long[] hashes = new long[runs];
    for (int i = 0; i < runs; i++) {
      hashes[i] = hash(tokens.subList(i, i + LENGTH));
    }
    for (int from = 0; from + WINDOW <= Math.max(runs, WINDOW); from++) {
      long least = Long.MAX_VALUE;
      for (int i = from; i < Math.min(runs, from + WINDOW); i++) {
        least = Math.min(least, hashes[i]);
      }
      chosen.add(least);
    }
    return chosen;
  }

  /** FNV-1a over the tokens' characters, of 64 bits: equal hashes of unequal runs do not matter. */
  private static long hash(List<String> run) {
    long hash = 0xcbf29ce484222325L;
    for (String token : run) {
      for (int i = 0; i < token.length(); i++) {
        hash = (hash ^ token.charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ '\n') * 0x100000001b3L;
    }
    return hash;
  }
}
