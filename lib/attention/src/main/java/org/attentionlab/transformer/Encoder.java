package org.attentionlab.transformer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.attentionlab.attention.KeyValueCache;
import org.attentionlab.attention.Mask;
import org.attentionlab.nn.Layer;
import org.attentionlab.nn.LayerNorm;
import org.attentionlab.tensor.Tensor;

/**
 * {@link EncoderLayer}s on top of each other.
 *
 * <pre>x_l = EncoderLayer_l(x_l-1),   in the end LayerNorm(x_N) where the settings say so</pre>
 *
 * <p>Vaswani et al. (2017), section 3.1.
 */
public final class Encoder extends Layer {
  private final List<EncoderLayer> layers;
  private final Optional<LayerNorm> norm;

  /**
   * What a step of incremental decoding gives.
   *
   * @param output the new positions (B, T, dModel)
   * @param caches what each layer keeps for the next step
   */
  public record Step(Tensor output, List<KeyValueCache> caches) {
    /** Copies the list. */
    public Step {
      caches = List.copyOf(caches);
    }
  }

  /**
   * An encoder, whose positions look both ways.
   *
   * @param rng where the first weights, and what is dropped, come from
   * @param config the settings
   */
  public Encoder(RandomGenerator rng, StackConfig config) {
    this(rng, config, false);
  }

  private Encoder(RandomGenerator rng, StackConfig config, boolean causal) {
    List<EncoderLayer> stack = new ArrayList<>();
    LayerConfig layer = config.layer();
    for (int i = 0; i < config.layers(); i++) {
      stack.add(
          new EncoderLayer(
              rng, layer, config.positions().inAttention(rng, layer.attention(), causal)));
    }
    this.layers = children("layers", stack);
    this.norm =
        config.finalNorm()
            ? Optional.of(child("norm", new LayerNorm(layer.dModel(), layer.epsilon())))
            : Optional.empty();
  }

  /**
   * A stack whose positions only ever look back: a decoder that has no encoder.
   *
   * @param rng where the first weights, and what is dropped, come from
   * @param config the settings
   * @return the stack, to be used with causal masks or {@link #step}
   */
  public static Encoder causal(RandomGenerator rng, StackConfig config) {
    return new Encoder(rng, config, true);
  }

  /**
   * Reads sequences.
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
   * Reads sequences, and keeps states and weights.
   *
   * @param x (B, T, dModel)
   * @param mask true where a position may attend, (T, T), (B, 1, T) or (B, T, T)
   * @param trace where they are kept
   * @return a tensor (B, T, dModel)
   * @throws org.attentionlab.tensor.ShapeException if the shapes do not fit
   */
  public Tensor forward(Tensor x, Mask mask, Trace trace) {
    Tensor state = trace.keep(x);
    for (EncoderLayer layer : layers) {
      state = trace.keep(layer.forward(state, mask, trace)); // (B, T, dModel)
    }
    return normalised(state);
  }

  /**
   * Before the first step.
   *
   * @return an empty cache for each layer
   */
  public List<KeyValueCache> start() {
    return layers.stream().map(layer -> KeyValueCache.empty()).toList();
  }

  /**
   * Goes on from earlier positions, to which the new ones attend; causal.
   *
   * @param x the new positions (B, T, dModel)
   * @param before what each layer kept
   * @return the new positions, and the longer caches
   * @throws org.attentionlab.tensor.ShapeException if the shapes do not fit
   * @throws IllegalArgumentException if there is not one cache for each layer
   */
  public Step step(Tensor x, List<KeyValueCache> before) {
    LayerCaches.requireOneEach("Encoder", before.size(), layers.size());
    Tensor state = x;
    List<KeyValueCache> caches = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      EncoderLayer.Step step = layers.get(i).step(state, before.get(i));
      state = step.output(); // (B, T, dModel)
      caches.add(step.cache());
    }
    return new Step(normalised(state), caches);
  }

  private Tensor normalised(Tensor state) {
    return norm.map(last -> last.forward(state)).orElse(state);
  }

  /**
   * The layers.
   *
   * @return from below
   */
  public List<EncoderLayer> layers() {
    return layers;
  }
}
