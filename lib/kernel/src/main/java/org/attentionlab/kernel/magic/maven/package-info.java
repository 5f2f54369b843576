/**
 * Artifacts by Maven's rules, for %maven and %loadFromPOM.
 *
 * <p>Reading order: {@link org.attentionlab.kernel.magic.maven.MavenArtifacts}, the only class that
 * others use, then what it is made of: the user's settings, POMs, progress and error messages. All
 * of it is loaded at the first use, because the resolver takes long to load.
 */
package org.attentionlab.kernel.magic.maven;
