package org.attentionlab.transformer;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.attentionlab.attention.Mask;
import org.attentionlab.nn.Dropout;
import org.attentionlab.nn.Embedding;
import org.attentionlab.nn.Init;
import org.attentionlab.nn.Layer;
import org.attentionlab.nn.LayerNorm;
import org.attentionlab.nn.Linear;
import org.attentionlab.nn.TokenIds;
import org.attentionlab.position.Learned;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * An encoder by itself: every position looks both ways. What it has read is put to use by a head:
 * {@link BertMaskedWords}, {@link BertNextSentence}, {@link BertClassifier}, {@link BertTagger}.
 *
 * <pre>
 * x_0 = LayerNorm(E[ids] + P + S[types])
 * x_l = EncoderLayer_l(x_l-1)
 * pooled = tanh(x_N[0] W + b)
 * </pre>
 *
 * <p>Legend: B batch, T tokens, H heads. Devlin et al. (2019), "BERT: Pre-training of Deep
 * Bidirectional Transformers for Language Understanding", section 3. {@link BertWeights} loads what
 * others have published.
 */
public final class Bert extends Layer {
  private static final double DEVIATION = 0.02;

  private final BertConfig config;
  private final Embedding tokens;
  private final Learned positions;
  private final Embedding types;
  private final LayerNorm norm;
  private final Dropout dropout;
  private final Encoder encoder;
  private final Optional<Linear> pooler;

  /**
   * What was read, and how.
   *
   * @param output a state for every token (B, T, dModel)
   * @param states what entered the first layer and what left each, tensors (B, T, dModel)
   * @param attentions the weights of each layer and head, tensors (B, H, T, T)
   */
  public record Look(Tensor output, List<Tensor> states, List<Tensor> attentions) {
    /** Copies the lists. */
    public Look {
      states = List.copyOf(states);
      attentions = List.copyOf(attentions);
    }
  }

  /**
   * A model with random first weights; embeddings start as N(0, 0.02^2).
   *
   * @param rng where they, and what is dropped, come from
   * @param config the settings
   */
  public Bert(RandomGenerator rng, BertConfig config) {
    LayerConfig layer = config.layer();
    int dModel = layer.dModel();
    this.config = config;
    this.tokens = child("tokens", Embedding.of(table(rng, config.vocabulary(), dModel)));
    this.positions = child("positions", Learned.of(table(rng, config.positions(), dModel)));
    this.types = child("types", Embedding.of(table(rng, config.types(), dModel)));
    this.norm = child("norm", new LayerNorm(dModel, layer.epsilon()));
    this.dropout = child("dropout", new Dropout(rng, layer.dropout()));
    this.encoder = child("encoder", new Encoder(rng, config.stack()));
    this.pooler =
        config.pooler()
            ? Optional.of(child("pooler", new Linear(rng, dModel, dModel)))
            : Optional.empty();
  }

  private static Tensor table(RandomGenerator rng, int rows, int dModel) {
    return Init.normal(rng, DEVIATION, rows, dModel);
  }

  /**
   * Reads sequences.
   *
   * @param input ids, types and lengths
   * @return a state for every token (B, T, dModel)
   * @throws IndexOutOfBoundsException if an id or a type lies outside of its table, or a sequence
   *     is longer than the table of positions
   */
  public Tensor forward(BertInput input) {
    return forward(input, Trace.off());
  }

  /**
   * Reads sequences, and shows all states and the weights of every layer and head.
   *
   * @param input ids, types and lengths
   * @return states and weights
   * @throws IndexOutOfBoundsException if an id or a type lies outside of its table, or a sequence
   *     is longer than the table of positions
   */
  public Look look(BertInput input) {
    Trace trace = Trace.on();
    Tensor output = forward(input, trace);
    return new Look(output, trace.states(), trace.attentions());
  }

  private Tensor forward(BertInput input, Trace trace) {
    TokenIds.requireKnown("Bert", input.ids(), config.vocabulary());
    TokenIds.requireKnown("Bert types", input.types(), config.types());
    Mask mask = Padding.mask(input.lengths(), input.ids()[0].length); // (B, 1, T)
    Tensor words = tokens.forward(input.ids()); // (B, T, dModel)
    Tensor placed = positions.add(words.add(types.forward(input.types())), 0);
    return encoder.forward(dropout.forward(norm.forward(placed)), mask, trace);
  }

  /**
   * The whole sequence in one vector, made from the state of its first token, {@code [CLS]}.
   *
   * @param states (B, T, dModel)
   * @return a tensor (B, dModel), each number from -1 to 1
   * @throws ShapeException if the states are no such batch, or sequences of no tokens
   * @throws IllegalStateException if the settings have no pooler
   */
  public Tensor pool(Tensor states) {
    if (states.rank() != 3 || states.size(1) == 0) {
      throw new ShapeException(
          "Bert: the states of a batch are (B, T, dModel) with T at least 1, got "
              + states.shapeString()
              + "."
              + (states.rank() == 2 ? "\n  Did you mean unsqueeze(0), a batch of one?" : ""));
    }
    Tensor first = states.slice(1, 0, 1).squeeze(1); // (B, dModel)
    return pooler().forward(first).tanh(); // (B, dModel)
  }

  private Linear pooler() {
    return pooler.orElseThrow(
        () ->
            new IllegalStateException(
                "Bert: this model has no pooler, for it was made withoutPooler()."));
  }

  /** This body, for a head that reads the pooled vector. */
  Bert pooledFor(String head) {
    if (pooler.isEmpty()) {
      throw new IllegalArgumentException(
          head
              + ": the body has no pooler, for it was made withoutPooler(),"
              + " but this head reads the pooled vector.");
    }
    return this;
  }

  /**
   * The settings.
   *
   * @return the settings
   */
  public BertConfig config() {
    return config;
  }

  /**
   * The embedding of the tokens, which the masked-word head shares.
   *
   * @return the table (V, dModel)
   */
  public Embedding tokens() {
    return tokens;
  }

  /**
   * The layers, for their attention.
   *
   * @return from below
   */
  public List<EncoderLayer> layers() {
    return encoder.layers();
  }
}
