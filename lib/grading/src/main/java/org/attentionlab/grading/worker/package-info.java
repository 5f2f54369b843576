/**
 * The process that holds a student's code, and nothing that is worth stealing.
 *
 * <p>Its class path is the library, the contracts and this module; no hidden test and no solution.
 * Nothing here decides about points. Start with {@link org.attentionlab.grading.worker.WorkerMain}.
 */
package org.attentionlab.grading.worker;
