/**
 * The magics: %classpath, %jars, %maven, %mavenRepo, %load, %lsmagic.
 *
 * <p>Reading order: {@link org.attentionlab.kernel.magic.Magics} (names, completion, what an
 * unknown one says), then one class for each.
 */
package org.attentionlab.kernel.magic;
