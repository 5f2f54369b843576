/**
 * Lesson 11, BERT: words are hidden, the loss asks for them, the model is tuned for another task,
 * and a probe tells what its vectors know.
 *
 * <p>Reading order: {@link org.attentionlab.exercises.lesson11.MaskTokens}, {@link
 * org.attentionlab.exercises.lesson11.MlmLoss}, {@link
 * org.attentionlab.exercises.lesson11.FineTuneHead}, {@link
 * org.attentionlab.exercises.lesson11.ProbeSense}.
 */
package org.attentionlab.exercises.lesson11;
