package org.attentionlab.data;

import org.attentionlab.text.Tokenizer;

/**
 * A text and what a model has to make of it.
 *
 * @param source what the model reads
 * @param target what it has to write
 */
public record Pair(String source, String target) {

  /**
   * The same cut into tokens.
   *
   * @param ofSource cuts the source
   * @param ofTarget cuts the target
   * @return the tokens of both
   */
  public TokenPair tokens(Tokenizer ofSource, Tokenizer ofTarget) {
    return new TokenPair(ofSource.tokenize(source), ofTarget.tokenize(target));
  }
}
