package org.attentionlab.transformer;

import java.util.random.RandomGenerator;
import org.attentionlab.attention.AttentionPosition;
import org.attentionlab.attention.KeyValueCache;
import org.attentionlab.attention.Mask;
import org.attentionlab.attention.MultiHeadAttention;
import org.attentionlab.nn.FeedForward;
import org.attentionlab.nn.Layer;
import org.attentionlab.tensor.Tensor;

/**
 * Masked self-attention, attention to what the encoder read, and a feed-forward network, each with
 * a {@link Residual} around it.
 *
 * <pre>
 * y = residual(x, MultiHead(x, x, x) under a causal mask)
 * z = residual(y, MultiHead(y, memory, memory))
 * w = residual(z, FFN(z))
 * </pre>
 *
 * <p>Legend: B batch, T positions of the target, S of the source. Vaswani et al. (2017), section
 * 3.1, the right half of figure 1.
 */
public final class DecoderLayer extends Layer {
  private final MultiHeadAttention selfAttention;
  private final Residual selfResidual;
  private final MultiHeadAttention crossAttention;
  private final Residual crossResidual;
  private final FeedForward feedForward;
  private final Residual feedForwardResidual;

  /**
   * What a step of incremental decoding gives.
   *
   * @param output the new positions (B, T, dModel)
   * @param cache what the next step needs
   */
  public record Step(Tensor output, DecoderCache cache) {}

  /**
   * A layer that does not know of positions.
   *
   * @param rng where the first weights, and what is dropped, come from
   * @param config the settings
   */
  public DecoderLayer(RandomGenerator rng, LayerConfig config) {
    this(rng, config, AttentionPosition.none());
  }

  /**
   * A layer with positions inside of its self-attention.
   *
   * @param rng where the first weights, and what is dropped, come from
   * @param config the settings
   * @param position how positions enter
   */
  public DecoderLayer(RandomGenerator rng, LayerConfig config, AttentionPosition position) {
    this.selfAttention =
        child("selfAttention", new MultiHeadAttention(rng, config.attention(), position));
    this.selfResidual = child("selfResidual", new Residual(rng, config));
    this.crossAttention = child("crossAttention", new MultiHeadAttention(rng, config.attention()));
    this.crossResidual = child("crossResidual", new Residual(rng, config));
    this.feedForward = child("feedForward", new FeedForward(rng, config.feedForward()));
    this.feedForwardResidual = child("feedForwardResidual", new Residual(rng, config));
  }

  /**
   * Lets every position look back, and at the memory.
   *
   * @param x (B, T, dModel)
   * @param mask true where a position may attend to another, usually {@link Mask#causal(int)}
   * @param memory what the encoder read (B, S, dModel)
   * @return a tensor (B, T, dModel)
   * @throws org.attentionlab.tensor.ShapeException if the shapes do not fit
   */
  public Tensor forward(Tensor x, Mask mask, Memory memory) {
    return forward(x, mask, memory, Trace.off());
  }

  /**
   * Lets every position look back, and at the memory, and keeps the weights.
   *
   * @param x (B, T, dModel)
   * @param mask true where a position may attend to another, usually {@link Mask#causal(int)}
   * @param memory what the encoder read (B, S, dModel)
   * @param trace where the weights are kept
   * @return a tensor (B, T, dModel)
   * @throws org.attentionlab.tensor.ShapeException if the shapes do not fit
   */
  public Tensor forward(Tensor x, Mask mask, Memory memory, Trace trace) {
    Tensor attended = trace.attend(selfAttention, selfResidual.before(x), mask);
    Tensor y = selfResidual.after(x, attended); // (B, T, dModel)
    Tensor crossed = trace.cross(crossAttention, crossResidual.before(y), memory);
    return feed(crossResidual.after(y, crossed)); // (B, T, dModel)
  }

  /**
   * Before the first step: projects the memory once.
   *
   * @param memory what the encoder read
   * @return a cache without positions of the target
   * @throws org.attentionlab.tensor.ShapeException if the states of the memory are of another width
   */
  public DecoderCache start(Memory memory) {
    KeyValueCache projected = crossAttention.remember(memory.states(), memory.states());
    return new DecoderCache(KeyValueCache.empty(), projected, memory.mask());
  }

  /**
   * Goes on from earlier positions, to which the new ones attend; causal.
   *
   * @param x the new positions (B, T, dModel)
   * @param before what was kept of all positions before
   * @return the new positions, and the longer cache
   * @throws org.attentionlab.tensor.ShapeException if the shapes do not fit
   */
  public Step step(Tensor x, DecoderCache before) {
    MultiHeadAttention.Step attended = selfAttention.step(selfResidual.before(x), before.own());
    Tensor y = selfResidual.after(x, attended.result().output()); // (B, T, dModel)
    Tensor crossed =
        crossAttention.recall(crossResidual.before(y), before.memory(), before.mask()).output();
    Tensor z = feed(crossResidual.after(y, crossed)); // (B, T, dModel)
    return new Step(z, new DecoderCache(attended.cache(), before.memory(), before.mask()));
  }

  private Tensor feed(Tensor z) {
    Tensor mapped = feedForward.forward(feedForwardResidual.before(z));
    return feedForwardResidual.after(z, mapped); // (B, T, dModel)
  }

  /**
   * The attention to the positions before.
   *
   * @return the part
   */
  public MultiHeadAttention selfAttention() {
    return selfAttention;
  }

  /**
   * The attention to the memory: queries from here, keys and values from the encoder.
   *
   * @return the part
   */
  public MultiHeadAttention crossAttention() {
    return crossAttention;
  }

  /**
   * Where the normalisations stand.
   *
   * @return true before each part, false after each residual sum
   */
  public boolean isPreNorm() {
    return selfResidual.isPreNorm();
  }
}
