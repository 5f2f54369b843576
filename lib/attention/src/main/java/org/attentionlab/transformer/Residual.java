package org.attentionlab.transformer;

import java.util.random.RandomGenerator;
import org.attentionlab.nn.Dropout;
import org.attentionlab.nn.Layer;
import org.attentionlab.nn.LayerNorm;
import org.attentionlab.tensor.ShapeException;
import org.attentionlab.tensor.Tensor;

/**
 * The way around a part of a layer, and its normalisation.
 *
 * <pre>
 * post-norm:   y = LayerNorm(x + Dropout(part(x)))
 * pre-norm:    y = x + Dropout(part(LayerNorm(x)))
 * </pre>
 *
 * <p>It wraps a part, which may be anything:
 *
 * <pre>
 * Tensor y = residual.after(x, part(residual.before(x)));
 * </pre>
 *
 * <p>Vaswani et al. (2017), section 3.1 and, for dropout, 5.4; pre-norm: Xiong et al. (2020), "On
 * Layer Normalization in the Transformer Architecture", section 3.
 */
public final class Residual extends Layer {
  private final boolean preNorm;
  private final LayerNorm norm;
  private final Dropout dropout;

  /**
   * For one part of a layer.
   *
   * @param rng where what is dropped comes from
   * @param config the settings of the layer
   */
  public Residual(RandomGenerator rng, LayerConfig config) {
    this.preNorm = config.preNorm();
    this.norm = child("norm", new LayerNorm(config.dModel(), config.epsilon()));
    this.dropout = child("dropout", new Dropout(rng, config.dropout()));
  }

  /**
   * What the part gets.
   *
   * @param x what came from below (B, T, dModel)
   * @return x, or in pre-norm its normalised form (B, T, dModel)
   */
  public Tensor before(Tensor x) {
    return preNorm ? norm.forward(x) : x;
  }

  /**
   * What goes up.
   *
   * @param x what came from below (B, T, dModel)
   * @param part what the part made of it (B, T, dModel)
   * @return their sum, in post-norm normalised (B, T, dModel)
   * @throws ShapeException if the shapes differ
   */
  public Tensor after(Tensor x, Tensor part) {
    if (part.rank() != x.rank() || part.numel() != x.numel()) {
      throw new ShapeException(
          "Residual: the part made "
              + part.shapeString()
              + " of "
              + x.shapeString()
              + "; their sum needs equal shapes.");
    }
    Tensor kept = dropout.forward(part); // (B, T, dModel)
    return preNorm ? x.add(kept) : norm.forward(x, kept);
  }

  /**
   * The normalisation.
   *
   * @return gain and bias (dModel)
   */
  public LayerNorm norm() {
    return norm;
  }

  /**
   * Where the normalisation stands.
   *
   * @return true before the part, false after the sum
   */
  public boolean isPreNorm() {
    return preNorm;
  }
}
