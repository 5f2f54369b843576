/** Typical wrong answers of the final project; every one must be caught and named by its test. */
package org.attentionlab.solutions.mutants.lesson13;
