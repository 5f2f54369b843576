/**
 * What a gradebook is written as: tables, pages and reports for people, platforms and CI.
 *
 * <p>Everything that came from a submission is escaped here. Start with {@link
 * org.attentionlab.grading.output.GradebookFiles}.
 */
package org.attentionlab.grading.output;
