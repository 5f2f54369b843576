package org.attentionlab.kernel.session;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * What the compiler sees of class path and JDK, made quick for many small compilations.
 *
 * <p>Every snippet is compiled on its own, several times, and each time javac asks every jar for
 * every imported package. The answers are kept until the class path changes.
 *
 * <p>JShell also reads through all jars for its proposals, on a thread beside the first cell. Here
 * that waits until the first cell is through, which otherwise would take half as long again.
 */
final class CompilerFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
    implements StandardJavaFileManager {
  /** Who asks for proposals before having run anything does not wait for ever. */
  private static final long INDEX_SECONDS = 5;

  private final Map<Question, List<JavaFileObject>> answers = new ConcurrentHashMap<>();
  private final CountDownLatch mayIndex = new CountDownLatch(1);

  CompilerFiles(StandardJavaFileManager javac) {
    super(javac);
  }

  private record Question(Location location, String packageName, Set<JavaFileObject.Kind> kinds) {}

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    if (recurse || location.isOutputLocation()) {
      return super.list(location, packageName, kinds, recurse);
    }
    Question question = new Question(location, packageName, Set.copyOf(kinds));
    List<JavaFileObject> known = answers.get(question);
    if (known == null) {
      List<JavaFileObject> found = new ArrayList<>();
      super.list(location, packageName, kinds, false).forEach(found::add);
      known = List.copyOf(found);
      answers.put(question, known);
    }
    return known;
  }

  @Override
  public boolean handleOption(String current, Iterator<String> remaining) {
    answers.clear();
    return super.handleOption(current, remaining);
  }

  /** The first cell is through: JShell may use the processor for its proposals. */
  void letIndex() {
    mayIndex.countDown();
  }

  /** Only JShell's thread for proposals asks for the platform in this way, before all else. */
  private void awaitIndexing(Location location) {
    if (location == StandardLocation.PLATFORM_CLASS_PATH) {
      try {
        boolean ignored = mayIndex.await(INDEX_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public Iterable<? extends File> getLocation(Location location) {
    awaitIndexing(location);
    return fileManager.getLocation(location);
  }

  @Override
  public Iterable<? extends Path> getLocationAsPaths(Location location) {
    awaitIndexing(location);
    return fileManager.getLocationAsPaths(location);
  }

  @Override
  public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
    answers.clear();
    fileManager.setLocation(location, files);
  }

  @Override
  public void setLocationFromPaths(Location location, Collection<? extends Path> paths)
      throws IOException {
    answers.clear();
    fileManager.setLocationFromPaths(location, paths);
  }

  @Override
  public void setLocationForModule(
      Location location, String moduleName, Collection<? extends Path> paths) throws IOException {
    answers.clear();
    fileManager.setLocationForModule(location, moduleName, paths);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(
      Iterable<? extends File> files) {
    return fileManager.getJavaFileObjectsFromFiles(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
    return fileManager.getJavaFileObjects(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
    return fileManager.getJavaFileObjectsFromStrings(names);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
    return fileManager.getJavaFileObjects(names);
  }

  @Override
  public Path asPath(FileObject file) {
    return fileManager.asPath(file);
  }
}
