package org.attentionlab.recurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.attentionlab.attention.AdditiveAttention;
import org.attentionlab.attention.AttentionResult;
import org.attentionlab.attention.Mask;
import org.attentionlab.nn.Embedding;
import org.attentionlab.nn.Layer;
import org.attentionlab.nn.Linear;
import org.attentionlab.nn.TokenIds;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * A recurrent encoder reads the source, a recurrent decoder writes the target, with or without
 * attention between them.
 *
 * <pre>
 * h_1, ..., h_S = GRU(source)                      s_0 = tanh(W_0 h_last + b_0)
 * c_t = sum over j of alpha_tj h_j                 alpha_t = attention of s_t-1 to all h_j
 *       or, without attention, c_t = h_last
 * s_t = GRU([y_t-1; c_t], s_t-1)
 * logits_t = [s_t; c_t] W + b
 * </pre>
 *
 * <p>The query is the state of the step before, for s_t itself needs the context. Without attention
 * all else stays the same, so that the two can be compared. Legend: B batch, S tokens of the
 * source, T of the target, V target vocabulary. With attention: Bahdanau et al. (2015), section 3
 * and appendix A.1.2, without the maxout layer before the output; without: Cho et al. (2014),
 * section 2.2.
 */
public final class Seq2Seq extends Layer {
  private final Embedding sourceTokens;
  private final Gru encoder;
  private final Linear bridge;
  private final Optional<AdditiveAttention> attention;
  private final Embedding targetTokens;
  private final GruCell decoder;
  private final Linear output;

  /**
   * What teacher forcing gives.
   *
   * @param logits (B, T, V)
   * @param alignments alpha (B, T, S), figure 3 of Bahdanau et al.; empty without attention
   */
  public record Result(Tensor logits, Optional<Tensor> alignments) {}

  /** What the decoder asks at every step. */
  private record Source(Tensor summary, Optional<AdditiveAttention.Memory> memory) {
    private Source select(int... sequences) {
      return new Source(summary.take(0, sequences), memory.map(known -> known.select(sequences)));
    }
  }

  /** What is kept between two steps of decoding. */
  public static final class State {
    private final Tensor hidden;
    private final Source source;

    private State(Tensor hidden, Source source) {
      this.hidden = hidden;
      this.source = source;
    }

    /**
     * The decoder's state.
     *
     * @return s (B, dHidden), the query of the next step
     */
    public Tensor hidden() {
      return hidden;
    }

    /**
     * What the decoder attends to at every step.
     *
     * @return the encoder's states; empty without attention
     */
    public Optional<AdditiveAttention.Memory> memory() {
      return source.memory();
    }

    /**
     * Chosen sequences of the batch, as a beam search goes on with some of its hypotheses.
     *
     * @param sequences their numbers in this batch, in the order wanted, also repeatedly
     * @return a state of that batch
     * @throws IndexOutOfBoundsException if a number lies outside of the batch
     */
    public State select(int... sequences) {
      return new State(hidden.take(0, sequences), source.select(sequences));
    }
  }

  /**
   * What a step of decoding gives.
   *
   * @param logits for the token that follows (B, V)
   * @param weights alpha_t (B, S); empty without attention
   * @param state what the next step needs
   */
  public record Step(Tensor logits, Optional<Tensor> weights, State state) {}

  /** A step before its logits are reckoned: [s_t; c_t], alpha_t and the state. */
  private record Advance(Tensor features, Optional<Tensor> weights, State state) {}

  /**
   * A model with random first weights.
   *
   * @param rng where they come from
   * @param config the settings
   */
  public Seq2Seq(RandomGenerator rng, Seq2SeqConfig config) {
    int dEmbedding = config.dEmbedding();
    int dHidden = config.dHidden();
    int dSource = config.encoder().dOut();
    this.sourceTokens =
        child("sourceTokens", new Embedding(rng, config.sourceVocabulary(), dEmbedding));
    this.encoder = child("encoder", new Gru(rng, config.encoder()));
    this.bridge = child("bridge", new Linear(rng, dSource, dHidden));
    this.attention =
        config.attention()
            ? Optional.of(child("attention", new AdditiveAttention(rng, dHidden, dSource, dHidden)))
            : Optional.empty();
    this.targetTokens =
        child("targetTokens", new Embedding(rng, config.targetVocabulary(), dEmbedding));
    this.decoder = child("decoder", new GruCell(rng, dEmbedding + dSource, dHidden));
    this.output = child("output", new Linear(rng, dHidden + dSource, config.targetVocabulary()));
  }

