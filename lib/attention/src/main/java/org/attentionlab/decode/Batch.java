package org.attentionlab.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.attentionlab.tensor.Autograd;

/** Writes a batch of sequences token by token, each by the same kind of choice. */
final class Batch {
  /** Picks a token of a row of logits. */
  @FunctionalInterface
  interface Choice {
    int of(float[] logits);
  }

  /** One sequence on its way. */
  private static final class Line {
    private final List<Integer> tokens = new ArrayList<>();
    private double logProbability;
    private boolean finished;

    Decoded result() {
      int[] ids = tokens.stream().mapToInt(Integer::intValue).toArray();
      return new Decoded(ids, logProbability, logProbability, finished);
    }
  }

  private Batch() {}

  @SuppressWarnings("try") // recording is off inside
  static List<Decoded> write(NextToken start, int size, Limits limits, Choice choice) {
    if (size < 1) {
      throw new IllegalArgumentException("decode: a batch of " + size + " sequences.");
    }
    List<Line> all = IntStream.range(0, size).mapToObj(b -> new Line()).toList();
    try (var off = Autograd.noGrad()) {
      NextToken model = start;
      List<Line> open = all;
      int[] last = new int[size];
      Arrays.fill(last, limits.begin());
      for (int length = 0; length < limits.maxTokens() && !open.isEmpty(); length++) {
        NextToken.Next next = model.next(last);
        int[] chosen = choose(open, Scores.rows(next.logits(), open.size()), limits, choice);
        int[] rest = goingOn(open);
        open = Arrays.stream(rest).mapToObj(open::get).toList();
        last = Arrays.stream(rest).map(i -> chosen[i]).toArray();
        if (!open.isEmpty()) {
          model = rest.length == chosen.length ? next.after() : next.after().select(rest);
        }
      }
    }
    return all.stream().map(Line::result).toList();
  }

  private static int[] choose(List<Line> open, float[][] rows, Limits limits, Choice choice) {
    int[] chosen = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      Line line = open.get(i);
      chosen[i] = choice.of(rows[i]);
      line.logProbability += Scores.logProbabilities(rows[i])[chosen[i]];
      if (chosen[i] == limits.end()) {
        line.finished = true;
      } else {
        line.tokens.add(chosen[i]);
      }
    }
    return chosen;
  }

  private static int[] goingOn(List<Line> open) {
    return IntStream.range(0, open.size()).filter(i -> !open.get(i).finished).toArray();
  }
}
