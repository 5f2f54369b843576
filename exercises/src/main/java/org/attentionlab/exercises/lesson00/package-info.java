/** Lesson 00: a warm-up that shows how checks and hints work. It is not graded. */
package org.attentionlab.exercises.lesson00;
