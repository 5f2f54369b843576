package org.attentionlab.transformer;

import java.util.random.RandomGenerator;
import org.attentionlab.nn.Dropout;
import org.attentionlab.nn.Layer;
import org.attentionlab.nn.Linear;
import org.attentionlab.tensor.Tensor;

/**
 * BERT with a head that gives each token a tag, as for named entities.
 *
 * <pre>logits = Dropout(x) W + b</pre>
 *
 * <p>Legend: B batch, T tokens, C tags. Devlin et al. (2019), section 5.3.
 */
public final class BertTagger extends Layer {
  private final Bert bert;
  private final Dropout dropout;
  private final Linear classifier;

  /**
   * A head on a body.
   *
   * @param rng where the head's first weights, and what is dropped, come from
   * @param bert the body, which is trained along
   * @param tags C
   * @throws IllegalArgumentException if there is no tag
   */
  public BertTagger(RandomGenerator rng, Bert bert, int tags) {
    if (tags < 1) {
      throw new IllegalArgumentException(
          "BertTagger: at least one tag, but there are " + tags + ".");
    }
    LayerConfig layer = bert.config().layer();
    this.bert = child("bert", bert);
    this.dropout = child("dropout", new Dropout(rng, layer.dropout()));
    this.classifier = child("classifier", new Linear(rng, layer.dModel(), tags));
  }

  /**
   * Tags every token; what fills up a sequence should not count in the loss.
   *
   * @param input ids, types and lengths
   * @return logits (B, T, C)
   * @throws IndexOutOfBoundsException as {@link Bert#forward}
   */
  public Tensor forward(BertInput input) {
    return classifier.forward(dropout.forward(bert.forward(input))); // (B, T, C)
  }
}
