package org.attentionlab.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.attentionlab.attention.Mask;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class HeatmapTest {
  private static final Tensor X = Tensor.matrix(new float[][] {{0.9f, 0.1f}, {0.4f, 0.6f}});

  private static boolean has(BufferedImage image, Color color) {
    return Arrays.stream(pixels(image)).anyMatch(rgb -> near(new Color(rgb), color));
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static boolean near(Color a, Color b) {
    return Math.abs(a.getRed() - b.getRed()) <= 2
        && Math.abs(a.getGreen() - b.getGreen()) <= 2
        && Math.abs(a.getBlue() - b.getBlue()) <= 2;
  }

  /** Where most pixels of a colour lie, as the mean of their places. */
  private static double[] middle(BufferedImage image, Color color) {
    int width = image.getWidth();
    int[] pixels = pixels(image);
    int[] places =
        IntStream.range(0, pixels.length).filter(i -> near(new Color(pixels[i]), color)).toArray();
    return new double[] {
      Arrays.stream(places).map(i -> i % width).average().orElseThrow(),
      Arrays.stream(places).map(i -> i / width).average().orElseThrow()
    };
  }

  @Test
  void everyWeightHasItsColour() {
    BufferedImage image = Heatmap.of(X).image();
    for (float weight : X.toArray()) {
      assertTrue(has(image, ColorRamp.at(weight)), "colour of " + weight);
    }
  }

  @Test
  void otherWeightsGiveOtherPixels() {
    int[] first = pixels(Heatmap.of(X).values(false).image());
    int[] second = pixels(Heatmap.of(X.mul(0.5)).values(false).image());
    assertEquals(first.length, second.length);
    assertTrue(IntStream.range(0, first.length).filter(i -> first[i] != second[i]).count() > 500);
  }

  @Test
  void rowZeroIsAtTheTopAndColumnZeroOnTheLeft() {
    Tensor corners = Tensor.matrix(new float[][] {{1f, 0.35f}, {0.65f, 0f}});
    BufferedImage image = Heatmap.of(corners).scale(-2, 2).values(false).image();
    double[] first = middle(image, ColorRamp.at(0.75));
    double[] right = middle(image, ColorRamp.at(2.35 / 4));
    double[] below = middle(image, ColorRamp.at(2.65 / 4));
    assertTrue(first[0] < right[0] - 5, "column 0 is left of column 1");
    assertTrue(first[1] < below[1] - 5, "row 0 is above row 1");
  }

  @Test
  void theScaleIsSharedUnlessSet() {
    assertTrue(has(Heatmap.of(X).image(), ColorRamp.at(0.6)));
    assertTrue(has(Heatmap.of(X).scale(0, 2).image(), ColorRamp.at(0.3)));
    assertThrows(IllegalArgumentException.class, () -> Heatmap.of(X).scale(1, 1));
  }

  @Test
  void theSameTokenMayStandTwice() {
    BufferedImage twice = Heatmap.of(X).tokens(List.of("it", "it")).image();
    BufferedImage other = Heatmap.of(X).tokens(List.of("it", "is")).image();
    assertTrue(has(twice, ColorRamp.at(0.9f)) && has(twice, ColorRamp.at(0.6f)));
    assertTrue(!Arrays.equals(pixels(twice), pixels(other)), "labels are drawn");
  }

  @Test
  void chineseLabelsDifferOnThePicture() {
    Heatmap cat = Heatmap.of(X).tokens(List.of("猫", "吃"));
    Heatmap fish = Heatmap.of(X).tokens(List.of("鱼", "吃"));
    // Full-width characters, but a font of the system may round them differently.
    assertEquals(cat.image().getWidth(), fish.image().getWidth(), 2.0);
    assertTrue(!Arrays.equals(pixels(cat.image()), pixels(fish.image())));
  }

  @Test
  void hiddenScoresStayEmpty() {
    Tensor hidden = Mask.causal(2).hide(X);
    BufferedImage image = Heatmap.of(hidden).image();
    assertTrue(has(image, Ink.LINE));
    assertTrue(has(image, ColorRamp.at(0.9f)));
  }

  @Test
  void longLabelsAndLargeMatricesFit() {
    List<String> words = List.of("internationalisation", "a");
    BufferedImage slanted = Heatmap.of(X).tokens(words).image();
    assertTrue(slanted.getWidth() < 500, "width " + slanted.getWidth());
    BufferedImage large = Heatmap.of(Tensor.full(0.01f, 100, 100)).image();
    assertTrue(large.getWidth() < 900 && large.getHeight() < 900, large.toString());
  }

  @Test
  void aLongTitleTakesMoreLines() {
    int one = Heatmap.of(X).title("short").image().getHeight();
    int two =
        Heatmap.of(X).title("a title that is longer than two cells are wide").image().getHeight();
    assertTrue(two > one);
  }

  @Test
  void theImageIsSharpAndHasItsWordsBesideIt() {
    Heatmap map = Heatmap.of(X).tokens(List.of("cat", "mouse")).title("who & whom");
    String html = map.toHtml();
    assertTrue(html.contains("<img width=\"" + map.image().getWidth() + "\""), "width");
    assertTrue(
        html.contains(
            "alt=\"Heat map &quot;who &amp; whom&quot;, 2 by 2. Row cat: cat 0.9, mouse 0.1. "
                + "Row mouse: cat 0.4, mouse 0.6.\""),
        map.alt());
  }

  @Test
  void theWordsOfALargeMatrixNameTheGreatest() {
    String words = Heatmap.of(Tensor.eye(20)).alt();
    assertTrue(words.contains("Row 3: most on 3, 1."), words);
  }

  @Test
  void thePlainTextIsAlignedAlsoInChinese() {
    String text = Heatmap.of(X).tokens(List.of("猫", "cat")).title("t").toString();
    assertEquals("t\n      猫  cat\n 猫  0.9  0.1\ncat  0.4  0.6", text);
  }

  @Test
  void aBatchIsRefusedWithARepair() {
    var e = assertThrows(ShapeException.class, () -> Heatmap.of(Tensor.zeros(2, 3, 3)));
    assertTrue(e.getMessage().contains("(2, 3, 3)") && e.getMessage().contains("get(0)"));
    assertThrows(ShapeException.class, () -> Heatmap.of(Tensor.zeros(0, 3)));
  }

  @Test
  void labelsMustBeAsManyAsRows() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> Heatmap.of(X).rows(List.of("a", "b", "c")));
    assertTrue(e.getMessage().startsWith("Heatmap.rows: 3 labels for an axis of size 2"));
    assertNotEquals("", e.getMessage());
  }

  @Test
  void aCellSaysItsNumberWhenPointedAt() {
    String html = Heatmap.of(X).tokens(List.of("<cat>", "猫")).values(false).toHtml();
    assertTrue(html.contains("<i data-v=\"&lt;cat&gt; → 猫: 0.1\"></i>"), html);
    assertTrue(html.contains("grid-template-columns:repeat(2,1fr)"), html);
    assertFalse(Heatmap.of(Tensor.zeros(65, 65)).toHtml().contains("data-v="));
  }

  @Test
  void theScaleFitsTheNumbers() {
    Tensor far = Tensor.matrix(new float[][] {{-3, 5}});
    assertTrue(has(Heatmap.of(far).fit().image(), ColorRamp.at(0)));
    assertTrue(has(Heatmap.of(far).fit().image(), ColorRamp.at(1)));
    BufferedImage signed = Heatmap.of(far).signed().image();
    assertTrue(has(signed, ColorRamp.signed(1)), "5 is one end");
    assertTrue(has(signed, ColorRamp.signed(0.2)), "-3 is three fifths to the other");
    Tensor same = Tensor.full(2, 2, 2);
    assertTrue(Heatmap.of(same).fit().image().getWidth() > 10, "one number is a scale too");
  }

  @Test
  void onOneScaleEqualColoursAreEqualNumbers() {
    Heatmap small = Heatmap.of(Tensor.matrix(new float[][] {{0, 1}})).values(false);
    Heatmap large = Heatmap.of(Tensor.matrix(new float[][] {{2, 4}})).values(false);
    Heatmap.onOneScale(small, large);
    assertTrue(has(small.image(), ColorRamp.at(0.25)), "1 of 4");
    assertTrue(has(large.image(), ColorRamp.at(0.5)), "2 of 4");
    Heatmap.onOneScale(small, large.signed());
    assertTrue(has(small.image(), ColorRamp.signed(0.625)), "1 from -4 to 4");
  }

  @Test
  void sideBySideShowsBoth() {
    SideBySide pair = SideBySide.of(Heatmap.of(X).title("one"), TensorTable.of(X).title("two"));
    String html = pair.toHtml();
    assertTrue(html.contains("<img") && html.contains("<b>two</b>"));
    assertTrue(pair.toString().contains("one\n") && pair.toString().contains("two\n"));
  }
}
