package org.attentionlab.attention;

import org.attentionlab.tensor.Tensor;

/**
 * What attention gives.
 *
 * @param output (..., T, dV), for each query the mean of the values under its weights
 * @param weights (..., T, S), for each query how much of each value it takes; rows sum to 1, or are
 *     zero where everything is masked
 */
public record AttentionResult(Tensor output, Tensor weights) {}
