package org.attentionlab.exercises.lesson11;

import org.attentionlab.grading.Exercise;
import org.attentionlab.tensor.Tensor;

/**
 * One step of fine-tuning: a new head on a body that was trained before.
 *
 * <p>The body is as small as can be, one matrix W. In BERT it is all layers; the rule is the same.
 *
 * <pre>
 *   pooled = tanh(x W)                                      (B, dModel)
 *   logits = pooled U + c                                   (B, C)
 *   loss   = mean over the batch of the cross-entropy
 *   every parameter: new = old - rate * d loss / d old
 * </pre>
 *
 * <p>Fine-tuning updates <em>all</em> parameters, those of the body as well as those of the head.
 * All three gradients are taken at the old parameters. The tensors that are given keep their
 * numbers; the new parameters are new tensors.
 *
 * <p>The library's gradients may be used: {@code W.detach().requiresGrad(true)} is a copy of W that
 * asks for its gradient, {@code loss.backward()} computes it, {@code grad()} reads it. {@code
 * logits.crossEntropy(classes)} is the mean cross-entropy.
 *
 * <p>Devlin et al., section 3.2 and section 4.1.
 */
@FunctionalInterface
@Exercise(
    id = "11.3",
    name = "fineTuneHead",
    points = 10,
    claims = {68},
    tests = FineTuneHeadChecks.class)
public interface FineTuneHead {

  /**
   * All that is learned.
   *
   * @param body W (dIn, dModel), trained before
   * @param head U (dModel, C), new
   * @param bias c (C), new
   */
  record Parameters(Tensor body, Tensor head, Tensor bias) {}

  /**
   * One step.
   *
   * @param parameters before the step
   * @param x a batch of inputs (B, dIn)
   * @param classes for each input its class, 0 to C - 1
   * @param rate the learning rate
   * @return the parameters after the step
   */
  Parameters step(Parameters parameters, Tensor x, int[] classes, double rate);
}
