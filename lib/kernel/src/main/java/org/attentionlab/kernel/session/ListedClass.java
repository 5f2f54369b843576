package org.attentionlab.kernel.session;

import java.io.File;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;

/**
 * A file that javac has listed for a package, with its name beside it.
 *
 * <p>Asked for the name, javac would compile a regular expression for each file.
 */
final class ListedClass extends ForwardingJavaFileObject<JavaFileObject> implements NamedClass {
  private final String binaryName;

  /**
   * A listed file.
   *
   * @param file javac's own
   * @param packageName for which it was listed
   */
  ListedClass(JavaFileObject file, String packageName) {
    super(file);
    binaryName = packageName.isEmpty() ? simpleName() : packageName + "." + simpleName();
  }

  private String simpleName() {
    // "/modules/java.base/java/util/List.class" or "any.jar(/java/util/List.class)".
    String path = getName();
    int from = Math.max(path.lastIndexOf('/'), path.lastIndexOf(File.separatorChar)) + 1;
    int to = path.lastIndexOf('.');
    return path.substring(from, Math.max(from, to));
  }

  @Override
  public String binaryName() {
    return binaryName;
  }

  /** Javac's own file for any that it may have got from us. */
  static FileObject original(FileObject file) {
    return file instanceof ListedClass listed ? listed.fileObject : file;
  }
}
