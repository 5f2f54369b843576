package org.attentionlab.exercises.lesson13;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.grading.expect.Mistake;
import org.junit.jupiter.api.Test;

/** Public checks of exercise 13.1, on twenty short sources. */
@ChecksOf(SplitPairs.class)
public final class SplitPairsChecks {

  private final SplitPairs answer;

  SplitPairsChecks(SplitPairs answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("13.1.1 every pair is in one part, and the parts have their sizes")
  @Points(3)
  @Hint({Lesson13Hints.SIZES_1, Lesson13Hints.SIZES_2, Lesson13Hints.SIZES_3})
  void partsHaveTheirSizes() {
    int[] parts = answer.parts(numbered(20), .1, .2, 1);
    Expect.that("sizes of train, validation and test", sizes(parts))
        .given("20 different sources, validation .1, test .2, seed 1")
        .mistake(
            "parts-exchanged",
            "Validation and test have changed places: 1 is validation, 2 is test.",
            () -> Grid.of(new double[] {14, 4, 2}))
        .mistake(
            "no-validation",
            "There is no validation part; without it the test has to choose the checkpoint.",
            () -> Grid.of(new double[] {16, 0, 4}))
        .equalTo(Grid.of(new double[] {14, 2, 4}));
  }

  /** Four keys, five times each: in a split by pairs some key is in two parts, almost surely. */
  @Test
  @Mechanism("13.1.2 pairs with the same source are in one part")
  @Points(5)
  @Hint({Lesson13Hints.LEAK_1, Lesson13Hints.LEAK_2, Lesson13Hints.LEAK_3})
  void sameSourceSamePart() {
    List<String> exact = new ArrayList<>();
    List<String> variants = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      exact.addAll(List.of("a cat", "a dog", "a mouse", "a fish"));
    }
    for (int i = 0; i < 5; i++) {
      String gap = " ".repeat(i + 1);
      variants.addAll(List.of("a" + gap + "cat", "A" + gap + "dog ", " a mouse" + gap, "a fish"));
    }
    requireOneEach(exact, answer.parts(exact, .25, .25, 1), "by-pair", "the very same source");
    requireOneEach(
        variants,
        answer.parts(variants, .25, .25, 1),
        "not-normalised",
        "a source that differs in spaces or in case alone");
  }

  private static void requireOneEach(
      List<String> sources, int[] parts, String mistake, String what) {
    int[] shaped = shaped(parts, sources.size());
    for (int i = 0; i < sources.size(); i++) {
      int twin = i % 4;
      if (shaped[twin] != shaped[i]) {
        throw Expect.failed(
            String.format(
                Locale.ROOT,
                "\"%s\" is in part %d, \"%s\" in part %d",
                sources.get(twin),
                shaped[twin],
                sources.get(i),
                shaped[i]),
            new Mistake(mistake, "A part of the test was seen in training: " + what + "."));
      }
    }
  }

  @Test
  @Mechanism("13.1.3 chance decides, not the order of the file")
  @Points(2)
  @Hint({Lesson13Hints.CHANCE_1, Lesson13Hints.CHANCE_2, Lesson13Hints.CHANCE_3})
  void chanceDecides() {
    int[] parts = shaped(answer.parts(numbered(20), .25, .25, 1), 20);
    long changes = IntStream.range(1, 20).filter(i -> parts[i] != parts[i - 1]).count();
    if (changes <= 2) {
      throw Expect.failed(
          "20 different sources; parts " + Arrays.toString(parts),
          new Mistake(
              "file-order",
              "The parts are stretches of the file. Where it is sorted, the test is unlike the"
                  + " training."));
    }
  }

  @Test
  @Mechanism("13.1.4 the seed decides, and nothing else")
  @Points(2)
  @Hint({Lesson13Hints.SEED_1, Lesson13Hints.SEED_2, Lesson13Hints.SEED_3})
  void seedDecides() {
    List<String> sources = numbered(20);
    int[] first = shaped(answer.parts(sources, .25, .25, 1), 20);
    if (!Arrays.equals(first, answer.parts(sources, .25, .25, 1))) {
      throw Expect.failed(
          "20 different sources; seed 1 twice, and not the same parts",
          new Mistake(
              "not-reproducible", "Something is left to chance that does not hang on the seed."));
    }
    boolean same =
        IntStream.rangeClosed(2, 4)
            .allMatch(seed -> Arrays.equals(first, answer.parts(sources, .25, .25, seed)));
    if (same) {
      throw Expect.failed(
          "20 different sources; seeds 1, 2, 3 and 4 give the same parts",
          new Mistake("seed-ignored", "The seed is not used."));
    }
  }

  private static List<String> numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> "sentence number " + i).toList();
  }

  private static int[] shaped(int[] parts, int count) {
    double[] values = Expect.that("parts", parts).shaped(count).values();
    return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
  }

  /** The last entry counts what is no part at all, and is there only where there is any. */
  private static double[] sizes(int[] parts) {
    double[] sizes = new double[4];
    for (int part : parts) {
      sizes[part < 0 || part > 2 ? 3 : part]++;
    }
    return sizes[3] == 0 ? Arrays.copyOf(sizes, 3) : sizes;
  }
}
