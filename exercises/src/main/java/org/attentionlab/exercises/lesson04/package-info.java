/**
 * Lesson 04, self-attention: scaled dot-product attention, what a permutation does to it, and the
 * derivative of its softmax.
 *
 * <p>Reading order: {@link org.attentionlab.exercises.lesson04.SelfAttention}, {@link
 * org.attentionlab.exercises.lesson04.PermutationProbe}, {@link
 * org.attentionlab.exercises.lesson04.SoftmaxBackward}.
 */
package org.attentionlab.exercises.lesson04;
