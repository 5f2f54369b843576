package org.attentionlab.exercises.lesson12;

import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 12.2: two lengths, one of them shorter than window and tile. */
@ChecksOf(MemoryTable.class)
public final class MemoryTableChecks {

  private static final double EXACT = 1e-12;

  private final MemoryTable answer;

  MemoryTableChecks(MemoryTable answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("12.2.1 full: a score for each pair and head, 4 bytes each")
  @Points(2)
  @Hint({Lesson12Hints.FULL_1, Lesson12Hints.FULL_2, Lesson12Hints.FULL_3})
  void full() {
    Expect.that("full", column(0, 2))
        .given("lengths [2, 10], 2 heads, radius 3, tile 3")
        .tolerance(EXACT)
        .mistake("numbers", "These are numbers, not bytes.", () -> row(8, 200))
        .mistake("doubles", "A float has 4 bytes, not 8.", () -> row(64, 1_600))
        .mistake("linear", "Every query has a score for every key: N x N.", () -> row(16, 80))
        .mistake("one-head", "Each head has scores of its own.", () -> row(16, 400))
        .equalTo(row(32, 800));
  }

  /** N = 2 sees all of its 4 pairs; N = 10 sees 10 x 7 less 3 + 2 + 1 at either end, 58. */
  @Test
  @Mechanism("12.2.2 window: shorter at both ends of the sequence")
  @Points(1)
  @Hint({Lesson12Hints.WINDOW_1, Lesson12Hints.WINDOW_2, Lesson12Hints.WINDOW_3})
  void window() {
    Expect.that("window", column(1, 1))
        .given("lengths [2, 10], 1 head, radius 3, tile 3")
        .tolerance(EXACT)
        .mistake(
            "ends-forgotten",
            "The first words have no full window on their left, nor the last ones on their right.",
            () -> row(56, 280))
        .mistake(
            "short-sequence",
            "N (2 r + 1) - r (r + 1) holds only where the sequence is longer than the radius.",
            () -> row(8, 232))
        .mistake("without-itself", "A word sees itself, too: 2 r + 1 keys.", () -> row(8, 192))
        .mistake("one-sided", "The window has the radius on both sides.", () -> row(12, 136))
        .equalTo(row(16, 232));
  }

  @Test
  @Mechanism("12.2.3 tiled: one tile, and two numbers for each query")
  @Points(1)
  @Hint({Lesson12Hints.TILE_1, Lesson12Hints.TILE_2, Lesson12Hints.TILE_3})
  void tiled() {
    Expect.that("tiled", column(2, 2))
        .given("lengths [2, 10], 2 heads, radius 3, tile 3")
        .tolerance(EXACT)
        .mistake(
            "tile-only",
            "Each query keeps its largest score and its sum beside the tile.",
            () -> row(16, 36))
        .mistake("tile-not-cut", "A tile is no larger than the sequence.", () -> row(68, 196))
        .mistake(
            "all-tiles",
            "One tile is in work at a time, not one for each head.",
            () -> row(64, 232))
        .mistake(
            "beside-once", "Each head has its own two numbers for a query.", () -> row(32, 116))
        .equalTo(row(48, 196));
  }

  @Test
  @Mechanism("12.2.4 long sequences do not overflow")
  @Points(1)
  @Hint({Lesson12Hints.LONG_1, Lesson12Hints.LONG_2, Lesson12Hints.LONG_3})
  void longSequences() {
    long[][] table = answer.bytes(new int[] {100_000}, new MemoryTable.Settings(1, 0, 1));
    Expect.that("full", first(Expect.that("bytes", table).shaped(1, 3)))
        .given("lengths [100000], 1 head")
        .tolerance(EXACT)
        .mistake(
            "int-overflow",
            "The product was computed as an int, which holds no number above 2,147,483,647.",
            () -> Grid.of(1_345_294_336))
        .mistake(
            "int-overflow",
            "N times N was computed as an int, which holds no number above 2,147,483,647.",
            () -> Grid.of(5_640_261_632L))
        .equalTo(Grid.of(40_000_000_000L));
  }

  private double[] column(int column, int heads) {
    long[][] table = answer.bytes(new int[] {2, 10}, new MemoryTable.Settings(heads, 3, 3));
    double[] values = Expect.that("bytes", table).given("lengths [2, 10]").shaped(2, 3).values();
    return new double[] {values[column], values[3 + column]};
  }

  private static double first(Grid table) {
    return table.values()[0];
  }

  private static Grid row(long... bytes) {
    return Grid.of(bytes);
  }
}
