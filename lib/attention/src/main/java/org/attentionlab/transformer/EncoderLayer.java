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
 * Self-attention, then a feed-forward network, each with a {@link Residual} around it.
 *
 * <pre>
 * y = residual(x, MultiHead(x, x, x))
 * z = residual(y, FFN(y))
 * </pre>
 *
 * <p>Legend: B batch, T positions. Vaswani et al. (2017), section 3.1, the left half of figure 1.
 * Under a causal mask it is the layer of a {@link Gpt}.
 */
public final class EncoderLayer extends Layer {
  private final MultiHeadAttention selfAttention;
  private final Residual attentionResidual;
  private final FeedForward feedForward;
  private final Residual feedForwardResidual;

  /**
   * What a step of incremental decoding gives.
   *
   * @param output the new positions (B, T, dModel)
   * @param cache the keys and values of all positions so far
   */
  public record Step(Tensor output, KeyValueCache cache) {}

  /**
   * A layer that does not know of positions.
   *
   * @param rng where the first weights, and what is dropped, come from
   * @param config the settings
   */
  public EncoderLayer(RandomGenerator rng, LayerConfig config) {
    this(rng, config, AttentionPosition.none());
  }

  /**
   * A layer with positions inside of its attention.
   *
   * @param rng where the first weights, and what is dropped, come from
   * @param config the settings
   * @param position how positions enter
   */
  public EncoderLayer(RandomGenerator rng, LayerConfig config, AttentionPosition position) {
    this.selfAttention =
        child("selfAttention", new MultiHeadAttention(rng, config.attention(), position));
    this.attentionResidual = child("attentionResidual", new Residual(rng, config));
    this.feedForward = child("feedForward", new FeedForward(rng, config.feedForward()));
    this.feedForwardResidual = child("feedForwardResidual", new Residual(rng, config));
  }

  /**
   * Lets every position look at the others.
   *
   * @param x (B, T, dModel)
   * @param mask true where a position may attend, (T, T), (B, 1, T) or (B, T, T)
   * @return a tensor (B, T, dModel)
   * @throws org.attentionlab.tensor.ShapeException if the shapes do not fit
   */
  public Tensor forward(Tensor x, Mask mask) {
    return forward(x, mask, Trace.off());
  }

  /**
   * Lets every position look at the others, and keeps the weights.
   *
   * @param x (B, T, dModel)
   * @param mask true where a position may attend, (T, T), (B, 1, T) or (B, T, T)
   * @param trace where the weights are kept
   * @return a tensor (B, T, dModel)
   * @throws org.attentionlab.tensor.ShapeException if the shapes do not fit
   */
  public Tensor forward(Tensor x, Mask mask, Trace trace) {
    Tensor attended = trace.attend(selfAttention, attentionResidual.before(x), mask);
    return feed(attentionResidual.after(x, attended)); // (B, T, dModel)
  }

  /**
   * Goes on from earlier positions, to which the new ones attend; causal.
   *
   * @param x the new positions (B, T, dModel)
   * @param before the keys and values of all positions before
   * @return the new positions, and the longer cache
   * @throws org.attentionlab.tensor.ShapeException if the shapes do not fit
   */
  public Step step(Tensor x, KeyValueCache before) {
    MultiHeadAttention.Step attended = selfAttention.step(attentionResidual.before(x), before);
    Tensor y = attentionResidual.after(x, attended.result().output()); // (B, T, dModel)
    return new Step(feed(y), attended.cache());
  }

  private Tensor feed(Tensor y) {
    Tensor mapped = feedForward.forward(feedForwardResidual.before(y));
    return feedForwardResidual.after(y, mapped); // (B, T, dModel)
  }

  /**
   * The attention, for its weights, or to ablate heads.
   *
   * @return the part
   */
  public MultiHeadAttention selfAttention() {
    return selfAttention;
  }

  /**
   * Where the normalisations stand.
   *
   * @return true before each part, false after each residual sum
   */
  public boolean isPreNorm() {
    return attentionResidual.isPreNorm();
  }
}
