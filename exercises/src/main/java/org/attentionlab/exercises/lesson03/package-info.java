/**
 * Lesson 03, Bahdanau's attention: the weights of one step, the context that they mix, and padding.
 *
 * <p>Reading order: {@link org.attentionlab.exercises.lesson03.AlignmentStep}, {@link
 * org.attentionlab.exercises.lesson03.Context}, {@link
 * org.attentionlab.exercises.lesson03.MaskedSoftmax}.
 */
package org.attentionlab.exercises.lesson03;
