/**
 * Lesson 09, encoder and decoder: what a decoder may see, what it reads in training, how it looks
 * at the source, and how it writes.
 *
 * <p>Reading order: {@link org.attentionlab.exercises.lesson09.CausalMask}, {@link
 * org.attentionlab.exercises.lesson09.ShiftRight}, {@link
 * org.attentionlab.exercises.lesson09.CrossAttention}, {@link
 * org.attentionlab.exercises.lesson09.GreedyDecode}.
 */
package org.attentionlab.exercises.lesson09;
