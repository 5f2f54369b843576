/**
 * Submissions in the forms in which they arrive, read as data and never unpacked to disk.
 *
 * <p>Reading order: {@link org.attentionlab.grading.intake.Intake}, {@link
 * org.attentionlab.grading.intake.PlatformName}, {@link org.attentionlab.grading.intake.ZipItems},
 * {@link org.attentionlab.grading.intake.GitItems}.
 */
package org.attentionlab.grading.intake;
