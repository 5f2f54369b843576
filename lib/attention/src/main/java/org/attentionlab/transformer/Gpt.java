package org.attentionlab.transformer;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.attentionlab.attention.KeyValueCache;
import org.attentionlab.attention.Mask;
import org.attentionlab.nn.Embedding;
import org.attentionlab.nn.Layer;
import org.attentionlab.nn.Linear;
import org.attentionlab.nn.TokenIds;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * A decoder by itself: it predicts each token from those before it, and so looks one way.
 *
 * <pre>
 * x_0 = E[ids] + P
 * x_l = layer_l(x_l-1) under a causal mask
 * logits = LayerNorm(x_N) W,   W the transpose of E where tied
 * </pre>
 *
 * <p>Legend: B batch, T tokens, V vocabulary. Radford et al. (2018), "Improving Language
 * Understanding by Generative Pre-Training", section 3.1; layers normalised before their parts as
 * in Radford et al. (2019), "Language Models are Unsupervised Multitask Learners", section 2.3.
 */
public final class Gpt extends Layer {
  private final TokenInput input;
  private final Encoder stack;
  private final Embedding tokens;
  private final Optional<Linear> output;

  /**
   * Logits, and how the model came by them.
   *
   * @param logits (B, T, V)
   * @param states what entered the first layer and what left each, tensors (B, T, dModel)
   * @param attentions the weights of each layer and head, tensors (B, H, T, T)
   */
  public record Look(Tensor logits, List<Tensor> states, List<Tensor> attentions) {
    /** Copies the lists. */
    public Look {
      states = List.copyOf(states);
      attentions = List.copyOf(attentions);
    }
  }

  /**
   * What is kept between two steps of decoding.
   *
   * @param caches the keys and values of each layer
   * @param written how many tokens were read or written so far
   */
  public record State(List<KeyValueCache> caches, int written) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if not as many tokens were written as are kept
     */
    public State {
      caches = List.copyOf(caches);
      int kept = caches.isEmpty() ? 0 : caches.get(0).length();
      LayerCaches.requireWritten("Gpt", written, caches.size(), kept);
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

    private void requireBatch(int batch) {
      if (written > 0 && caches.get(0).keys().size(0) != batch) {
        throw new ShapeException(
            "Gpt: the state is one of "
                + caches.get(0).keys().size(0)
                + " sequences, got tokens of "
                + batch
                + ".\n  select(...) makes a state of other sequences.");
      }
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
  public Gpt(RandomGenerator rng, GptConfig config) {
    int dModel = config.stack().layer().dModel();
    this.tokens = new Embedding(rng, config.vocabulary(), dModel);
    this.input = child("input", new TokenInput(rng, "Gpt", tokens, config.stack(), 1));
    this.stack = child("stack", Encoder.causal(rng, config.stack()));
    this.output =
        config.tied()
            ? Optional.empty()
            : Optional.of(child("output", Linear.withoutBias(rng, dModel, config.vocabulary())));
  }

  /**
   * Predicts, at every position, the token that follows.
   *
   * @param ids B sequences of T ids; what fills them up at their end changes nothing before it
   * @return logits (B, T, V)
   * @throws ShapeException if the sequences differ in length or are empty
   * @throws IndexOutOfBoundsException if an id lies outside of the vocabulary, or a sequence is
   *     longer than the table of positions
   */
  public Tensor forward(int[][] ids) {
    return forward(ids, Trace.off());
  }

  /**
   * As {@link #forward(int[][])}, with the weights of every layer and head.
   *
   * @param ids B sequences of T ids
   * @return logits, and how the model came by them
   * @throws ShapeException if the sequences differ in length or are empty
   * @throws IndexOutOfBoundsException if an id lies outside of the vocabulary, or a sequence is
   *     longer than the table of positions
   */
  public Look look(int[][] ids) {
    Trace trace = Trace.on();
    Tensor logits = forward(ids, trace);
    return new Look(logits, trace.states(), trace.attentions());
  }

  private Tensor forward(int[][] ids, Trace trace) {
    Tensor x = input.forward(ids, 0); // (B, T, dModel)
    return logits(stack.forward(x, Mask.causal(x.size(1)), trace)); // (B, T, V)
  }

  /**
   * Before the first token.
   *
   * @return a state with nothing written
   */
  public State start() {
    return new State(stack.start(), 0);
  }

  /**
   * Reads the beginnings that are to be continued.
   *
   * @param ids B sequences of T ids, all real
   * @param before what was kept of the tokens before, at first {@link #start()}
   * @return logits for the next token, and the state that goes with them
   * @throws ShapeException if the sequences differ in length, are empty, or are not as many as in
   *     the state
   * @throws IndexOutOfBoundsException if an id lies outside of the vocabulary, or the sequences
   *     grow longer than the table of positions
   */
  public Step step(int[][] ids, State before) {
    before.requireBatch(ids.length);
    Tensor x = input.forward(ids, before.written()); // (B, T, dModel)
    int length = x.size(1);
    Encoder.Step step = stack.step(x, before.caches());
    Tensor last = step.output().slice(1, length - 1, length); // (B, 1, dModel)
    return new Step(
        logits(last).squeeze(1), new State(step.caches(), before.written() + length)); // (B, V)
  }

  /**
   * Writes one more token: step by step, the logits are those of {@link #forward(int[][])}.
   *
   * @param tokens for each of B sequences the id that was written last
   * @param before what was kept of the tokens before
   * @return logits for the next token, and the state that goes with them
   * @throws ShapeException if there are not as many tokens as sequences in the state
   * @throws IndexOutOfBoundsException if an id lies outside of the vocabulary, or the sequences
   *     grow longer than the table of positions
   */
  public Step step(int[] tokens, State before) {
    return step(TokenIds.column(tokens), before);
  }

  private Tensor logits(Tensor states) {
    return output
        .map(map -> map.forward(states))
        .orElseGet(() -> tokens.logits(states)); // (B, T, V)
  }

  /**
   * The layers, for their attention.
   *
   * @return from below
   */
  public List<EncoderLayer> layers() {
    return stack.layers();
  }
}
