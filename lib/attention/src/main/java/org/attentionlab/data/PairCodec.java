package org.attentionlab.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.attentionlab.text.Padding;
import org.attentionlab.text.Special;
import org.attentionlab.text.Vocabulary;
import org.attentionlab.text.VocabularyConfig;

/**
 * The vocabularies of a task, and what turns its pairs into numbers.
 *
 * <pre>
 * var split = Dates.english().split(rng, 4000).map(pair -&gt; pair.tokens(characters, characters));
 * var codec = PairCodec.of(split.train());
 * var model = new Seq2Seq(rng, Seq2SeqConfig.small(codec.source().size(), codec.target().size()));
 * PairBatch batch = codec.batch(split.train().subList(0, 32));
 * </pre>
 *
 * @param source what sources are written in
 * @param target what targets are written in; has {@code [BOS]} and {@code [EOS]}
 */
public record PairCodec(Vocabulary source, Vocabulary target) {

  /**
   * A vocabulary for each side.
   *
   * @param pairs whose tokens get an id, those to train with
   * @return two vocabularies with {@link Special#sequence()}
   */
  public static PairCodec of(List<TokenPair> pairs) {
    return new PairCodec(
        vocabulary(pairs, pair -> List.of(pair.source())),
        vocabulary(pairs, pair -> List.of(pair.target())));
  }

  /**
   * One vocabulary for both sides, as shared embeddings need it.
   *
   * @param pairs whose tokens get an id, those to train with
   * @return the same vocabulary twice, with {@link Special#sequence()}
   */
  public static PairCodec shared(List<TokenPair> pairs) {
    Vocabulary both = vocabulary(pairs, pair -> List.of(pair.source(), pair.target()));
    return new PairCodec(both, both);
  }

  private static Vocabulary vocabulary(
      List<TokenPair> pairs, Function<TokenPair, List<List<String>>> sides) {
    List<List<String>> rows = new ArrayList<>();
    pairs.forEach(pair -> rows.addAll(sides.apply(pair)));
    return Vocabulary.build(rows, VocabularyConfig.of(Special.sequence()));
  }

  /**
   * Pairs as numbers, to train with.
   *
   * @param pairs B of them
   * @return the batch
   * @throws IllegalArgumentException if a token is unknown and there is no {@code [UNK]}, or the
   *     target's vocabulary has no {@code [BOS]} or {@code [EOS]}
   */
  public PairBatch batch(List<TokenPair> pairs) {
    return PairBatch.of(
        pairs.stream().map(pair -> source.encode(pair.source())).toList(),
        pairs.stream().map(pair -> target.encodeBetweenEnds(pair.target())).toList());
  }

  /**
   * The targets where the sources' tokens stand, for a model that says one thing of each token.
   *
   * @param pairs B of them, each target as long as its source
   * @return ids (B, S), without {@code [BOS]} and {@code [EOS]}; 0 after the end of each
   * @throws IllegalArgumentException if a target is not as long as its source, or a token is
   *     unknown and there is no {@code [UNK]}
   */
  public int[][] tags(List<TokenPair> pairs) {
    for (TokenPair pair : pairs) {
      if (pair.source().size() != pair.target().size()) {
        throw new IllegalArgumentException(
            "tags: a source of "
                + pair.source().size()
                + " tokens has a target of "
                + pair.target().size()
                + "; each token needs one tag.");
      }
    }
    return Padding.of(pairs.stream().map(pair -> target.encode(pair.target())).toList()).ids();
  }
}
