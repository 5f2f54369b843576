package org.attentionlab.grading.expect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An expectation that names the mistake when it is not met.
 *
 * <pre>
 *   Expect.that("weights", result.weights())
 *       .given("q (1, 3, 4), k (1, 3, 4), seed 7")
 *       .mistake("no-scaling", "This equals the result without scaling.", () -&gt; unscaled(q, k))
 *       .equalTo(oracle(q, k));
 * </pre>
 *
 * <p>The wrong results are computed only when the right one is missed.
 */
public final class Expect {

  /** Wide enough for float32 against double, far below the distance of any wrong result. */
  private static final double TOLERANCE = 1e-4;

  private record Known(Mistake mistake, Supplier<Grid> result) {}

  private final String name;
  private final Optional<Object> actual;
  private final List<Known> known = new ArrayList<>();
  private String given = "";
  private double tolerance = TOLERANCE;

  private Expect(String name, Optional<Object> actual) {
    this.name = name;
    this.actual = actual;
  }

  /**
   * Starts an expectation.
   *
   * @param name what the value is called in the message: {@code weights}
   * @param actual what the answer gave: a tensor, a number, a list or an array of numbers, or
   *     nothing (null), which fails with a message of its own
   */
  public static Expect that(String name, Object actual) {
    return new Expect(name, Optional.ofNullable(actual));
  }

  /** Describes the input: shapes, seed, what is special about it. */
  public Expect given(String input) {
    given = input;
    return this;
  }

  /** Sets the tolerance: absolute for numbers below 1, relative above. */
  public Expect tolerance(double wanted) {
    tolerance = wanted;
    return this;
  }

  /**
   * Adds a wrong result that is recognised by name.
   *
   * @param id the mistake's short name
   * @param sentence what the learner reads
   * @param result the result that this mistake gives, which may be of another shape
   */
  public Expect mistake(String id, String sentence, Supplier<Grid> result) {
    known.add(new Known(new Mistake(id, sentence), result));
    return this;
  }

  /**
   * Compares with the oracle's result.
   *
   * @throws CheckFailure when shape or numbers differ
   */
  public void equalTo(Grid expected) {
    Grid got = numbers();
    if (got.closeTo(expected, tolerance)) {
      return;
    }
    throw failure(difference(expected, got), recognise(got));
  }

  /**
   * Fails whatever the value is, for an answer that had to throw and gave a result; a wrong result
   * that is known is named.
   *
   * @param wanted what should have come in its place: {@code an exception}
   * @return to be thrown
   */
  public CheckFailure unexpected(String wanted) {
    Grid got = numbers();
    return failure(
        name + ": expected " + wanted + ", got numbers " + got.shapeText(), recognise(got));
  }

  /**
   * The numbers of a value whose shape is right, for a property that is no equality.
   *
   * @throws CheckFailure when the value is null, holds no numbers or has another shape
   */
  public Grid shaped(int... shape) {
    Grid got = numbers();
    if (!Arrays.equals(got.shape(), shape)) {
      String wanted = Grid.shapeText(shape);
      throw failure(
          name + ": expected shape " + wanted + ", got " + got.shapeText(), Optional.empty());
    }
    return got;
  }

  private Grid numbers() {
    Object value = actual.orElseThrow(() -> failure(name + " is null", Optional.empty()));
    try {
      return Grid.of(value);
    } catch (IllegalArgumentException notNumbers) {
      throw failure(name + ": " + notNumbers.getMessage(), Optional.empty());
    }
  }

  private String difference(Grid expected, Grid got) {
    if (!expected.sameShape(got)) {
      return name + ": expected shape " + expected.shapeText() + ", got " + got.shapeText();
    }
    return Difference.describe(name, expected, got, tolerance);
  }

  private Optional<Mistake> recognise(Grid got) {
    for (Known candidate : known) {
      if (got.closeTo(candidate.result().get(), tolerance)) {
        return Optional.of(candidate.mistake());
      }
    }
    if (got.hasNaN()) {
      return Optional.of(
          new Mistake("nan", "NaN comes from 0 / 0 or from infinity minus infinity."));
    }
    return Optional.empty();
  }

  private CheckFailure failure(String difference, Optional<Mistake> mistake) {
    return new CheckFailure(given.isEmpty() ? difference : given + "; " + difference, mistake);
  }

  /**
   * Fails with a message and a named mistake, for a property that is no equality.
   *
   * @param where the input and what is wrong with the result
   */
  public static CheckFailure failed(String where, Mistake mistake) {
    return new CheckFailure(where, Optional.of(mistake));
  }
}
