package org.attentionlab.text;

import java.util.List;

/**
 * Every character is a token; a space is one too.
 *
 * <p>A character is a code point of Unicode: 猫 and 🐭 are one token each. What is drawn as one sign
 * from several code points, such as a flag, becomes several tokens.
 *
 * <pre>
 * new CharacterTokenizer().tokenize("猫 🐭!")     // [猫,  , 🐭, !]
 * </pre>
 */
public final class CharacterTokenizer implements Tokenizer {
  @Override
  public List<String> tokenize(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  /** The text itself: nothing is lost. */
  @Override
  public String join(List<String> tokens) {
    return String.join("", tokens);
  }
}
