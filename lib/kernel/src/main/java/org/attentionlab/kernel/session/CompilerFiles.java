package org.attentionlab.kernel.session;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * What the compiler sees of class path and JDK, made quick for many small compilations.
 *
 * <p>Every snippet is compiled on its own, several times, and each time javac asks every jar for
 * every imported package. The answers are kept until the class path changes. Of the jars that a
 * {@link PackageIndex} knows, only those are opened that have something of the package.
 *
 * <p>JShell also reads through all jars for its proposals, on a thread beside the first cell. Here
 * that waits until the first cell is through, which otherwise would take half as long again.
 */
final class CompilerFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
    implements StandardJavaFileManager {
  /** Who asks for proposals before having run anything does not wait for ever. */
  private static final long INDEX_SECONDS = 5;

  /** So long the first cell's value may take to be shown. */
  private static final long ANSWER_MILLIS = 300;

  private static final String CLASS_PATH_OPTION = "-classpath";
  private static final String MODULE_INFO = "module-info";
  private static final String SYSTEM = StandardLocation.SYSTEM_MODULES.getName();

  private final PackageIndex index;
  private final Map<Question, List<JavaFileObject>> answers = new ConcurrentHashMap<>();
  private final Map<String, JavaFileObject> moduleInfos = new ConcurrentHashMap<>();
  private final Map<String, String> options = new ConcurrentHashMap<>();
  private final CountDownLatch mayIndex = new CountDownLatch(1);

  /** The first jars of the class path, as long as the index knows them; javac has the others. */
  private volatile Map<Path, IndexedJar> indexed = Map.of();

  /** A jar that javac is asked about by itself. */
  private record IndexedJar(String getName, Set<String> packages) implements Location {
    @Override
    public boolean isOutputLocation() {
      return false;
    }
  }

  /**
   * Files for a compiler.
   *
   * @param javac what the compiler would use by itself
   * @param index of jars, perhaps of those in the class path
   * @param classpath divided as usual
   */
  CompilerFiles(StandardJavaFileManager javac, PackageIndex index, String classpath) {
    super(javac);
    this.index = index;
    setClassPath(classpath);
  }

  private void setClassPath(String classpath) {
    List<String> places = List.of(classpath.split(Pattern.quote(File.pathSeparator), -1));
    Map<Path, IndexedJar> known = new LinkedHashMap<>();
    int at = 0;
    try {
      for (; at < places.size(); at++) {
        Path path = Path.of(places.get(at));
        Optional<Set<String>> packages = index.packagesOf(path);
        if (packages.isEmpty()) {
          break;
        }
        known.put(path, new IndexedJar(path.toString(), packages.get()));
      }
      List<String> rest = places.subList(at, places.size());
      if (rest.isEmpty()) {
        fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
      } else {
        String option = String.join(File.pathSeparator, rest);
        boolean ignored = fileManager.handleOption(CLASS_PATH_OPTION, List.of(option).iterator());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the class path cannot be set: " + e.getMessage(), e);
    }
    indexed = known;
    forget();
  }

  private void forget() {
    answers.clear();
    moduleInfos.clear();
  }

  /** With its own hash code, because linking the one that comes with a record delays a start. */
  private record Question(Location location, String packageName, Set<JavaFileObject.Kind> kinds) {
    @Override
    public int hashCode() {
      return 31 * location.hashCode() + packageName.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Question q
          && location.equals(q.location)
          && packageName.equals(q.packageName)
          && kinds.equals(q.kinds);
    }
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    if (recurse || location.isOutputLocation()) {
      // JShell's compiler asks for neither.
      return super.list(location, packageName, kinds, recurse);
    }
    Question question = new Question(location, packageName, Set.copyOf(kinds));
    List<JavaFileObject> known = answers.get(question);
    if (known == null) {
      List<JavaFileObject> found = new ArrayList<>();
      if (location == StandardLocation.CLASS_PATH) {
        for (Map.Entry<Path, IndexedJar> jar : indexed.entrySet()) {
          if (jar.getValue().packages().contains(packageName)) {
            found.addAll(inJar(jar.getKey(), jar.getValue(), packageName, kinds));
          }
        }
      }
      found.addAll(listed(location, packageName, kinds));
      known = List.copyOf(found);
      answers.put(question, known);
    }
    return known;
  }

  private List<JavaFileObject> inJar(
      Path jar, IndexedJar location, String packageName, Set<JavaFileObject.Kind> kinds)
      throws IOException {
    Optional<List<String>> classes = index.classesOf(jar, packageName);
    if (classes.isPresent() && kinds.contains(JavaFileObject.Kind.CLASS)) {
      List<JavaFileObject> found = new ArrayList<>();
      classes.get().forEach(name -> found.add(new JarClass(jar, packageName + "." + name)));
      return found;
    }
    if (!hasLocation(location)) {
      fileManager.setLocationFromPaths(location, List.of(jar));
    }
    return listed(location, packageName, kinds);
  }

  private List<JavaFileObject> listed(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds) throws IOException {
    List<JavaFileObject> found = new ArrayList<>();
    for (JavaFileObject file : super.list(location, packageName, kinds, false)) {
      found.add(new ListedClass(file, packageName));
    }
    return found;
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof NamedClass named
        ? named.binaryName()
        : super.inferBinaryName(location, file);
  }

  /** JShell has a compiler to judge code and one to translate it; both read all modules. */
  @Override
  public JavaFileObject getJavaFileForInput(
      Location location, String className, JavaFileObject.Kind kind) throws IOException {
    if (!className.equals(MODULE_INFO) || !location.getName().startsWith(SYSTEM)) {
      return super.getJavaFileForInput(location, className, kind);
    }
    String key = location.getName() + kind;
    JavaFileObject known = moduleInfos.get(key);
    if (known == null) {
      known = super.getJavaFileForInput(location, className, kind);
      if (known != null) {
        moduleInfos.put(key, known);
      }
    }
    return known;
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    boolean own = a instanceof JarClass || b instanceof JarClass;
    return own ? a.equals(b) : super.isSameFile(ListedClass.original(a), ListedClass.original(b));
  }

  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    return file instanceof JarClass
        ? location == StandardLocation.CLASS_PATH
        : super.contains(location, ListedClass.original(file));
  }

  @Override
  public boolean handleOption(String current, Iterator<String> remaining) {
    if (current.equals(CLASS_PATH_OPTION)) {
      // As JShell says it.
      setClassPath(remaining.next());
      return true;
    }
    if (isSupportedOption(current) != 1) {
      forget();
      return super.handleOption(current, remaining);
    }
    // JShell says some, such as --multi-release, before each snippet again.
    String argument = remaining.next();
    if (!argument.equals(options.put(current, argument))) {
      forget();
    }
    return super.handleOption(current, List.of(argument).iterator());
  }

  /** The first cell is through: JShell may use the processor for its proposals. */
  void letIndex() {
    mayIndex.countDown();
  }

  /** Only JShell's thread for proposals asks for the platform in this way, before all else. */
  private void awaitIndexing(Location location) {
    if (location == StandardLocation.PLATFORM_CLASS_PATH) {
      try {
        if (mayIndex.await(INDEX_SECONDS, TimeUnit.SECONDS)) {
          TimeUnit.MILLISECONDS.sleep(ANSWER_MILLIS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public Iterable<? extends File> getLocation(Location location) {
    awaitIndexing(location);
    Iterable<? extends File> files = fileManager.getLocation(location);
    if (location != StandardLocation.CLASS_PATH) {
      return files;
    }
    List<File> all = new ArrayList<>();
    indexed.keySet().forEach(jar -> all.add(jar.toFile()));
    files.forEach(all::add);
    return all;
  }

  @Override
  public Iterable<? extends Path> getLocationAsPaths(Location location) {
    awaitIndexing(location);
    Iterable<? extends Path> paths = fileManager.getLocationAsPaths(location);
    if (location != StandardLocation.CLASS_PATH) {
      return paths;
    }
    List<Path> all = new ArrayList<>(indexed.keySet());
    paths.forEach(all::add);
    return all;
  }

  @Override
  public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
    forget();
    fileManager.setLocation(location, files);
  }

  @Override
  public void setLocationFromPaths(Location location, Collection<? extends Path> paths)
      throws IOException {
    forget();
    fileManager.setLocationFromPaths(location, paths);
  }

  @Override
  public void setLocationForModule(
      Location location, String moduleName, Collection<? extends Path> paths) throws IOException {
    forget();
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
    return fileManager.asPath(ListedClass.original(file));
  }
}
