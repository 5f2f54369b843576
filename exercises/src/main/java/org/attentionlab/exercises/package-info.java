/**
 * The course's exercises: a package for each lesson, an interface for each exercise.
 *
 * <p>An interface's Javadoc is the task. Its checks stand beside it and run in the notebook.
 */
package org.attentionlab.exercises;
