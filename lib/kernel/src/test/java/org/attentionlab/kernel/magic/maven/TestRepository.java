package org.attentionlab.kernel.magic.maven;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A Maven repository in a directory, made by hand. */
public final class TestRepository {
  private final Path root;

  /** In a directory, which may be empty. */
  public TestRepository(Path root) {
    this.root = root;
  }

  /** Its address. */
  public String url() {
    return root.toUri().toString();
  }

  /** A jar with a POM. */
  public TestRepository jar(String coordinate, String elements) throws IOException {
    pom(coordinate, elements);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      jar.putNextEntry(new JarEntry(coordinate.split(":", -1)[1] + ".txt"));
      jar.write(coordinate.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    Files.write(file(coordinate, "jar"), bytes.toByteArray());
    return this;
  }

  /** A POM alone, as parents and BOMs are. */
  public TestRepository pom(String coordinate, String elements) throws IOException {
    String[] parts = coordinate.split(":", -1);
    Path file = file(coordinate, "pom");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>
          %s
        </project>
        """
            .formatted(parts[0], parts[1], parts[2], elements));
    return this;
  }

  private Path file(String coordinate, String extension) {
    String[] parts = coordinate.split(":", -1);
    return root.resolve(parts[0].replace('.', '/'))
        .resolve(parts[1])
        .resolve(parts[2])
        .resolve(parts[1] + "-" + parts[2] + "." + extension);
  }

  /** A dependency element; the coordinate may lack a version. */
  public static String dependency(String coordinate, String more) {
    String[] parts = coordinate.split(":", -1);
    String version = parts.length > 2 ? "<version>" + parts[2] + "</version>" : "";
    return "<dependency><groupId>"
        + parts[0]
        + "</groupId><artifactId>"
        + parts[1]
        + "</artifactId>"
        + version
        + more
        + "</dependency>\n";
  }
}
