package org.attentionlab.transformer;

import java.util.random.RandomGenerator;
import org.attentionlab.nn.Layer;
import org.attentionlab.nn.Linear;
import org.attentionlab.tensor.Tensor;

/**
 * BERT with the head that tells whether the second sentence follows the first, as in pre-training.
 *
 * <pre>logits = pooled W + b,   class 0 it follows, class 1 it does not</pre>
 *
 * <p>Devlin et al. (2019), section 3.1, task 2.
 */
public final class BertNextSentence extends Layer {
  private final Bert bert;
  private final Linear relationship;

  /**
   * A head on a body.
   *
   * @param rng where the head's first weights come from
   * @param bert the body, which is trained along
   * @throws IllegalArgumentException if the body has no pooler
   */
  public BertNextSentence(RandomGenerator rng, Bert bert) {
    this.bert = child("bert", bert.pooledFor("BertNextSentence"));
    this.relationship = child("relationship", new Linear(rng, bert.config().layer().dModel(), 2));
  }

  /**
   * Judges pairs of sentences.
   *
   * @param input ids, types (0 in the first sentence, 1 in the second) and lengths
   * @return logits (B, 2)
   * @throws IndexOutOfBoundsException as {@link Bert#forward}
   */
  public Tensor forward(BertInput input) {
    return judge(bert.forward(input));
  }

  /**
   * Judges from states of the body, so that one pass serves several heads.
   *
   * @param states (B, T, dModel)
   * @return logits (B, 2)
   * @throws org.attentionlab.tensor.ShapeException as {@link Bert#pool}
   */
  public Tensor judge(Tensor states) {
    return relationship.forward(bert.pool(states)); // (B, 2)
  }
}
