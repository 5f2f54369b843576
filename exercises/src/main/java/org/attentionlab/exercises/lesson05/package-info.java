/**
 * Lesson 05, learned Q, K, V: the projections, what a key and a value do, widths, and a check of
 * gradients.
 *
 * <p>Reading order: {@link org.attentionlab.exercises.lesson05.ProjectQkv}, {@link
 * org.attentionlab.exercises.lesson05.EditKeyOrValue}, {@link
 * org.attentionlab.exercises.lesson05.CrossWidth}, {@link
 * org.attentionlab.exercises.lesson05.SlopeCheck}.
 */
package org.attentionlab.exercises.lesson05;
