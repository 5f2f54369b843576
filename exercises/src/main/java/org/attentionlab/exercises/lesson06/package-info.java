/**
 * Lesson 06, heads: how vectors are split into heads and joined again, attention with several
 * heads, and what it costs.
 *
 * <p>Reading order: {@link org.attentionlab.exercises.lesson06.SplitHeads}, {@link
 * org.attentionlab.exercises.lesson06.MergeHeads}, {@link
 * org.attentionlab.exercises.lesson06.MultiHead}, {@link
 * org.attentionlab.exercises.lesson06.CountParameters}.
 */
package org.attentionlab.exercises.lesson06;
