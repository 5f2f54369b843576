/**
 * How good predictions are: shares of right answers, perplexity, BLEU, F1, and who is taken for
 * whom.
 *
 * <p>Counts are exact and all sums are in double. What would divide by zero is defined by each
 * method.
 */
package org.attentionlab.metrics;