  /**
   * Teacher forcing: predicts every token of the target from the right ones before it.
   *
   * @param source B sequences of S ids, filled up at their end
   * @param lengths for each of them how many ids are real
   * @param target B sequences of T ids, shifted right by one
   * @return logits (B, T, V) and, with attention, alignments (B, T, S)
   * @throws ShapeException if the sizes do not fit
   * @throws IndexOutOfBoundsException if an id lies outside of its vocabulary, or a length of its
   *     sequence
   */
  public Result forward(int[][] source, int[] lengths, int[][] target) {
    State state = start(source, lengths);
    requireBatch(target.length, source.length);
    Tensor embedded = embed(target); // (B, T, dEmbedding)
    List<Tensor> features = new ArrayList<>();
    List<Tensor> weights = new ArrayList<>();
    for (int t = 0; t < embedded.size(1); t++) {
      Advance advance = advance(embedded.slice(1, t, t + 1).squeeze(1), state);
      features.add(advance.features());
      advance.weights().ifPresent(weights::add);
      state = advance.state();
    }
    Tensor logits = output.forward(Tensor.stack(1, features)); // (B, T, V)
    return new Result(
        logits, weights.isEmpty() ? Optional.empty() : Optional.of(Tensor.stack(1, weights)));
  }

  /**
   * Reads the source, before the first token of the target.
   *
   * @param source B sequences of S ids, filled up at their end
   * @param lengths for each of them how many ids are real
   * @return s_0, and what the decoder asks at every step
   * @throws ShapeException if the sizes do not fit
   * @throws IndexOutOfBoundsException if an id lies outside of the vocabulary, or a length of its
   *     sequence
   */
  public State start(int[][] source, int[] lengths) {
    TokenIds.requireLengths("Seq2Seq source", source, lengths);
    TokenIds.requireKnown("Seq2Seq source", source, sourceTokens.weight().size(0));
    Tensor embedded = sourceTokens.forward(source); // (B, S, dEmbedding)
    Gru.Result read = encoder.forward(embedded, lengths);
    Tensor last = read.last().transpose(0, 1); // (B, directions, dHidden)
    Tensor summary = last.reshape(last.size(0), last.size(1) * last.size(2)); // (B, dSource)
    Mask mask = Mask.padding(lengths, embedded.size(1)); // (B, 1, S)
    Source asked =
        new Source(summary, attention.map(present -> present.memory(read.states(), mask)));
    return new State(bridge.forward(summary).tanh(), asked);
  }

  /**
   * Writes one more token.
   *
   * @param tokens for each of B sequences the id that was written last
   * @param before the state of the step before
   * @return logits for the next token, where the decoder looked, and the state that goes with them
   * @throws ShapeException if there are not as many tokens as sequences in the state
   * @throws IndexOutOfBoundsException if an id lies outside of the vocabulary
   */
  public Step step(int[] tokens, State before) {
    requireBatch(tokens.length, before.hidden.size(0));
    Tensor embedded = embed(TokenIds.column(tokens)).squeeze(1); // (B, dEmbedding)
    Advance advance = advance(embedded, before);
    return new Step(output.forward(advance.features()), advance.weights(), advance.state());
  }

  private Tensor embed(int[][] target) {
    TokenIds.length("Seq2Seq target", target);
    TokenIds.requireKnown("Seq2Seq target", target, targetTokens.weight().size(0));
    return targetTokens.forward(target); // (B, T, dEmbedding)
  }

  private static void requireBatch(int targets, int sources) {
    if (targets != sources) {
      throw new ShapeException(
          "Seq2Seq: " + targets + " targets for " + sources + " sources that were read.");
    }
  }

  private Advance advance(Tensor embedded, State before) {
    Source source = before.source;
    Optional<AttentionResult> looked = source.memory().map(known -> known.attend(before.hidden));
    Tensor context = looked.map(AttentionResult::output).orElse(source.summary()); // (B, dSource)
    Tensor input = Tensor.concat(-1, List.of(embedded, context));
    Tensor hidden = decoder.forward(input, before.hidden); // (B, dHidden)
    Tensor features = Tensor.concat(-1, List.of(hidden, context)); // (B, dHidden + dSource)
    return new Advance(features, looked.map(AttentionResult::weights), new State(hidden, source));
  }

  /**
   * The attention, if there is one.
   *
   * @return W_q, W_k and v
   */
  public Optional<AdditiveAttention> attention() {
    return attention;
  }
}
