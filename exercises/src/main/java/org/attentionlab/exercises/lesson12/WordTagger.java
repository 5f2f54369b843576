package org.attentionlab.exercises.lesson12;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * Tags every word of a batch of sentences, and says how wrong the tags are.
 *
 * <p>One layer of self-attention with a single head, and a linear map on what it gives:
 *
 * <pre>
 *   weights = softmax((x W_Q) (x W_K)^T / sqrt(dK))      over the real words of the sentence
 *   logits  = weights (x W_V) W_tags + bias
 *   tag     = the one with the largest logit
 *   loss    = mean over all real words of   -log softmax(logits)[gold tag]
 * </pre>
 *
 * <p>B is the batch, T the longest sentence, C the number of tags. Shorter sentences are filled up
 * at their end. Padding is neither looked at nor judged: no word gives weight to it, it gets no
 * tag, and it is in no mean, though it has a vector in x and a tag in {@code gold}. What the logits
 * of padding are does not matter.
 *
 * <p>The mean is over words, not over sentences: a long sentence counts more than a short one. A
 * sentence may have no words at all, and then no tags; some sentence of the batch has one.
 *
 * <p>Logits may be as large as 1,000: take the logarithm of the softmax in one step.
 *
 * <p>Devlin et al., BERT, section 5.3; Vaswani et al., Attention Is All You Need, section 3.2.3.
 */
@FunctionalInterface
@Exercise(
    id = "12.4",
    name = "tagger",
    points = 15,
    claims = {73},
    tests = WordTaggerChecks.class)
public interface WordTagger {

  /**
   * What the tagger has learned.
   *
   * @param wQ W_Q (dModel, dK)
   * @param wK W_K (dModel, dK)
   * @param wV W_V (dModel, dV)
   * @param wTags W_tags (dV, C)
   * @param bias of the tags (C)
   */
  record Parameters(Tensor wQ, Tensor wK, Tensor wV, Tensor wTags, Tensor bias) {}

  /**
   * What it says.
   *
   * @param logits (B, T, C)
   * @param tags for each sentence as many as it has words
   * @param loss the mean over all real words
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Result(Tensor logits, int[][] tags, double loss) {}

  /**
   * Tags the sentences.
   *
   * @param x vectors of the words, padding among them (B, T, dModel)
   * @param lengths for each sentence how many words are real, 0 to T
   * @param gold the right tags (B, T), 0 to C - 1; some tag where padding is
   * @param parameters four matrices and a bias
   * @return logits, tags and loss
   */
  Result tag(Tensor x, int[] lengths, int[][] gold, Parameters parameters);
}
