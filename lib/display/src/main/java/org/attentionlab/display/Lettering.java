package org.attentionlab.display;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A font that can draw given texts.
 *
 * <p>That is the machine's sans-serif font where it has all the letters. Else it is WenQuanYi Zen
 * Hei, which a library on the class path carries, so that Chinese is drawn on machines without any
 * Chinese font. Letters that neither has are written as code points: {@code U+1F600} says more than
 * an empty box.
 */
final class Lettering {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private final Font font;

  private Lettering(Font font) {
    this.font = font;
  }

  /** The best font at hand for all these texts. */
  static Lettering of(Collection<String> texts) {
    return of(texts, Carried.FONT);
  }

  static Lettering of(Collection<String> texts, Optional<Font> carried) {
    Font usual = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    long missing = missing(usual, texts);
    return missing == 0
        ? new Lettering(usual)
        : new Lettering(carried.filter(f -> missing(f, texts) < missing).orElse(usual));
  }

  /** The font that a resource holds; empty where there is none, or where it cannot be read. */
  static Optional<Font> load(String resource) {
    try (InputStream in = Lettering.class.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(Font.createFont(Font.TRUETYPE_FONT, in));
    } catch (IOException | FontFormatException e) {
      return Optional.empty();
    }
  }

  Font plain(double size) {
    return font.deriveFont(Font.PLAIN, (float) size);
  }

  Font bold(double size) {
    return font.deriveFont(Font.BOLD, (float) size);
  }

  /** The text, with code points in place of letters that the font does not have. */
  String legible(String text) {
    if (font.canDisplayUpTo(text) < 0) {
      return text;
    }
    return text.codePoints()
        .mapToObj(
            c ->
                font.canDisplay(c)
                    ? Character.toString(c)
                    : String.format(Locale.ROOT, "U+%04X", c))
        .collect(Collectors.joining());
  }

  List<String> legible(List<String> texts) {
    return texts.stream().map(this::legible).toList();
  }

  /** How wide a text is, in points. */
  static double width(String text, Font font) {
    return text.isEmpty() ? 0 : new TextLayout(text, font, EXACT).getAdvance();
  }

  private static long missing(Font font, Collection<String> texts) {
    return texts.stream().flatMapToInt(String::codePoints).filter(c -> !font.canDisplay(c)).count();
  }

  /** Read once, and only when a text needs it: the file has 13 MB. */
  private static final class Carried {
    static final Optional<Font> FONT = load("/fonts/WenQuanZhengHei.ttf");
  }
}
