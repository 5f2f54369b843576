package org.attentionlab.decode;

import org.attentionlab.nn.TokenIds;
import org.attentionlab.recurrent.Seq2Seq;
import org.attentionlab.tensor.Autograd;
import org.attentionlab.transformer.Gpt;
import org.attentionlab.transformer.Transformer;

/**
 * The library's models as decoders ask for them, each with its cache.
 *
 * <pre>
 * var limits = new Limits(begin, end, 20);
 * Greedy.decode(Writers.of(transformer, source, lengths), source.length, limits);
 * new Beam(4, LengthPenalty.gnmt(0.6)).decode(Writers.of(transformer, source, lengths).select(0), limits);
 * </pre>
 */
public final class Writers {
  private Writers() {}

  /**
   * An encoder-decoder that has read its source.
   *
   * @param model in evaluation mode
   * @param source ids (B, S)
   * @param lengths of the B sources
   * @return the model before the first token
   * @throws org.attentionlab.tensor.ShapeException if the sizes do not fit
   * @throws IndexOutOfBoundsException if an id lies outside of the vocabulary, or a length of its
   *     sequence
   */
  @SuppressWarnings("try") // recording is off inside
  public static NextToken of(Transformer model, int[][] source, int[] lengths) {
    try (var off = Autograd.noGrad()) {
      return writing(model, model.start(model.encode(source, lengths)));
    }
  }

  private static NextToken writing(Transformer model, Transformer.State start) {
    return NextToken.of(
        start,
        (tokens, state) -> {
          Transformer.Step step = model.step(tokens, state);
          return new NextToken.Stepped<>(step.logits(), step.state());
        },
        Transformer.State::select);
  }

  /**
   * A language model that has read nothing.
   *
   * @param model in evaluation mode
   * @return the model before the first token, for any number of sequences
   */
  public static NextToken of(Gpt model) {
    return writing(model, model.start());
  }

  static NextToken writing(Gpt model, Gpt.State start) {
    return NextToken.of(
        start,
        (tokens, state) -> {
          Gpt.Step step = model.step(tokens, state);
          return new NextToken.Stepped<>(step.logits(), step.state());
        },
        Gpt.State::select);
  }

  /**
   * A language model that goes on from given beginnings: when it is told the token that begins, it
   * reads these behind it.
   *
   * @param model in evaluation mode
   * @param beginnings ids (B, T) that the sequences begin with, all of one length, without the
   *     token that begins
   * @return the model before the first new token; what a decoder gives back is what follows the
   *     beginnings
   * @throws org.attentionlab.tensor.ShapeException if there is no beginning, or they differ in
   *     length
   */
  public static NextToken of(Gpt model, int[][] beginnings) {
    TokenIds.length("Writers", beginnings);
    return new Prompted(model, beginnings);
  }

  /**
   * A recurrent encoder-decoder that has read its source.
   *
   * @param model in evaluation mode
   * @param source ids (B, S)
   * @param lengths of the B sources
   * @return the model before the first token
   * @throws org.attentionlab.tensor.ShapeException if the sizes do not fit
   * @throws IndexOutOfBoundsException if an id lies outside of the vocabulary, or a length of its
   *     sequence
   */
  @SuppressWarnings("try") // recording is off inside
  public static NextToken of(Seq2Seq model, int[][] source, int[] lengths) {
    try (var off = Autograd.noGrad()) {
      return writing(model, model.start(source, lengths));
    }
  }

  private static NextToken writing(Seq2Seq model, Seq2Seq.State start) {
    return NextToken.of(
        start,
        (tokens, state) -> {
          Seq2Seq.Step step = model.step(tokens, state);
          return new NextToken.Stepped<>(step.logits(), step.state());
        },
        Seq2Seq.State::select);
  }
}
