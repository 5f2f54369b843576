package org.attentionlab.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Lots that are given, not drawn; to search for a sentence that chance would hardly draw. */
final class Lots implements RandomGenerator {
  private static final int MOST = 80;
  private static final int TRIES = 500_000;
  private static final int STUCK = 4_000;

  private final double[] lots;
  private int next;

  private Lots(double[] lots) {
    this.lots = lots;
  }

  /**
   * Changes some lots for as long as more of the words come right, and begins anew now and then.
   *
   * @return the example of these words
   */
  static <E> E find(Corpus<E> corpus, Function<E, List<String>> tokens, String sentence) {
    List<String> wanted = Words.of(sentence);
    Random rng = new Random(3);
    double[] best = new double[MOST];
    int used = MOST;
    int least = Integer.MAX_VALUE;
    for (int i = 1; i < TRIES; i++) {
      boolean anew = i % STUCK == 0;
      double[] lots = best.clone();
      for (int changes = anew ? MOST : 1 + rng.nextInt(3); changes > 0; changes--) {
        int place = rng.nextInt(used);
        if (rng.nextInt(4) == 0) { // what was drawn here is drawn one later
          System.arraycopy(lots, place, lots, place + 1, MOST - place - 1);
        }
        lots[place] = rng.nextDouble();
      }
      Lots given = new Lots(lots);
      E example = corpus.examples(given, 1).get(0);
      List<String> found = tokens.apply(example);
      if (found.equals(wanted)) {
        return example;
      }
      int wrong = difference(wanted, found) + difference(found, wanted);
      if (wrong <= least || anew) {
        least = wrong;
        best = lots;
        used = given.next;
      }
    }
    throw new AssertionError("not to be drawn: " + sentence);
  }

  private static int difference(List<String> some, List<String> others) {
    List<String> rest = new ArrayList<>(some);
    others.forEach(rest::remove);
    return rest.size();
  }

  @Override
  public double nextDouble() {
    return lots[next++];
  }

  @Override
  public int nextInt(int bound) {
    return (int) (nextDouble() * bound);
  }

  @Override
  public long nextLong() {
    throw new UnsupportedOperationException("A corpus draws with nextInt(bound) and nextDouble().");
  }
}
