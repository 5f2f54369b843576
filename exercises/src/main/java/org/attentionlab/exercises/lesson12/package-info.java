/**
 * Lesson 12, cost, limits and uses: how much attention computes and keeps, what is lost when one
 * head falls silent, and a tagger whose padding is neither looked at nor judged.
 *
 * <p>Reading order: {@link org.attentionlab.exercises.lesson12.AttentionCost}, {@link
 * org.attentionlab.exercises.lesson12.MemoryTable}, {@link
 * org.attentionlab.exercises.lesson12.AblateHead}, {@link
 * org.attentionlab.exercises.lesson12.WordTagger}.
 */
package org.attentionlab.exercises.lesson12;
