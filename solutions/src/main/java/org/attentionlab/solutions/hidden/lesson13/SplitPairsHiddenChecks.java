package org.attentionlab.solutions.hidden.lesson13;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.attentionlab.exercises.lesson13.Lesson13Hints;
import org.attentionlab.exercises.lesson13.SplitPairs;
import org.attentionlab.grading.ChecksOf;
import org.attentionlab.grading.Hint;
import org.attentionlab.grading.Mechanism;
import org.attentionlab.grading.Points;
import org.attentionlab.grading.expect.Expect;
import org.attentionlab.grading.expect.Grid;
import org.attentionlab.grading.expect.Mistake;
import org.junit.jupiter.api.Test;

/** Graded tests of exercise 13.1. */
@ChecksOf(SplitPairs.class)
public final class SplitPairsHiddenChecks {

  private static final int[] COUNTS = {10, 57, 200};

  private final SplitPairs answer;

  SplitPairsHiddenChecks(SplitPairs answer) {
    this.answer = answer;
  }

  @Test
  @Mechanism("13.1.1 every pair is in one part, and the parts have their sizes")
  @Points(3)
  @Hint({Lesson13Hints.SIZES_1, Lesson13Hints.SIZES_2, Lesson13Hints.SIZES_3})
  void partsHaveTheirSizes() {
    for (int n : COUNTS) {
      double inValidation = Math.round(n * .15);
      double inTest = Math.round(n * .3);
      double inTrain = n - inValidation - inTest;
      int[] parts = shaped(answer.parts(different(n), .15, .3, n), n);
      Expect.that("sizes of train, validation, test and no part", sizes(parts))
          .given(
              String.format(
                  Locale.ROOT, "%d different sources, validation .15, test .3, seed %d", n, n))
          .mistake(
              "parts-exchanged",
              "Validation and test have changed places: 1 is validation, 2 is test.",
              () -> Grid.of(new double[] {inTrain, inTest, inValidation, 0}))
          .mistake(
              "no-validation",
              "There is no validation part; without it the test has to choose the checkpoint.",
              () -> Grid.of(new double[] {n - inTest, 0, inTest, 0}))
          .equalTo(Grid.of(new double[] {inTrain, inValidation, inTest, 0}));
    }
  }

  @Test
  @Mechanism("13.1.2 pairs with the same source are in one part")
  @Points(5)
  @Hint({Lesson13Hints.LEAK_1, Lesson13Hints.LEAK_2, Lesson13Hints.LEAK_3})
  void sameSourceSamePart() {
    for (long seed = 1; seed <= 3; seed++) {
      List<Integer> keys = groups(seed);
      List<String> exact = keys.stream().map(key -> "the cat number " + key).toList();
      requireOneEach(keys, exact, seed, "by-pair", "the very same source");
      Random random = new Random(seed);
      List<String> variants = keys.stream().map(key -> variant(key, random)).toList();
      requireOneEach(
          keys,
          variants,
          seed,
          "not-normalised",
          "a source that differs in spaces or in case alone");
    }
  }

  private void requireOneEach(
      List<Integer> keys, List<String> sources, long seed, String mistake, String what) {
    int[] parts = shaped(answer.parts(sources, .2, .2, seed), sources.size());
    Map<Integer, Integer> first = new HashMap<>();
    for (int i = 0; i < parts.length; i++) {
      int twin = first.computeIfAbsent(keys.get(i), unseen -> keys.indexOf(unseen));
      if (parts[twin] != parts[i]) {
        throw Expect.failed(
            String.format(
                Locale.ROOT,
                "\"%s\" is in part %d, \"%s\" in part %d",
                sources.get(twin),
                parts[twin],
                sources.get(i),
                parts[i]),
            new Mistake(mistake, "A part of the test was seen in training: " + what + "."));
      }
    }
    if (Arrays.stream(parts).distinct().count() < 3) {
      throw Expect.failed(
          sources.size() + " pairs of 20 sources; parts " + Arrays.toString(parts),
          new Mistake("one-part-only", "A part is empty, although there are 20 sources."));
    }
  }

  @Test
  @Mechanism("13.1.3 chance decides, not the order of the file")
  @Points(2)
  @Hint({Lesson13Hints.CHANCE_1, Lesson13Hints.CHANCE_2, Lesson13Hints.CHANCE_3})
  void chanceDecides() {
    for (int n : new int[] {57, 200}) {
      int[] parts = shaped(answer.parts(different(n), .25, .25, 7), n);
      long changes = IntStream.range(1, n).filter(i -> parts[i] != parts[i - 1]).count();
      if (changes <= 2) {
        throw Expect.failed(
            n + " different sources; the part changes " + changes + " times along the file",
            new Mistake(
                "file-order",
                "The parts are stretches of the file. Where it is sorted, the test is unlike the"
                    + " training."));
      }
    }
  }

  @Test
  @Mechanism("13.1.4 the seed decides, and nothing else")
  @Points(2)
  @Hint({Lesson13Hints.SEED_1, Lesson13Hints.SEED_2, Lesson13Hints.SEED_3})
  void seedDecides() {
    List<String> sources = different(57);
    int[] first = shaped(answer.parts(sources, .2, .2, 11), 57);
    if (!Arrays.equals(first, answer.parts(sources, .2, .2, 11))) {
      throw Expect.failed(
          "57 different sources; seed 11 twice, and not the same parts",
          new Mistake(
              "not-reproducible", "Something is left to chance that does not hang on the seed."));
    }
    if (Arrays.equals(first, answer.parts(sources, .2, .2, 12))) {
      throw Expect.failed(
          "57 different sources; seeds 11 and 12 give the same parts",
          new Mistake("seed-ignored", "The seed is not used."));
    }
  }

  private static List<String> different(int count) {
    return IntStream.range(0, count).mapToObj(i -> "line " + (1000 + i)).toList();
  }

  /** Twenty keys, each one to six times, mixed. */
  private static List<Integer> groups(long seed) {
    Random random = new Random(seed);
    List<Integer> keys = new ArrayList<>();
    for (int key = 0; key < 20; key++) {
      keys.addAll(Collections.nCopies(1 + random.nextInt(6), key));
    }
    Collections.shuffle(keys, random);
    return keys;
  }

  private static String variant(int key, Random random) {
    String text =
        "the" + " ".repeat(1 + random.nextInt(3)) + "cat" + " ".repeat(1 + random.nextInt(3));
    String cased = random.nextBoolean() ? "THE" + text.substring(3) : text;
    return " ".repeat(random.nextInt(3)) + cased + "number " + key + " ".repeat(random.nextInt(3));
  }

  private static int[] shaped(int[] parts, int count) {
    double[] values = Expect.that("parts", parts).shaped(count).values();
    return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
  }

  private static double[] sizes(int[] parts) {
    double[] sizes = new double[4];
    for (int part : parts) {
      sizes[part < 0 || part > 2 ? 3 : part]++;
    }
    return sizes;
  }
}
