package org.attentionlab.grading.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ExpectTest {

  private static CheckFailure failure(Expect expect, Grid expected) {
    return assertThrows(CheckFailure.class, () -> expect.equalTo(expected));
  }

  private static String where(Object actual, Object expected) {
    return failure(Expect.that("value", actual), Grid.of(expected)).where();
  }

  @Test
  void equalValuesPassAndWrongResultsAreNotComputed() {
    AtomicBoolean computed = new AtomicBoolean();
    Expect.that("x", List.of(1, 2.00001))
        .mistake(
            "never",
            "Never.",
            () -> {
              computed.set(true);
              return Grid.of(0);
            })
        .equalTo(Grid.of(new double[] {1, 2}));
    assertFalse(computed.get());
  }

  @Test
  void firstDifferentRowIsShown() {
    double[][] expected = {{1, 2}, {3, 4}};
    double[][] got = {{1, 2}, {3, 5}};
    assertEquals("value[1]: expected 3 4, got 3 5", where(got, expected));
  }

  @Test
  void singleNumberIsShownWithoutAnIndex() {
    assertEquals("value: expected 0.4203, got 7", where(7, 0.42034));
  }

  @Test
  void longRowShowsTheNumberAlone() {
    double[] expected = new double[20];
    double[] got = expected.clone();
    got[12] = 3;
    assertEquals("value[12]: expected 0, got 3", where(got, expected));
  }

  @Test
  void numbersThatRoundAlikeAreShownWithMoreDigits() {
    assertEquals("value: expected 0.9999, got 1", where(1, 0.9999 - 5e-5));
    assertEquals("value: expected 1.00012, got 1.00034", where(1.00034, 1.00012));
  }

  @Test
  void wrongShapeIsNamedBeforeNumbers() {
    assertEquals(
        "value: expected shape (2, 2), got (3)",
        where(new double[] {1, 2, 3}, new double[][] {{1, 2}, {3, 4}}));
  }

  @Test
  void nullAndOtherThingsAreNamed() {
    assertEquals("value is null", where(null, 1));
    assertEquals(
        "value: grid: a String is neither a tensor nor a number, a list or an array of numbers",
        where("seven", 1));
    assertEquals(
        "value: grid: its rows differ: (2) and (1)", where(List.of(List.of(1, 2), List.of(3)), 1));
    assertEquals(
        "value: grid: null is neither a tensor nor a number, a list or an array of numbers",
        where(Arrays.asList(1, null), 1));
  }

  @Test
  void mistakeOfAnotherShapeIsRecognised() {
    CheckFailure failure =
        failure(
            Expect.that("output", new double[] {1, 2, 3})
                .mistake("keys", "These are keys.", () -> Grid.of(new double[] {1, 2, 3})),
            Grid.of(new double[] {1, 2}));
    assertEquals(Optional.of(new Mistake("keys", "These are keys.")), failure.mistake());
  }

  @Test
  void infinityEqualsItself() {
    Expect.that("x", Double.NEGATIVE_INFINITY).equalTo(Grid.of(Double.NEGATIVE_INFINITY));
    assertEquals("value: expected 1, got -Infinity", where(Double.NEGATIVE_INFINITY, 1));
  }

  @Test
  void toleranceIsRelativeForLargeNumbers() {
    Expect.that("x", 100_001).equalTo(Grid.of(100_000));
    assertEquals("value: expected 0, got 0.001", where(0.001, 0));
  }

  @Test
  void infinityIsMatchedByInfinityAlone() {
    double infinity = Double.NEGATIVE_INFINITY;
    Expect.that("x", infinity).equalTo(Grid.of(infinity));
    assertEquals("value: expected -Infinity, got 5", where(5, infinity));
    assertEquals("value: expected -Infinity, got Infinity", where(-infinity, infinity));
    assertEquals("value: expected 5, got -Infinity", where(infinity, 5));
  }

  @Test
  void resultInPlaceOfAnExceptionIsNamed() {
    Expect two =
        Expect.that("row", new double[] {7, 8})
            .given("position 4")
            .mistake("clamped", "The last row.", () -> Grid.of(new double[] {7, 8}));
    CheckFailure failure = two.unexpected("an exception");
    assertEquals("position 4; row: expected an exception, got numbers (2)", failure.where());
    assertEquals(Optional.of(new Mistake("clamped", "The last row.")), failure.mistake());
    assertEquals(Optional.empty(), Expect.that("row", 3).unexpected("an exception").mistake());
  }
}
