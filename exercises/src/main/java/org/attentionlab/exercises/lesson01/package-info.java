/**
 * Lesson 01, the bottleneck: what the encoder hands over, and how accuracy is measured against
 * length.
 *
 * <p>Reading order: {@link org.attentionlab.exercises.lesson01.ContextVector}, {@link
 * org.attentionlab.exercises.lesson01.AccuracyByLength}.
 */
package org.attentionlab.exercises.lesson01;
