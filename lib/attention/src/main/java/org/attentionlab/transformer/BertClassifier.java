package org.attentionlab.transformer;

import java.util.random.RandomGenerator;
import org.attentionlab.nn.Dropout;
import org.attentionlab.nn.Layer;
import org.attentionlab.nn.Linear;
import org.attentionlab.tensor.Tensor;

/**
 * BERT with a head that puts each sequence into a class.
 *
 * <pre>logits = Dropout(pooled) W + b</pre>
 *
 * <p>Legend: B batch, C classes. Devlin et al. (2019), section 4.1.
 */
public final class BertClassifier extends Layer {
  private final Bert bert;
  private final Dropout dropout;
  private final Linear classifier;

  /**
   * A head on a body.
   *
   * @param rng where the head's first weights, and what is dropped, come from
   * @param bert the body, which is trained along
   * @param classes C
   * @throws IllegalArgumentException if the body has no pooler, or there is no class
   */
  public BertClassifier(RandomGenerator rng, Bert bert, int classes) {
    if (classes < 1) {
      throw new IllegalArgumentException(
          "BertClassifier: at least one class, but there are " + classes + ".");
    }
    LayerConfig layer = bert.config().layer();
    this.bert = child("bert", bert.pooledFor("BertClassifier"));
    this.dropout = child("dropout", new Dropout(rng, layer.dropout()));
    this.classifier = child("classifier", new Linear(rng, layer.dModel(), classes));
  }

  /**
   * Classifies sequences.
   *
   * @param input ids, types and lengths
   * @return logits (B, C)
   * @throws IndexOutOfBoundsException as {@link Bert#forward}
   */
  public Tensor forward(BertInput input) {
    Tensor pooled = bert.pool(bert.forward(input)); // (B, dModel)
    return classifier.forward(dropout.forward(pooled)); // (B, C)
  }
}
