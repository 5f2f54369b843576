package org.attentionlab.kernel.session;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.SimpleJavaFileObject;

/**
 * A class in a jar that a {@link PackageIndex} lists.
 *
 * <p>Javac's own way into a jar makes a file system of it first, with a node for each of its
 * entries.
 */
final class JarClass extends SimpleJavaFileObject implements NamedClass {
  private final Path jar;
  private final String binaryName;

  JarClass(Path jar, String binaryName) {
    super(URI.create("jar:///" + path(binaryName)), Kind.CLASS);
    this.jar = jar;
    this.binaryName = binaryName;
  }

  private static String path(String binaryName) {
    return binaryName.replace('.', '/') + Kind.CLASS.extension;
  }

  @Override
  public String binaryName() {
    return binaryName;
  }

  @Override
  public String getName() {
    return jar + "(/" + path(binaryName) + ")";
  }

  @Override
  public InputStream openInputStream() throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(path(binaryName));
      if (entry == null) {
        throw new FileNotFoundException(getName() + " is no longer there");
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return new ByteArrayInputStream(in.readAllBytes());
      }
    }
  }
}
