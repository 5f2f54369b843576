/**
 * Which submissions are alike beyond what the course gave everybody.
 *
 * <p>Method: S. Schleimer, D. Wilkerson, A. Aiken, <i>Winnowing: Local Algorithms for Document
 * Fingerprinting</i>, SIGMOD 2003. Start with {@link
 * org.attentionlab.grading.similarity.Similarities}.
 */
package org.attentionlab.grading.similarity;
