/**
 * Runs a check class against an answer through the JUnit Platform.
 *
 * <p>Start with {@link org.attentionlab.grading.engine.CheckRunner}.
 */
package org.attentionlab.grading.engine;
