package org.attentionlab.lab;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.attentionlab.grading.HiddenChecks;
import org.attentionlab.grading.authoring.LeakCheck;
import org.attentionlab.notebook.NotebookReader;

/**
 * Looks through a bundle, and through the jars in it, for what students must not get.
 *
 * <ul>
 *   <li>a class or file of the solutions, by its name or by its bytes
 *   <li>the list by which hidden tests are found
 *   <li>in exercises, a line of a solution
 * </ul>
 */
final class ReleaseCheck {

  private static final String SOLUTIONS = "org/attentionlab/solutions/";
  private static final String SERVICE = "META-INF/services/" + HiddenChecks.class.getName();

  private final Set<String> secretBytes;
  private final List<LeakCheck> solutions;

  private ReleaseCheck(Set<String> secretBytes, List<LeakCheck> solutions) {
    this.secretBytes = secretBytes;
    this.solutions = solutions;
  }

  /** Takes the secrets from the solutions' jar and sources. */
  static ReleaseCheck of(Project project) throws IOException {
    Set<String> bytes = new HashSet<>();
    try (ZipInputStream jar = new ZipInputStream(Files.newInputStream(project.solutionsJar()))) {
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        if (entry.getName().startsWith(SOLUTIONS) && !entry.isDirectory()) {
          bytes.add(Release.sha256(jar.readAllBytes()));
        }
      }
    }
    List<LeakCheck> solutions = new ArrayList<>();
    Path sources = project.root().resolve("solutions/src/main/java").resolve(SOLUTIONS);
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.filter(f -> f.toString().matches(".*Lesson\\d\\d\\.java")).toList()) {
        solutions.add(LeakCheck.of(Files.readString(file)));
      }
    }
    return new ReleaseCheck(bytes, solutions);
  }

  /** What the bundle gives away; empty when it is nothing. */
  List<String> leaksIn(Path bundle) throws IOException {
    List<String> leaks = new ArrayList<>();
    try (InputStream in = Files.newInputStream(bundle)) {
      archive("", in, leaks);
    }
    return leaks;
  }

  private void archive(String place, InputStream in, List<String> leaks) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory()) {
        file(place + entry.getName(), zip.readAllBytes(), leaks);
      }
    }
  }

  private void file(String name, byte[] bytes, List<String> leaks) throws IOException {
    if (name.contains(SOLUTIONS) || name.endsWith(SERVICE) || name.contains("/solutions/")) {
      leaks.add(name + " belongs to the solutions");
    } else if (secretBytes.contains(Release.sha256(bytes))) {
      leaks.add(name + " is a file of the solutions");
    }
    if (name.endsWith(".jar")) {
      archive(name + "!/", new ByteArrayInputStream(bytes), leaks);
    } else if (name.contains("/exercises/") && name.matches(".*\\.(ipynb|java)")) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      for (LeakCheck solution : solutions) {
        List<String> lines =
            name.endsWith(".ipynb")
                ? solution.leaksIn(NotebookReader.parse(text, name))
                : solution.leaksIn(text);
        lines.forEach(line -> leaks.add(name + " holds a solution's line: " + line.strip()));
      }
    }
  }
}
