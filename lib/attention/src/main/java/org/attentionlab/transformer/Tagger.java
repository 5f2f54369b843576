package org.attentionlab.transformer;

import java.util.List;
import java.util.random.RandomGenerator;
import org.attentionlab.attention.Mask;
import org.attentionlab.nn.Embedding;
import org.attentionlab.nn.Layer;
import org.attentionlab.nn.Linear;
import org.attentionlab.nn.TokenIds;
import org.attentionlab.tensor.Tensor;

/**
 * The smallest model around an encoder: every token gets a tag. With positions of any kind, looking
 * both ways or back only, it is made to try out parts of the Transformer one by one.
 *
 * <pre>
 * logits = Encoder(sqrt(dModel) E[ids] + P) W + b
 * </pre>
 *
 * <p>Legend: B batch, T tokens, C tags. The layers are those of Vaswani et al. (2017), section 3.1.
 * A {@link BertTagger} has a body that can be pre-trained.
 *
 * <pre>
 * var model = new Tagger(rng, TaggerConfig.small(30, 30).withPositions(Positions.rotary()));
 * var logits = model.forward(ids, lengths);                                         // (B, T, C)
 * var loss = CrossEntropy.mean().ignoring(0).loss(logits, tags);
 * </pre>
 */
public final class Tagger extends Layer {
  private final TokenInput input;
  private final Encoder encoder;
  private final Linear output;
  private final boolean causal;

  /**
   * Logits, and how the model came by them.
   *
   * @param logits (B, T, C)
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
   * A model with random first weights.
   *
   * @param rng where they, and what is dropped, come from
   * @param config the settings
   */
  public Tagger(RandomGenerator rng, TaggerConfig config) {
    int dModel = config.stack().layer().dModel();
    Embedding tokens = new Embedding(rng, config.vocabulary(), dModel);
    StackConfig stack = config.stack();
    this.causal = config.causal();
    this.input = child("input", new TokenInput(rng, "Tagger", tokens, stack, Math.sqrt(dModel)));
    this.encoder = child("encoder", causal ? Encoder.causal(rng, stack) : new Encoder(rng, stack));
    this.output = child("output", new Linear(rng, dModel, config.tags()));
  }

  /**
   * Tags every token; what fills up a sequence should not count in the loss.
   *
   * @param ids B sequences of T ids, filled up at their end
   * @param lengths for each of them how many ids are real
   * @return logits (B, T, C)
   * @throws org.attentionlab.tensor.ShapeException if the sizes do not fit
   * @throws IndexOutOfBoundsException if an id lies outside of the vocabulary, a length of its
   *     sequence, or a sequence is longer than the table of positions
   */
  public Tensor forward(int[][] ids, int[] lengths) {
    return forward(ids, lengths, Trace.off());
  }

  /**
   * As {@link #forward}, with the states and the weights of every layer and head.
   *
   * @param ids B sequences of T ids, filled up at their end
   * @param lengths for each of them how many ids are real
   * @return logits, and how the model came by them
   * @throws org.attentionlab.tensor.ShapeException if the sizes do not fit
   * @throws IndexOutOfBoundsException if an id lies outside of the vocabulary, a length of its
   *     sequence, or a sequence is longer than the table of positions
   */
  public Look look(int[][] ids, int[] lengths) {
    Trace trace = Trace.on();
    Tensor logits = forward(ids, lengths, trace);
    return new Look(logits, trace.states(), trace.attentions());
  }

  private Tensor forward(int[][] ids, int[] lengths, Trace trace) {
    TokenIds.requireLengths("Tagger", ids, lengths);
    Tensor x = input.forward(ids, 0); // (B, T, dModel)
    Mask real = Padding.mask(lengths, x.size(1)); // (B, 1, T)
    Mask mask = causal ? real.and(Mask.causal(x.size(1))) : real;
    return output.forward(encoder.forward(x, mask, trace)); // (B, T, C)
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
