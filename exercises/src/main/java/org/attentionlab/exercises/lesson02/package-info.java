/**
 * Lesson 02, score functions: four ways to say how well a query fits a key, and the softmax that
 * makes weights of scores.
 *
 * <p>Reading order: {@link org.attentionlab.exercises.lesson02.DotScores}, {@link
 * org.attentionlab.exercises.lesson02.CosineScores}, {@link
 * org.attentionlab.exercises.lesson02.GeneralScores}, {@link
 * org.attentionlab.exercises.lesson02.AdditiveScores}, {@link
 * org.attentionlab.exercises.lesson02.StableSoftmax}.
 */
package org.attentionlab.exercises.lesson02;
