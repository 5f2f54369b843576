/**
 * Lesson 10, training: a step of Adam, the warm-up, clipping, and a loss that ignores padding.
 *
 * <p>Reading order: {@link org.attentionlab.exercises.lesson10.AdamStep}, {@link
 * org.attentionlab.exercises.lesson10.WarmupRate}, {@link
 * org.attentionlab.exercises.lesson10.ClipGlobalNorm}, {@link
 * org.attentionlab.exercises.lesson10.LossIgnoringPadding}.
 */
package org.attentionlab.exercises.lesson10;
