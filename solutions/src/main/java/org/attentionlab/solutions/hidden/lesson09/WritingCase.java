package org.attentionlab.solutions.hidden.lesson09;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.attentionlab.exercises.lesson09.GreedyDecode;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.solutions.hidden.oracle.Samples;

/**
 * A model that writes: its states follow each other to the last one, which alone says that it ends.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and gone with its test
record WritingCase(double[][] logits, int[][] next, int end, int maxTokens, String given) {

  private static final int STATES = 30;

  /** Who chooses the token in a state. */
  @FunctionalInterface
  interface Choice {
    int of(double[] logits);
  }

  /** All logits are negative; with more than one token, at least ten are written. */
  static WritingCase random(int vocabulary) {
    long seed = 940L + vocabulary;
    Random random = new Random(seed);
    double[][] logits = Samples.normal(seed, STATES, vocabulary);
    int[][] next = new int[STATES][vocabulary];
    int end = vocabulary / 2;
    for (int state = 0; state < STATES; state++) {
      for (int token = 0; token < vocabulary; token++) {
        logits[state][token] -= 10;
        next[state][token] = Math.min(STATES - 1, state + 1 + random.nextInt(3));
      }
      logits[state][end] = state == STATES - 1 ? -1 : -20;
    }
    next[STATES - 1] = new int[vocabulary]; // whoever writes the end comes back to the beginning
    String given = "%d states, %d tokens, token %d ends, at most %d tokens, seed %d";
    int most = STATES + 20;
    return new WritingCase(
        logits, next, end, most, given.formatted(STATES, vocabulary, end, most, seed));
  }

  /** The same, cut off. */
  WritingCase atMost(int most) {
    return new WritingCase(
        logits, next, end, most, given.replace("most " + maxTokens, "most " + most));
  }

  /** Two tokens in each state have the same, greatest logit. */
  WritingCase withEquals() {
    double[][] equal = new double[logits.length][];
    for (int state = 0; state < equal.length; state++) {
      equal[state] = logits[state].clone();
      int best = first(equal[state]);
      int other = best + 1 == equal[state].length ? best - 1 : best + 1;
      equal[state][other == end ? best : other] = equal[state][best];
    }
    return new WritingCase(equal, next, end, maxTokens, given + ", two greatest in each state");
  }

  GreedyDecode.Model model() {
    int[][] copy = new int[next.length][];
    for (int state = 0; state < copy.length; state++) {
      copy[state] = next[state].clone();
    }
    return new GreedyDecode.Model(Samples.tensor(logits), copy, end);
  }

  /** What is written until the end comes. */
  Grid right() {
    return written(WritingCase::first, maxTokens, true);
  }

  /** What is written by another choice, up to another length. */
  Grid written(Choice choice, int most, boolean stops) {
    List<Integer> tokens = new ArrayList<>();
    int state = 0;
    while (tokens.size() < most) {
      int token = choice.of(logits[state]);
      if (stops && token == end) {
        break;
      }
      tokens.add(token);
      state = next[state][token];
    }
    return Grid.of(tokens);
  }

  /** The first token over and over again. */
  Grid stuck() {
    List<Integer> tokens = new ArrayList<>();
    for (int i = 0; i < maxTokens && first(logits[0]) != end; i++) {
      tokens.add(first(logits[0]));
    }
    return Grid.of(tokens);
  }

  /** What is written where the token's number is taken for the state. */
  Grid tokenForState() {
    List<Integer> tokens = new ArrayList<>();
    int state = 0;
    while (tokens.size() < maxTokens && first(logits[state]) != end) {
      state = first(logits[state]);
      tokens.add(state);
      state %= logits.length;
    }
    return Grid.of(tokens);
  }

  /** The right tokens, and the one that ends. */
  Grid withEnd() {
    double[] right = right().values();
    double[] longer = Arrays.copyOf(right, right.length + 1);
    longer[right.length] = end;
    return Grid.of(longer);
  }

  /** The logits, where those of what was written are gone. */
  double[][] usedUp() {
    double[][] used = new double[logits.length][];
    for (int state = 0; state < used.length; state++) {
      used[state] = logits[state].clone();
    }
    int state = 0;
    for (double token : right().values()) {
      used[state][(int) token] = Double.NEGATIVE_INFINITY;
      state = next[state][(int) token];
    }
    return used;
  }

  static int first(double[] row) {
    int best = 0;
    for (int token = 1; token < row.length; token++) {
      best = row[token] > row[best] ? token : best;
    }
    return best;
  }

  static int last(double[] row) {
    int best = 0;
    for (int token = 1; token < row.length; token++) {
      best = row[token] >= row[best] ? token : best;
    }
    return best;
  }

  /** The choice of who starts with a greatest logit of 0. */
  static int aboveZero(double[] row) {
    int best = 0;
    double greatest = 0;
    for (int token = 0; token < row.length; token++) {
      if (row[token] > greatest) {
        greatest = row[token];
        best = token;
      }
    }
    return best;
  }
}
