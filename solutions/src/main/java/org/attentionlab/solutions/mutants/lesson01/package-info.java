/** Lesson 01's typical wrong answers. */
package org.attentionlab.solutions.mutants.lesson01;
