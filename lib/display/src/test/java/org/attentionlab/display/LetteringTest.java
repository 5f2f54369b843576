package org.attentionlab.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LetteringTest {
  /**
   * A noncharacter shows the missing-glyph box in every font. The private use area would not do:
   * fonts of icons have glyphs there, and a machine may fall back on them.
   */
  private static final String NO_GLYPH = "\uFDD0";

  private static int[] pixels(String text) {
    BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    Ink.drawText(g, text, Lettering.of(List.of("猫吃鱼")).plain(30), Color.WHITE, 2, 32);
    g.dispose();
    return image.getRGB(0, 0, 40, 40, null, 0, 40);
  }

  private static long ink(int[] pixels) {
    return Arrays.stream(pixels).filter(p -> (p & 0xff) > 128).count();
  }

  @Test
  void chineseIsDrawnAndNotAsBoxes() {
    int[] box = pixels(NO_GLYPH);
    for (String sign : List.of("猫", "吃", "鱼")) {
      int[] drawn = pixels(sign);
      assertTrue(ink(drawn) > 80, sign + " has " + ink(drawn) + " pixels of ink");
      assertFalse(Arrays.equals(box, drawn), sign);
    }
    assertFalse(Arrays.equals(pixels("猫"), pixels("鱼")));
  }

  @Test
  void theFontInTheJarHasTheSigns() {
    Font carried = Lettering.load("/fonts/WenQuanZhengHei.ttf").orElseThrow();
    assertEquals(-1, carried.canDisplayUpTo("猫吃鱼红烧狮子头"));
  }

  @Test
  void plainEnglishKeepsTheMachinesFont() {
    assertEquals(Font.SANS_SERIF, Lettering.of(List.of("mouse")).plain(12).getName());
  }

  @Test
  void withoutTheFontSignsBecomeCodePoints() {
    Optional<Font> none = Lettering.load("/fonts/there-is-none.ttf");
    assertEquals(Optional.empty(), none);
    Lettering letters = Lettering.of(List.of(NO_GLYPH), none);
    assertEquals("a U+FDD0", letters.legible("a " + NO_GLYPH));
    assertEquals("mouse", letters.legible("mouse"));
  }

  @Test
  void aWordIsWiderThanAPartOfIt() {
    Font font = Lettering.of(List.of("ab")).plain(12);
    assertTrue(Lettering.width("ab", font) > Lettering.width("a", font));
    assertNotEquals(0.0, Lettering.width(" ", font));
    assertEquals(0.0, Lettering.width("", font));
  }
}
