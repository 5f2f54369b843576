/** Typical wrong answers of lesson 08; every one must be caught and named by its test. */
package org.attentionlab.solutions.mutants.lesson08;
