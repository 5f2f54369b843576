package org.attentionlab.decode;

import java.util.ArrayList;
import java.util.List;
import org.attentionlab.data.PairCodec;
import org.attentionlab.data.TokenPair;
import org.attentionlab.recurrent.Seq2Seq;
import org.attentionlab.text.Padding;
import org.attentionlab.transformer.Transformer;

/**
 * An encoder-decoder with its vocabularies: tokens go in, tokens come out.
 *
 * <pre>
 * var translator = Translator.of(model, codec, 12);
 * translator.translate(List.of("5", " ", "M", "a", "y"));
 * trainer.validate(100, () -&gt; translator.exactMatch(split.validation()));
 * </pre>
 *
 * <p>It writes greedily, many sources at once, or with a {@link Beam}, one at a time.
 */
public final class Translator {
  private static final int BATCH = 128; // sources that are read at once

  /** A model that begins to write. */
  @FunctionalInterface
  private interface Model {
    NextToken read(int[][] source, int[] lengths);
  }

  private final Model model;
  private final PairCodec codec;
  private final Limits limits;

  private Translator(Model model, PairCodec codec, int maxTokens) {
    this.model = model;
    this.codec = codec;
    this.limits = Limits.of(codec.target(), maxTokens);
  }

  /**
   * A Transformer.
   *
   * @param model in evaluation mode when it is asked
   * @param codec the vocabularies that it was trained with
   * @param maxTokens how many tokens it may write, the end included
   * @return the translator
   * @throws IllegalArgumentException if no token may be written, or the target's vocabulary has no
   *     {@code [BOS]} or {@code [EOS]}
   */
  public static Translator of(Transformer model, PairCodec codec, int maxTokens) {
    return new Translator(
        (source, lengths) -> Writers.of(model, source, lengths), codec, maxTokens);
  }

  /**
   * A recurrent encoder-decoder.
   *
   * @param model in evaluation mode when it is asked
   * @param codec the vocabularies that it was trained with
   * @param maxTokens how many tokens it may write, the end included
   * @return the translator
   * @throws IllegalArgumentException if no token may be written, or the target's vocabulary has no
   *     {@code [BOS]} or {@code [EOS]}
   */
  public static Translator of(Seq2Seq model, PairCodec codec, int maxTokens) {
    return new Translator(
        (source, lengths) -> Writers.of(model, source, lengths), codec, maxTokens);
  }

  /**
   * Translates one source.
   *
   * @param source its tokens
   * @return what the model writes
   * @throws IllegalArgumentException if a token is unknown and there is no {@code [UNK]}
   */
  public List<String> translate(List<String> source) {
    return translateAll(List.of(source)).get(0);
  }

  /**
   * Translates one source, keeping several beginnings open.
   *
   * @param source its tokens
   * @param beam how many, and how lengths are weighed
   * @return the translation with the best score
   * @throws IllegalArgumentException if a token is unknown and there is no {@code [UNK]}
   */
  public List<String> translate(List<String> source, Beam beam) {
    return content(beam.decode(read(List.of(source)), limits).get(0));
  }

  /**
   * Translates many sources.
   *
   * @param sources the tokens of each
   * @return what the model writes for each
   * @throws IllegalArgumentException if a token is unknown and there is no {@code [UNK]}
   */
  public List<List<String>> translateAll(List<List<String>> sources) {
    List<List<String>> written = new ArrayList<>();
    for (int from = 0; from < sources.size(); from += BATCH) {
      List<List<String>> some = sources.subList(from, Math.min(sources.size(), from + BATCH));
      Greedy.decode(read(some), some.size(), limits).forEach(one -> written.add(content(one)));
    }
    return List.copyOf(written);
  }

  /**
   * Which pairs the model translates without a fault.
   *
   * @param pairs sources with the right targets
   * @return for each whether all tokens are right, and no more are written
   * @throws IllegalArgumentException if a token is unknown and there is no {@code [UNK]}
   */
  public boolean[] matches(List<TokenPair> pairs) {
    List<List<String>> written = translateAll(pairs.stream().map(TokenPair::source).toList());
    boolean[] right = new boolean[pairs.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = written.get(i).equals(pairs.get(i).target());
    }
    return right;
  }

  /**
   * The share of pairs that the model translates without a fault.
   *
   * @param pairs sources with the right targets, at least one
   * @return from 0 to 1
   * @throws IllegalArgumentException if there is no pair, or a token is unknown and there is no
   *     {@code [UNK]}
   */
  public double exactMatch(List<TokenPair> pairs) {
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("exactMatch: there are no pairs to translate.");
    }
    boolean[] right = matches(pairs);
    int count = 0;
    for (boolean one : right) {
      count += one ? 1 : 0;
    }
    return (double) count / right.length;
  }

  private NextToken read(List<List<String>> sources) {
    Padding batch = Padding.of(sources.stream().map(codec.source()::encode).toList());
    return model.read(batch.ids(), batch.lengths());
  }

  private List<String> content(Decoded decoded) {
    return codec.target().decodeContent(decoded.tokens());
  }
}
