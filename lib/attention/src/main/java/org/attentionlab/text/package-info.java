/**
 * From text to numbers: cutting text into tokens, and numbering them.
 *
 * <p>A token is what a model sees as one: a character, a word, or a piece of a word. Ids are {@code
 * int[]} (T), a batch of them {@code int[][]} (B, T), filled up with 0.
 *
 * <p>Reading order: {@link org.attentionlab.text.Vocabulary}, {@link
 * org.attentionlab.text.Tokenizer} with {@link org.attentionlab.text.CharacterTokenizer} and {@link
 * org.attentionlab.text.WordTokenizer}, {@link org.attentionlab.text.Padding}, {@link
 * org.attentionlab.text.Shifted} and {@link org.attentionlab.text.SentenceBatch} (what models are
 * trained on), then the two that cut words into pieces: {@link org.attentionlab.text.WordPiece} and
 * {@link org.attentionlab.text.BytePair}.
 */
package org.attentionlab.text;
