/**
 * Lesson 07, position: the sine and cosine encoding, a learned table and its end, the matrix that
 * shifts an encoding, and a bias for the distance between two words.
 *
 * <p>Reading order: {@link org.attentionlab.exercises.lesson07.Sinusoid}, {@link
 * org.attentionlab.exercises.lesson07.LearnedLookup}, {@link
 * org.attentionlab.exercises.lesson07.ShiftMatrix}, {@link
 * org.attentionlab.exercises.lesson07.RelativeBias}.
 */
package org.attentionlab.exercises.lesson07;
