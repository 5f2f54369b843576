package org.attentionlab.solutions.hidden.lesson06;

import java.util.function.IntUnaryOperator;
import org.attentionlab.grading.expect.Grid;

/**
 * Where the numbers of heads go, rightly and wrongly, by their place in a flat array: no axis is
 * exchanged here, so nothing is shared with the answers.
 *
 * <p>Apart is (B, H, T, d), side by side is (B, T, H d).
 *
 * @param batch B
 * @param heads H
 * @param words T
 * @param width d, the width of one head
 */
record Heads(int batch, int heads, int words, int width) {

  int count() {
    return batch * heads * words * width;
  }

  int[] apart() {
    return new int[] {batch, heads, words, width};
  }

  int[] sideBySide() {
    return new int[] {batch, words, heads * width};
  }

  /** Where number (b, h, t, i) stands when the heads are side by side. */
  private int placeSideBySide(int b, int h, int t, int i) {
    return ((b * words + t) * heads + h) * width + i;
  }

  /** Where number (b, h, t, i) stands when the heads are apart. */
  private int placeApart(int b, int h, int t, int i) {
    return ((b * heads + h) * words + t) * width + i;
  }

  /** A rule from (b, h, t, i) to a place. */
  private interface Place {
    int of(int b, int h, int t, int i);
  }

  private static double[] picked(double[] from, int count, IntUnaryOperator place) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = from[place.applyAsInt(i)];
    }
    return numbers;
  }

  /** Reads the places of a rule in the order of heads apart. */
  private double[] inOrderApart(double[] from, Place place) {
    return picked(
        from,
        count(),
        at ->
            place.of(
                at / (heads * words * width),
                at / (words * width) % heads,
                at / width % words,
                at % width));
  }

  /** Reads the places of a rule in the order of heads side by side. */
  private double[] inOrderSideBySide(double[] from, Place place) {
    return picked(
        from,
        count(),
        at ->
            place.of(
                at / (heads * words * width),
                at / width % heads,
                at / (heads * width) % words,
                at % width));
  }

  double[] split(double[] sideBySide) {
    return inOrderApart(sideBySide, this::placeSideBySide);
  }

  double[] merged(double[] apart) {
    return inOrderSideBySide(apart, this::placeApart);
  }

  /** Features dealt out in turn: head h gets h, h + H, h + 2 H, ... */
  double[] splitInTurn(double[] sideBySide) {
    return inOrderApart(
        sideBySide, (b, h, t, i) -> (b * words + t) * heads * width + i * heads + h);
  }

  /** The inverse of dealing out in turn. */
  double[] mergedInTurn(double[] apart) {
    return picked(
        apart,
        count(),
        at ->
            placeApart(
                at / (heads * words * width),
                at % heads,
                at / (heads * width) % words,
                at / heads % width));
  }

  /** Shape (B, H, d, T). */
  Grid featuresBeforeWords(double[] sideBySide) {
    double[] numbers =
        picked(
            sideBySide,
            count(),
            at ->
                placeSideBySide(
                    at / (heads * words * width),
                    at / (words * width) % heads,
                    at % words,
                    at / words % width));
    return Grid.of(new int[] {batch, heads, width, words}, numbers);
  }

  /** Heads first, then sequences: (H, B, T, d) in whatever shape. */
  double[] headsBeforeBatch(double[] sideBySide) {
    return picked(
        sideBySide,
        count(),
        at ->
            placeSideBySide(
                at / (words * width) % batch,
                at / (batch * words * width),
                at / width % words,
                at % width));
  }

  /** The mean of the heads, (B, T, d). */
  Grid averaged(double[] apart) {
    double[] means = new double[batch * words * width];
    for (int b = 0; b < batch; b++) {
      for (int t = 0; t < words; t++) {
        for (int i = 0; i < width; i++) {
          for (int h = 0; h < heads; h++) {
            means[(b * words + t) * width + i] += apart[placeApart(b, h, t, i)] / heads;
          }
        }
      }
    }
    return Grid.of(new int[] {batch, words, width}, means);
  }
}
