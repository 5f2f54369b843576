package org.attentionlab.transformer;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.attentionlab.attention.Mask;
import org.attentionlab.nn.Embedding;
import org.attentionlab.nn.Layer;
import org.attentionlab.nn.Linear;
import org.attentionlab.nn.TokenIds;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * The Transformer: an encoder reads the source, a decoder writes the target.
 *
 * <pre>
 * memory = Encoder(sqrt(dModel) E_s[source] + P)
 * logits = Decoder(sqrt(dModel) E_t[target] + P, memory) W
 * </pre>
 *
 * <p>Legend: B batch, S tokens of the source, T of the target, V target vocabulary. In training the
 * decoder gets the target shifted right by one, so that its logits at t predict the token t. With
 * shared embeddings E_s = E_t, and W is their transpose. Vaswani et al. (2017), section 3.
 *
 * <pre>
 * var model = new Transformer(rng, TransformerConfig.small(30, 30));
 * var logits = model.forward(source, lengths, shifted);          // (B, T, V)
 * var loss = CrossEntropy.mean().ignoring(0).loss(logits, target);
 * </pre>
 */
public final class Transformer extends Layer {
  private final TokenInput sourceInput;
  private final TokenInput targetInput;
  private final Encoder encoder;
  private final Decoder decoder;
  private final Embedding targetTokens;
  private final Optional<Linear> output;

  /**
   * Logits, and how the model came by them.
   *
   * @param logits (B, T, V)
   * @param encoder the states and the weights (B, H, S, S) of each layer of the encoder
   * @param decoder the states, the weights (B, H, T, T) and the cross weights (B, H, T, S) of each
   *     layer of the decoder
   */
  public record Look(Tensor logits, Trace encoder, Trace decoder) {}

  /**
   * What is kept between two steps of decoding.
   *
   * @param caches what each layer of the decoder keeps
   * @param written how many tokens were written so far
   */
  public record State(List<DecoderCache> caches, int written) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if not as many tokens were written as are kept
     */
    public State {
      caches = List.copyOf(caches);
      int kept = caches.isEmpty() ? 0 : caches.get(0).own().length();
      LayerCaches.requireWritten("Transformer", written, caches.size(), kept);
    }

    /**
     * Chosen sequences of the batch, as a beam search goes on with some of its hypotheses.
     *
     * @param sequences their numbers in this batch, in the order wanted, also repeatedly
     * @return a state of that batch
     * @throws IndexOutOfBoundsException if a number lies outside of the batch
     */
    public State select(int... sequences) {
      return new State(caches.stream().map(cache -> cache.select(sequences)).toList(), written);
    }

