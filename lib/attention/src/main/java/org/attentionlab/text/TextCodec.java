package org.attentionlab.text;

/**
 * A tokenizer and a vocabulary that belong together: text to ids and back.
 *
 * <pre>
 * var codec = new TextCodec(new CharacterTokenizer(), vocabulary);
 * int[] ids = codec.encode("3 May 2019");
 * String text = codec.decode(ids);
 * </pre>
 *
 * @param tokenizer cuts and joins
 * @param vocabulary numbers the tokens
 */
public record TextCodec(Tokenizer tokenizer, Vocabulary vocabulary) {
  /**
   * The ids of a text.
   *
   * @param text any text
   * @return one id for each token
   * @throws IllegalArgumentException if a token is unknown and there is no {@code [UNK]}
   */
  public int[] encode(String text) {
    return vocabulary.encode(tokenizer.tokenize(text));
  }

  /**
   * The text of ids, up to the first {@code [EOS]} and without padding.
   *
   * @param ids as {@link #encode} or a decoder gives them
   * @return the text
   * @throws IllegalArgumentException if there is no such id
   */
  public String decode(int[] ids) {
    return tokenizer.join(vocabulary.decodeContent(ids));
  }
}
