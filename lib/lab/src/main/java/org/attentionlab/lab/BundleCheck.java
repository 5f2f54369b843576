package org.attentionlab.lab;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.attentionlab.grading.authoring.LeakCheck;

/**
 * Proves that nothing secret is in what students get.
 *
 * <p>It reads the finished archive and the jars in it, not the list that it was made from: no file
 * may have the name of one of the solutions, nor its content under another name, and no line of a
 * lesson's reference answers may stand where students write theirs.
 */
final class BundleCheck {
  private static final String SECRET_PACKAGE = "org/attentionlab/solutions/";
  private static final String SECRET_SERVICE =
      "META-INF/services/org.attentionlab.grading.HiddenChecks";

  /** What students fill in: a lesson's notebook, or its Java file. */
  private static final Pattern EXERCISE =
      Pattern.compile("[^/]+/exercises/(?<lesson>\\d\\d)-[^/]*(\\.ipynb|/[^/]*\\.java)");

  private final Set<String> secretContents = new HashSet<>();
  private final Map<String, LeakCheck> answers = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private BundleCheck() {}

  /** What is secret and yet in the archive; empty where all is well. */
  static List<String> problems(Project project, Path archive) {
    BundleCheck check = new BundleCheck();
    try {
      check.learn(project);
      check.read(Files.newInputStream(archive), "");
    } catch (IOException e) {
      throw new LabException("cannot read " + archive + ": " + e.getMessage(), e);
    }
    return List.copyOf(check.problems);
  }

  private void learn(Project project) throws IOException {
    try (ZipInputStream jar = new ZipInputStream(Files.newInputStream(project.solutionsJar()))) {
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        byte[] content = jar.readAllBytes();
        if (entry.getName().startsWith(SECRET_PACKAGE) && content.length > 0) {
          secretContents.add(digest(content));
        }
      }
    }
    Path sources = project.root().resolve("solutions/src");
    try (var files = Files.walk(sources)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        secretContents.add(digest(Files.readAllBytes(file)));
      }
    }
    for (Lesson lesson : project.lessons()) {
      if (lesson.hasExercises(project)) {
        secretContents.add(digest(Files.readAllBytes(lesson.solutions(project))));
        answers.put(lesson.number(), LeakCheck.of(Files.readString(lesson.answers(project))));
      }
    }
  }

  private void read(InputStream in, String within) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          judge(within + entry.getName(), entry.getName(), zip.readAllBytes());
        }
      }
    }
  }

  private void judge(String shown, String name, byte[] content) throws IOException {
    if (name.contains(SECRET_PACKAGE)
        || name.endsWith(SECRET_SERVICE)
        || name.matches("[^/]+/solutions/.*")) {
      problems.add(shown + " belongs to the solutions");
    } else if (secretContents.contains(digest(content))) {
      problems.add(shown + " is a file of the solutions under another name");
    }
    if (name.endsWith(".jar")) {
      read(new ByteArrayInputStream(content), shown + "!/");
    }
    Matcher exercise = EXERCISE.matcher(name);
    if (exercise.matches() && answers.containsKey(exercise.group("lesson"))) {
      String text = new String(content, StandardCharsets.UTF_8).replace("\\\"", "\"");
      answers
          .get(exercise.group("lesson"))
          .leaksIn(text)
          .forEach(line -> problems.add(shown + " holds the answer: " + line));
    }
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
