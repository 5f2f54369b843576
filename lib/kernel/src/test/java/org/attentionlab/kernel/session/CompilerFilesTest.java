package org.attentionlab.kernel.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerFilesTest {
  private static final Set<Kind> KINDS = EnumSet.of(Kind.CLASS, Kind.SOURCE);

  @TempDir private Path directory;

  @Test
  void findsWhatJavacFindsInEveryPackageOfEveryJar() throws IOException {
    List<Path> jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(place -> place.endsWith(".jar"))
            .map(Path::of)
            .toList();
    assertTrue(jars.size() > 10, "the test's class path has jars: " + jars);
    PackageIndex index = indexOf(jars);
    Set<String> packages = new TreeSet<>(Set.of("", "java.util", "no.such"));
    jars.forEach(jar -> packages.addAll(index.packagesOf(jar).orElse(Set.of())));
    try (StandardJavaFileManager plain = javac();
        CompilerFiles ours = new CompilerFiles(javac(), index, joined(jars))) {
      plain.setLocationFromPaths(StandardLocation.CLASS_PATH, jars);
      for (String name : packages) {
        // In one package of one jar no name comes twice, so their order means nothing.
        assertEquals(sorted(list(plain, name)), sorted(list(ours, name)), name);
      }
      assertEquals(
          paths(plain.getLocationAsPaths(StandardLocation.CLASS_PATH)),
          paths(ours.getLocationAsPaths(StandardLocation.CLASS_PATH)));
    }
  }

  @Test
  void readsWhatJavacReads() throws IOException {
    Path jar = jar("one.jar", "", "org/dflib/A.class", "org/dflib/A$B.class", "other/C.class");
    try (StandardJavaFileManager plain = javac();
        CompilerFiles ours = new CompilerFiles(javac(), indexOf(List.of(jar)), jar.toString())) {
      plain.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(jar));
      for (String name : List.of("org.dflib", "other")) {
        assertEquals(contents(plain, name), contents(ours, name));
      }
      // A package that cells import is listed in the index, so that javac does not open its jar.
      assertInstanceOf(JarClass.class, files(ours, "org.dflib").get(0));
    }
  }

  @Test
  void leavesVersionsAndSourcesToJavac() throws IOException {
    Path versions = jar("v.jar", "", "org/dflib/A.class", "META-INF/versions/17/org/dflib/A.class");
    Path sources = jar("s.jar", "", "org/dflib/B.class", "org/dflib/B.java");
    PackageIndex index = indexOf(List.of(versions, sources));
    for (Path jar : List.of(versions, sources)) {
      assertTrue(index.packagesOf(jar).orElseThrow().contains("org.dflib"));
      assertFalse(index.classesOf(jar, "org.dflib").isPresent());
    }
  }

  @Test
  void keepsItsAnswersWhenAnOptionIsSaidAgain() throws IOException {
    try (CompilerFiles files = new CompilerFiles(javac(), PackageIndex.empty(), "")) {
      assertTrue(files.handleOption("--multi-release", List.of("17").iterator()));
      Object answer = platform(files);
      assertTrue(files.handleOption("--multi-release", List.of("17").iterator()));
      assertSame(answer, platform(files));
      assertTrue(files.handleOption("--multi-release", List.of("18").iterator()));
      assertNotSame(answer, platform(files));
    }
  }

  private static Object platform(StandardJavaFileManager files) throws IOException {
    JavaFileManager.Location base =
        files.getLocationForModule(StandardLocation.SYSTEM_MODULES, "java.base");
    return files.list(base, "java.util.regex", KINDS, false);
  }

  @Test
  void opensNoJarWithoutThePackage() throws IOException {
    Path one = jar("one.jar", "", "a/A.class");
    Path two = jar("two.jar", "", "b/B.class");
    PackageIndex index = indexOf(List.of(one, two));
    // As large and as old as before, but nothing that could be opened.
    FileTime time = Files.getLastModifiedTime(one);
    Files.write(one, new byte[(int) Files.size(one)]);
    Files.setLastModifiedTime(one, time);
    try (CompilerFiles files = new CompilerFiles(javac(), index, joined(List.of(one, two)))) {
      assertEquals(List.of("b.B"), list(files, "b"));
    }
  }

  @Test
  void asksJavacAboutJarsThatHaveChanged() throws IOException {
    Path one = jar("one.jar", "", "a/A.class");
    Path two = jar("two.jar", "", "a/A.class", "b/B.class");
    PackageIndex index = indexOf(List.of(one, two));
    Files.setLastModifiedTime(one, FileTime.fromMillis(0));
    jar("one.jar", "", "a/A.class", "c/C.class");
    try (CompilerFiles files = new CompilerFiles(javac(), index, joined(List.of(one, two)))) {
      assertEquals(List.of("c.C"), list(files, "c"));
      assertEquals(List.of("b.B"), list(files, "b"));
      // The order of the class path decides between two classes of the same name.
      assertEquals(
          List.of(one.toString(), two.toString()),
          paths(files.getLocationAsPaths(StandardLocation.CLASS_PATH)));
    }
  }

  @Test
  void followsJarsThatNameOthers() throws IOException {
    Path named = jar("named.jar", "", "n/N.class");
    Path first = jar("first.jar", named.getFileName().toString(), "f/F.class");
    PackageIndex index = indexOf(List.of(first));
    assertFalse(index.packagesOf(first).isPresent());
    try (CompilerFiles files = new CompilerFiles(javac(), index, first.toString())) {
      assertEquals(List.of("n.N"), list(files, "n"));
    }
  }

  @Test
  void takesALaterClassPath() throws IOException {
    Path one = jar("one.jar", "", "a/A.class");
    Path two = jar("two.jar", "", "b/B.class");
    PackageIndex index = indexOf(List.of(one));
    try (CompilerFiles files = new CompilerFiles(javac(), index, one.toString())) {
      assertEquals(List.of(), list(files, "b"));
      assertTrue(files.handleOption("-classpath", List.of(joined(List.of(one, two))).iterator()));
      assertEquals(List.of("a.A"), list(files, "a"));
      assertEquals(List.of("b.B"), list(files, "b"));
    }
  }

  @Test
  void readsNoIndexFromAnythingElse() throws IOException {
    Path file = Files.writeString(directory.resolve("other"), "not an index\n");
    System.setProperty(PackageIndex.PROPERTY, file.toString());
    try {
      assertFalse(PackageIndex.ofThisJvm().packagesOf(file).isPresent());
    } finally {
      System.clearProperty(PackageIndex.PROPERTY);
    }
  }

  private PackageIndex indexOf(List<Path> jars) throws IOException {
    Path file = directory.resolve("index");
    PackageIndex.write(file, jars);
    return PackageIndex.read(file);
  }

  private Path jar(String name, String others, String... entries) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (!others.isEmpty()) {
      manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, others);
    }
    Path jar = directory.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (String entry : entries) {
        out.putNextEntry(new JarEntry(entry));
        out.write(entry.getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static StandardJavaFileManager javac() {
    return ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
  }

  private static String joined(List<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static List<String> paths(Iterable<? extends Path> paths) {
    List<String> all = new ArrayList<>();
    paths.forEach(path -> all.add(path.toString()));
    return all;
  }

  private static List<String> list(StandardJavaFileManager files, String name) throws IOException {
    List<String> names = new ArrayList<>();
    for (JavaFileObject file : files.list(StandardLocation.CLASS_PATH, name, KINDS, false)) {
      names.add(files.inferBinaryName(StandardLocation.CLASS_PATH, file));
    }
    // On the class path no jar is a module.
    names.removeIf("module-info"::equals);
    return names;
  }

  private static List<String> sorted(List<String> names) {
    return names.stream().sorted().toList();
  }

  private static List<JavaFileObject> files(StandardJavaFileManager files, String name)
      throws IOException {
    List<JavaFileObject> all = new ArrayList<>();
    files.list(StandardLocation.CLASS_PATH, name, KINDS, false).forEach(all::add);
    return all;
  }

  private static Map<String, String> contents(StandardJavaFileManager files, String name)
      throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (JavaFileObject file : files(files, name)) {
      try (InputStream in = file.openInputStream()) {
        contents.put(file.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return contents;
  }
}
