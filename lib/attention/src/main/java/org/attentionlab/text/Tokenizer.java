package org.attentionlab.text;

import java.util.List;

/**
 * Cuts a text into tokens, and joins tokens to a text.
 *
 * <p>How much of a text survives both ways differs: {@link CharacterTokenizer} and {@link BytePair}
 * give back every character, {@link WordTokenizer} and {@link WordPiece} forget how much space
 * there was. Cutting once more gives the same tokens wherever a class does not say otherwise.
 */
public interface Tokenizer {
  /**
   * Cuts a text.
   *
   * @param text any text, also an empty one
   * @return the tokens, none of them empty
   */
  List<String> tokenize(String text);

  /**
   * Joins tokens.
   *
   * @param tokens as {@link #tokenize} gives them
   * @return a text
   */
  String join(List<String> tokens);
}
