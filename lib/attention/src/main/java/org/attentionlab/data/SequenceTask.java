package org.attentionlab.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Rows of letters to be copied, reversed, sorted or shifted: small tasks that show what attention
 * looks at.
 *
 * <pre>
 * COPY     d a b a -&gt; d a b a     looks along the diagonal
 * REVERSE  d a b a -&gt; a b a d     along the other diagonal
 * SORT     d a b a -&gt; a a b d     where the content says, not the place
 * SHIFT    d a b a -&gt; d d a b     one place back, wherever that is
 * </pre>
 *
 * <p>Lengths are drawn evenly as long as there are new rows of a length; of the short ones there
 * are few. A split keeps whole sources apart. To train on short rows and test on long ones, make
 * two tasks.
 *
 * @param kind what is to be done
 * @param symbols how many letters, from a on: 2 to 26
 * @param minLength of a row, at least 1
 * @param maxLength of a row
 */
public record SequenceTask(Kind kind, int symbols, int minLength, int maxLength)
    implements Corpus<TokenPair> {
  /** What is to be done with a row. */
  public enum Kind {
    /** Write it again. */
    COPY,
    /** Write it from the end. */
    REVERSE,
    /** Write it in the order of the alphabet. */
    SORT,
    /** Write each letter one place later; the first one also stays, the last one is left out. */
    SHIFT
  }

  /** Checks the ranges. */
  public SequenceTask {
    if (symbols < 2 || symbols > 26) {
      throw new IllegalArgumentException(
          "SequenceTask: 2 to 26 letters are possible, not " + symbols + ".");
    }
    if (minLength < 1 || maxLength < minLength) {
      throw new IllegalArgumentException(
          "SequenceTask: lengths from "
              + minLength
              + " to "
              + maxLength
              + " are no range; the first has to be 1 or more, the second no less than the first.");
    }
  }

  @Override
  public List<TokenPair> examples(RandomGenerator rng, int count) {
    return Draw.distinct("SequenceTask", count, TokenPair::source, () -> example(rng));
  }

  /** The whole source. */
  @Override
  public Object key(TokenPair example) {
    return example.source();
  }

  /**
   * The letters that occur.
   *
   * @return in the order of the alphabet
   */
  public List<String> alphabet() {
    List<String> letters = new ArrayList<>();
    for (int i = 0; i < symbols; i++) {
      letters.add(String.valueOf((char) ('a' + i)));
    }
    return letters;
  }

  private TokenPair example(RandomGenerator rng) {
    List<String> letters = alphabet();
    List<String> row = new ArrayList<>();
    for (int length = Draw.between(rng, minLength, maxLength); length > 0; length--) {
      row.add(Draw.one(rng, letters));
    }
    return new TokenPair(row, solved(row));
  }

  private List<String> solved(List<String> row) {
    List<String> target = new ArrayList<>(row);
    switch (kind) {
      case COPY -> {}
      case REVERSE -> Collections.reverse(target);
      case SORT -> Collections.sort(target);
      case SHIFT -> {
        target.add(0, row.get(0));
        target.remove(row.size());
      }
    }
    return target;
  }
}
