/** Typical wrong answers of lesson 11; every one must be caught and named by its test. */
package org.attentionlab.solutions.mutants.lesson11;