    private int sequences() {
      return caches.get(0).memory().keys().size(0);
    }
  }

  /**
   * What a step of decoding gives.
   *
   * @param logits for the token that follows (B, V)
   * @param state what the next step needs
   */
  public record Step(Tensor logits, State state) {}

  /**
   * A model with random first weights.
   *
   * @param rng where they, and what is dropped, come from
   * @param config the settings
   */
  public Transformer(RandomGenerator rng, TransformerConfig config) {
    int dModel = config.decoder().layer().dModel();
    Embedding sourceTokens = new Embedding(rng, config.sourceVocabulary(), dModel);
    this.targetTokens =
        config.shared() ? sourceTokens : new Embedding(rng, config.targetVocabulary(), dModel);
    double scale = Math.sqrt(dModel);
    this.sourceInput =
        child(
            "source",
            new TokenInput(rng, "Transformer source", sourceTokens, config.encoder(), scale));
    this.encoder = child("encoder", new Encoder(rng, config.encoder()));
    this.targetInput =
        child(
            "target",
            new TokenInput(rng, "Transformer target", targetTokens, config.decoder(), scale));
    this.decoder = child("decoder", new Decoder(rng, config.decoder()));
    this.output =
        config.shared()
            ? Optional.empty()
            : Optional.of(child("output", new Linear(rng, dModel, config.targetVocabulary())));
  }

  /**
   * Predicts every token of the target from those before it.
   *
   * @param source B sequences of S ids, filled up at their end
   * @param lengths for each of them how many ids are real
   * @param target B sequences of T ids, shifted right by one; what fills them up needs no length,
   *     for it only follows what is real
   * @return logits (B, T, V)
   * @throws ShapeException if the sizes do not fit
   * @throws IndexOutOfBoundsException if an id lies outside of its vocabulary, a length of its
   *     sequence, or a sequence is longer than the table of positions
   */
  public Tensor forward(int[][] source, int[] lengths, int[][] target) {
    return decode(target, encode(source, lengths));
  }

  /**
   * As {@link #forward}, with the weights of every layer and head.
   *
   * @param source B sequences of S ids, filled up at their end
   * @param lengths for each of them how many ids are real
   * @param target B sequences of T ids, shifted right by one
   * @return logits, and how the model came by them
   * @throws ShapeException if the sizes do not fit
   * @throws IndexOutOfBoundsException if an id lies outside of its vocabulary, a length of its
   *     sequence, or a sequence is longer than the table of positions
   */
  public Look look(int[][] source, int[] lengths, int[][] target) {
    Trace reading = Trace.on();
    Trace writing = Trace.on();
    Tensor logits = decode(target, encode(source, lengths, reading), writing);
    return new Look(logits, reading, writing);
  }

  /**
   * Reads the source.
   *
   * @param source B sequences of S ids, filled up at their end
   * @param lengths for each of them how many ids are real
   * @return states (B, S, dModel) and the mask of what is real
   * @throws ShapeException if the sizes do not fit
   * @throws IndexOutOfBoundsException if an id lies outside of the vocabulary, a length of its
   *     sequence, or the source is longer than the table of positions
   */
  public Memory encode(int[][] source, int[] lengths) {
    return encode(source, lengths, Trace.off());
  }

  private Memory encode(int[][] source, int[] lengths, Trace trace) {
    TokenIds.requireLengths("Transformer source", source, lengths);
    Tensor x = sourceInput.forward(source, 0); // (B, S, dModel)
    Mask mask = Padding.mask(lengths, x.size(1)); // (B, 1, S)
    return new Memory(encoder.forward(x, mask, trace), mask);
  }

  /**
   * Predicts every token of the target from those before it and the memory.
   *
   * @param target B sequences of T ids, shifted right by one
   * @param memory what the encoder read
   * @return logits (B, T, V)
   * @throws ShapeException if the sizes do not fit
   * @throws IndexOutOfBoundsException if an id lies outside of the vocabulary, or the target is
   *     longer than the table of positions
   */
  public Tensor decode(int[][] target, Memory memory) {
    return decode(target, memory, Trace.off());
  }

  private Tensor decode(int[][] target, Memory memory, Trace trace) {
    requireBatch(target.length, memory.states().size(0));
    Tensor x = targetInput.forward(target, 0); // (B, T, dModel)
    return logits(decoder.forward(x, memory, trace)); // (B, T, V)
  }

  /**
   * Before the first token.
   *
   * @param memory what the encoder read
   * @return a state with nothing written
   * @throws ShapeException if the states of the memory are of another width
   */
  public State start(Memory memory) {
    return new State(decoder.start(memory), 0);
  }

  /**
   * Writes one more token: step by step, the logits are those of {@link #decode}.
   *
   * @param tokens for each of B sequences the id that was written last
   * @param before what was kept of the tokens before
   * @return logits for the next token, and the state that goes with them
   * @throws ShapeException if there are not as many tokens as sequences in the state
   * @throws IndexOutOfBoundsException if an id lies outside of the vocabulary, or the target grows
   *     longer than the table of positions
   */
  public Step step(int[] tokens, State before) {
    requireBatch(tokens.length, before.sequences());
    Tensor x = targetInput.forward(TokenIds.column(tokens), before.written()); // (B, 1, dModel)
    Decoder.Step step = decoder.step(x, before.caches());
    Tensor logits = logits(step.output()).squeeze(1); // (B, V)
    return new Step(logits, new State(step.caches(), before.written() + 1));
  }

  private static void requireBatch(int targets, int sources) {
    if (targets != sources) {
      throw new ShapeException(
          "Transformer: " + targets + " targets for " + sources + " sources that were read.");
    }
  }

  private Tensor logits(Tensor states) {
    return output
        .map(map -> map.forward(states))
        .orElseGet(() -> targetTokens.logits(states)); // (B, T, V)
  }

  /**
   * The encoder.
   *
   * @return the part
   */
  public Encoder encoder() {
    return encoder;
  }

  /**
   * The decoder.
   *
   * @return the part
   */
  public Decoder decoder() {
    return decoder;
  }
}
