/**
 * The final project: what every milestone needs, as functions that can be checked. A split without
 * leakage, the parameters of a whole model, a baseline, a model that learns an unknown task, and an
 * evaluation over seeds with an ablation.
 *
 * <p>Reading order: {@link org.attentionlab.exercises.lesson13.SplitPairs}, {@link
 * org.attentionlab.exercises.lesson13.CountModel}, {@link
 * org.attentionlab.exercises.lesson13.GuessByPlace}, {@link
 * org.attentionlab.exercises.lesson13.LearnTask}, {@link
 * org.attentionlab.exercises.lesson13.SummarizeRuns}, {@link
 * org.attentionlab.exercises.lesson13.CompareAblation}.
 */
package org.attentionlab.exercises.lesson13;
