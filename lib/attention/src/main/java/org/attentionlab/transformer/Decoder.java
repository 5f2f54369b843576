package org.attentionlab.transformer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.attentionlab.attention.Mask;
import org.attentionlab.nn.Layer;
import org.attentionlab.nn.LayerNorm;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * {@link DecoderLayer}s on top of each other, which all attend to the same memory.
 *
 * <pre>x_l = DecoderLayer_l(x_l-1, memory),   in the end LayerNorm(x_N) where the settings say so
 * </pre>
 *
 * <p>Vaswani et al. (2017), section 3.1.
 */
public final class Decoder extends Layer {
  private final List<DecoderLayer> layers;
  private final Optional<LayerNorm> norm;

  /**
   * What a step of incremental decoding gives.
   *
   * @param output the new positions (B, T, dModel)
   * @param caches what each layer keeps for the next step
   */
  public record Step(Tensor output, List<DecoderCache> caches) {
    /** Copies the list. */
    public Step {
      caches = List.copyOf(caches);
    }
  }

  /**
   * A decoder.
   *
   * @param rng where the first weights, and what is dropped, come from
   * @param config the settings
   */
  public Decoder(RandomGenerator rng, StackConfig config) {
    List<DecoderLayer> stack = new ArrayList<>();
    LayerConfig layer = config.layer();
    for (int i = 0; i < config.layers(); i++) {
      stack.add(
          new DecoderLayer(
              rng, layer, config.positions().inAttention(rng, layer.attention(), true)));
    }
    this.layers = children("layers", stack);
    this.norm =
        config.finalNorm()
            ? Optional.of(child("norm", new LayerNorm(layer.dModel(), layer.epsilon())))
            : Optional.empty();
  }

  /**
   * Writes sequences, all positions at once.
   *
   * @param x (B, T, dModel)
   * @param memory what the encoder read (B, S, dModel)
   * @return a tensor (B, T, dModel); a position depends on those up to itself alone
   * @throws ShapeException if the shapes do not fit
   */
  public Tensor forward(Tensor x, Memory memory) {
    return forward(x, memory, Trace.off());
  }

  /**
   * Writes sequences, and keeps states and weights.
   *
   * @param x (B, T, dModel)
   * @param memory what the encoder read (B, S, dModel)
   * @param trace where they are kept
   * @return a tensor (B, T, dModel)
   * @throws ShapeException if the shapes do not fit
   */
  public Tensor forward(Tensor x, Memory memory, Trace trace) {
    if (x.rank() != 3) {
      throw new ShapeException("Decoder: x is (B, T, dModel), got " + x.shapeString() + ".");
    }
    Mask causal = Mask.causal(x.size(1));
    Tensor state = trace.keep(x);
    for (DecoderLayer layer : layers) {
      state = trace.keep(layer.forward(state, causal, memory, trace)); // (B, T, dModel)
    }
    return normalised(state);
  }

  /**
   * Before the first step: every layer projects the memory once.
   *
   * @param memory what the encoder read
   * @return a cache for each layer
   * @throws ShapeException if the states of the memory are of another width
   */
  public List<DecoderCache> start(Memory memory) {
    return layers.stream().map(layer -> layer.start(memory)).toList();
  }

  /**
   * Goes on from earlier positions, to which the new ones attend.
   *
   * @param x the new positions (B, T, dModel)
   * @param before what each layer kept
   * @return the new positions, and the longer caches
   * @throws ShapeException if the shapes do not fit
   * @throws IllegalArgumentException if there is not one cache for each layer
   */
  public Step step(Tensor x, List<DecoderCache> before) {
    LayerCaches.requireOneEach("Decoder", before.size(), layers.size());
    Tensor state = x;
    List<DecoderCache> caches = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      DecoderLayer.Step step = layers.get(i).step(state, before.get(i));
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
  public List<DecoderLayer> layers() {
    return layers;
  }
}
