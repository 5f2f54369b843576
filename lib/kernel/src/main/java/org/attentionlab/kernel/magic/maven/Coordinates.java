package org.attentionlab.kernel.magic.maven;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * Names of artifacts: {@code group:artifact[:type[:classifier]]:version}, and Ivy's form {@code
 * group#artifact;version}, which notebooks for IJava may have.
 */
final class Coordinates {
  private static final Pattern IVY = Pattern.compile("([^#;:\\s]+)#([^#;:\\s]+);([^#;\\s]+)");

  private Coordinates() {}

  static Artifact parse(String coordinate) {
    Matcher ivy = IVY.matcher(coordinate);
    try {
      return ivy.matches()
          ? new DefaultArtifact(ivy.group(1), ivy.group(2), "jar", ivy.group(3))
          : new DefaultArtifact(coordinate);
    } catch (IllegalArgumentException e) {
      throw new MavenException(
          coordinate
              + " is not of the form group:artifact:version, or group:artifact:type:"
              + "classifier:version",
          e);
    }
  }

  /** Whether the version may mean another file tomorrow. */
  static boolean isOpen(Artifact artifact) {
    String version = artifact.getVersion();
    return artifact.isSnapshot()
        || version.matches(".*[\\[(,].*")
        || version.equals("LATEST")
        || version.equals("RELEASE");
  }
}
