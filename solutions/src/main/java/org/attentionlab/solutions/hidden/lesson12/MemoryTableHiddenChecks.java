package org.attentionlab.solutions.hidden.lesson12;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.attentionlab.exercises.lesson12.Lesson12Hints;
import org.attentionlab.exercises.lesson12.MemoryTable;
import org.attentionlab.exercises.lesson12.MemoryTable.Settings;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 12.2; the oracle looks at every pair of a query and a key. */
@ChecksOf(MemoryTable.class)
public final class MemoryTableHiddenChecks {

  private static final double EXACT = 1e-12;

  /** Below, at and above the radii and tiles that are asked for. */
  private static final int[] LENGTHS = {1, 3, 4, 16, 17, 64};

  private final MemoryTable answer;

  MemoryTableHiddenChecks(MemoryTable answer) {
    this.answer = answer;
  }

  /** Which keys count, for a query of a sequence. */
  private interface Seen {
    boolean sees(int query, int key);
  }

  @Test
  @Mechanism("12.2.1 full: a score for each pair and head, 4 bytes each")
  @Points(2)
  @Hint({Lesson12Hints.FULL_1, Lesson12Hints.FULL_2, Lesson12Hints.FULL_3})
  void full() {
    for (int heads : new int[] {1, 3, 8}) {
      Settings settings = new Settings(heads, 2, 5);
      expect("full", 0, settings)
          .mistake("numbers", "These are numbers, not bytes.", () -> column(n -> heads * pairs(n)))
          .mistake(
              "doubles", "A float has 4 bytes, not 8.", () -> column(n -> 8L * heads * pairs(n)))
          .mistake(
              "linear",
              "Every query has a score for every key: N x N.",
              () -> column(n -> 4L * heads * n))
          .mistake("one-head", "Each head has scores of its own.", () -> column(n -> 4 * pairs(n)))
          .equalTo(column(n -> 4L * heads * pairs(n)));
    }
  }

  @Test
  @Mechanism("12.2.2 window: shorter at both ends of the sequence")
  @Points(1)
  @Hint({Lesson12Hints.WINDOW_1, Lesson12Hints.WINDOW_2, Lesson12Hints.WINDOW_3})
  void window() {
    for (int radius : new int[] {1, 4, 20}) {
      expect("window", 1, new Settings(1, radius, 5))
          .mistake(
              "ends-forgotten",
              "The first words have no full window on their left, nor the last ones on their"
                  + " right.",
              () -> column(n -> 4L * n * (2 * radius + 1)))
          .mistake(
              "short-sequence",
              "N (2 r + 1) - r (r + 1) holds only where the sequence is longer than the radius.",
              () -> column(n -> 4L * (n * (2 * radius + 1) - radius * (radius + 1))))
          .mistake(
              "without-itself",
              "A word sees itself, too: 2 r + 1 keys.",
              () -> column(n -> 4 * (window(n, radius) - n)))
          .mistake(
              "one-sided",
              "The window has the radius on both sides.",
              () -> column(n -> 4 * seen(n, (i, j) -> j <= i && i - j <= radius)))
          .equalTo(column(n -> 4 * window(n, radius)));
    }
    expect("window", 1, new Settings(6, 3, 5))
        .mistake(
            "one-head", "Each head has scores of its own.", () -> column(n -> 4 * window(n, 3)))
        .equalTo(column(n -> 24 * window(n, 3)));
  }

  @Test
  @Mechanism("12.2.3 tiled: one tile, and two numbers for each query")
  @Points(1)
  @Hint({Lesson12Hints.TILE_1, Lesson12Hints.TILE_2, Lesson12Hints.TILE_3})
  void tiled() {
    int heads = 3;
    for (int tile : new int[] {2, 16, 100}) {
      expect("tiled", 2, new Settings(heads, 2, tile))
          .mistake(
              "tile-only",
              "Each query keeps its largest score and its sum beside the tile.",
              () -> column(n -> 4 * tile(n, tile)))
          .mistake(
              "tile-not-cut",
              "A tile is no larger than the sequence.",
              () -> column(n -> 4L * tile * tile + 8L * heads * n))
          .mistake(
              "all-tiles",
              "One tile is in work at a time, not one for each head.",
              () -> column(n -> 4L * heads * tile(n, tile) + 8L * heads * n))
          .mistake(
              "beside-once",
              "Each head has its own two numbers for a query.",
              () -> column(n -> 4 * tile(n, tile) + 8L * n))
          .equalTo(column(n -> 4 * tile(n, tile) + 8L * heads * n));
    }
  }

  @Test
  @Mechanism("12.2.4 long sequences do not overflow")
  @Points(1)
  @Hint({Lesson12Hints.LONG_1, Lesson12Hints.LONG_2, Lesson12Hints.LONG_3})
  void longSequences() {
    int n = 1 << 17;
    long[][] table = answer.bytes(new int[] {n}, new Settings(1, 0, 1));
    double full = Expect.that("bytes", table).shaped(1, 3).values()[0];
    Expect.that("full", full)
        .given("lengths [131072], 1 head")
        .tolerance(EXACT)
        .mistake(
            "int-overflow",
            "N times N was computed as an int, which holds no number above 2,147,483,647.",
            () -> Grid.of(0))
        .equalTo(Grid.of(Math.pow(2, 36)));
  }

  private Expect expect(String name, int column, Settings settings) {
    String given = "lengths " + Arrays.toString(LENGTHS) + ", " + settings;
    long[][] table = answer.bytes(LENGTHS.clone(), settings);
    double[] all = Expect.that("bytes", table).given(given).shaped(LENGTHS.length, 3).values();
    double[] numbers = new double[LENGTHS.length];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = all[3 * row + column];
    }
    return Expect.that(name, numbers).given(given).tolerance(EXACT);
  }

  private static Grid column(IntToLongFunction bytes) {
    return Grid.of(Arrays.stream(LENGTHS).mapToLong(bytes).toArray());
  }

  private static long seen(int n, Seen rule) {
    long count = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        count += rule.sees(i, j) ? 1 : 0;
      }
    }
    return count;
  }

  private static long pairs(int n) {
    return seen(n, (i, j) -> true);
  }

  private static long window(int n, int radius) {
    return seen(n, (i, j) -> Math.abs(i - j) <= radius);
  }

  private static long tile(int n, int tile) {
    return seen(n, (i, j) -> i < tile && j < tile);
  }
}
