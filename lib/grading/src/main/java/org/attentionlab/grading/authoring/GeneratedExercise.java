package org.attentionlab.grading.authoring;

import org.attentionlab.notebook.Notebook;

/**
 * What one solution source becomes.
 *
 * @param skeleton the Java file that a learner completes; it compiles
 * @param student the notebook that a learner completes
 * @param solution the same notebook with the reference answers
 */
public record GeneratedExercise(String skeleton, Notebook student, Notebook solution) {}
