package org.attentionlab.transformer;

import java.util.random.RandomGenerator;
import org.attentionlab.nn.Activation;
import org.attentionlab.nn.Layer;
import org.attentionlab.nn.LayerNorm;
import org.attentionlab.nn.Linear;
import org.attentionlab.tensor.Tensor;

/**
 * BERT with the head that guesses words behind a mask, as in pre-training.
 *
 * <pre>logits = LayerNorm(gelu(x W + b)) E^T + c</pre>
 *
 * <p>E is the embedding of the tokens, shared with the body. Legend: B batch, T tokens, V
 * vocabulary. Devlin et al. (2019), section 3.1, task 1.
 */
public final class BertMaskedWords extends Layer {
  private final Bert bert;
  private final Linear dense;
  private final Activation activation;
  private final LayerNorm norm;
  private final Tensor bias;

  /**
   * A head on a body.
   *
   * @param rng where the head's first weights come from
   * @param bert the body, which is trained along
   */
  public BertMaskedWords(RandomGenerator rng, Bert bert) {
    LayerConfig layer = bert.config().layer();
    this.bert = child("bert", bert);
    this.dense = child("dense", new Linear(rng, layer.dModel(), layer.dModel()));
    this.activation = layer.activation();
    this.norm = child("norm", new LayerNorm(layer.dModel(), layer.epsilon()));
    this.bias = parameter("bias", Tensor.zeros(bert.config().vocabulary()));
  }

  /**
   * Guesses the word at every position; only those that were masked should count in the loss.
   *
   * @param input ids, types and lengths
   * @return logits (B, T, V)
   * @throws IndexOutOfBoundsException as {@link Bert#forward}
   */
  public Tensor forward(BertInput input) {
    return words(bert.forward(input));
  }

  /**
   * Guesses words from states of the body, so that one pass serves several heads.
   *
   * @param states (..., dModel)
   * @return logits (..., V)
   * @throws org.attentionlab.tensor.ShapeException if the last axis of the states is not dModel
   */
  public Tensor words(Tensor states) {
    Tensor hidden = norm.forward(dense.forward(states, activation)); // (..., dModel)
    return bert.tokens().logits(hidden, bias); // (..., V)
  }
}
