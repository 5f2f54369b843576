package org.attentionlab.text;

import java.util.List;

/** Tokens that are no part of a text but tell a model something about it. */
public enum Special {
  /** Fills up shorter sequences; its id is always 0. */
  PAD,
  /** Stands for a token that the vocabulary does not hold. */
  UNK,
  /** Begins a sequence that a decoder writes. */
  BOS,
  /** Ends a sequence that a decoder writes. */
  EOS,
  /** Begins every input of BERT; its vector stands for the whole input. */
  CLS,
  /** Ends every sentence of an input of BERT. */
  SEP,
  /** Hides a word that BERT has to guess. */
  MASK;

  /**
   * How the token is written in a vocabulary and in a text.
   *
   * @return the name in brackets, such as {@code [PAD]}
   */
  public String token() {
    return "[" + name() + "]";
  }

  /**
   * What an encoder-decoder or a language model needs.
   *
   * @return PAD, UNK, BOS, EOS
   */
  public static List<Special> sequence() {
    return List.of(PAD, UNK, BOS, EOS);
  }

  /**
   * What BERT needs.
   *
   * @return PAD, UNK, CLS, SEP, MASK
   */
  public static List<Special> bert() {
    return List.of(PAD, UNK, CLS, SEP, MASK);
  }
}
