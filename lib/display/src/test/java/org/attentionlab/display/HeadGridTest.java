package org.attentionlab.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;

class HeadGridTest {
  /** Two heads: one looks at itself, the other at the first. */
  private static final Tensor HEADS =
      Tensor.of(new float[] {1, 0, 0, 1, 0.5f, 0.5f, 1, 0}, 2, 2, 2);

  private static boolean has(BufferedImage image, Color color) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) == color.getRGB()) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void everyHeadHasItsMapAndAllHaveOneScale() {
    BufferedImage image = HeadGrid.of(HEADS).image();
    assertTrue(has(image, ColorRamp.at(0)) && has(image, ColorRamp.at(1)));
    assertTrue(has(image, ColorRamp.at(0.5)), "0.5 of the second head on the common scale");
    BufferedImage doubled = HeadGrid.of(HEADS.mul(2f)).fit().image();
    assertTrue(has(doubled, ColorRamp.at(0.5)), "1 of 2");
    assertTrue(has(HeadGrid.of(HEADS.mul(-1f)).signed().image(), ColorRamp.signed(0)));
  }

  @Test
  void pointingShowsHeadTokensAndNumber() {
    String html = HeadGrid.of(HEADS).tokens(List.of("it", "猫")).toHtml();
    assertTrue(html.contains("data-v=\"head 1: 猫 → it: 1.0\""), html);
    String layers = HeadGrid.ofLayers(List.of(HEADS, HEADS)).toHtml();
    assertTrue(layers.contains("data-v=\"layer 1, head 0: 1 → 1: 1\""), layers);
  }

  @Test
  void theWordsNameTheGreatestOfEachHead() {
    assertEquals(
        "Heat maps \"t\" of 2 heads, each 2 by 2. copy: greatest a → a, 1. first: greatest b → a, 1.",
        HeadGrid.of(HEADS)
            .tokens(List.of("a", "b"))
            .names(List.of("copy", "first"))
            .title("t")
            .toString());
  }

  @Test
  void layersAreRowsAndOneLayerIsWrapped() {
    Tensor eight = Tensor.zeros(8, 3, 3);
    BufferedImage wrapped = HeadGrid.of(eight).image();
    BufferedImage rows = HeadGrid.ofLayers(List.of(eight, eight)).image();
    assertTrue(rows.getWidth() > wrapped.getWidth());
    assertTrue(rows.getWidth() <= 1280, "no wider than a page: " + rows.getWidth());
  }

  @Test
  void longSequencesStaySmallAndHaveNoOverlay() {
    HeadGrid large = HeadGrid.of(Tensor.full(0.01f, 4, 100, 100));
    assertTrue(large.image().getWidth() < 1000);
    assertFalse(large.toHtml().contains("data-v="));
  }

  @Test
  void otherShapesAreRefusedWithARepair() {
    var batch = assertThrows(ShapeException.class, () -> HeadGrid.of(Tensor.zeros(2, 4, 3, 3)));
    assertTrue(
        batch.getMessage().contains("(2, 4, 3, 3)") && batch.getMessage().contains("get(0)"));
    assertThrows(ShapeException.class, () -> HeadGrid.of(Tensor.zeros(3, 3)));
    assertThrows(
        ShapeException.class, () -> HeadGrid.ofLayers(List.of(HEADS, Tensor.zeros(2, 3, 3))));
    assertThrows(IllegalArgumentException.class, () -> HeadGrid.of(HEADS).rows(List.of("a")));
  }
}
