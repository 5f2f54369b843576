package org.attentionlab.grading.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.attentionlab.grading.GradingException;

/**
 * A folder of submissions: every child is a student's, a file or a folder with files.
 *
 * <pre>
 *   ann.ipynb   bob.java   cleo/04-self-attention.ipynb   dan/Lesson04.java
 * </pre>
 *
 * <p>Links are not followed. What is neither a notebook nor a Java file gets a line that says so.
 */
final class SubmissionFolder {

  private static final String NOTEBOOK = ".ipynb";
  private static final String JAVA = ".java";

  private SubmissionFolder() {}

  /**
   * The submissions in the order of the students' names.
   *
   * @param out the grader's own folder, which counts as nobody's
   * @throws GradingException when the folder is missing or unreadable
   */
  static List<Submission> list(Path folder, Path out, String lesson) {
    if (!Files.isDirectory(folder)) {
      throw new GradingException("grade: no folder of submissions at " + folder);
    }
    Map<String, List<Path>> files = new TreeMap<>();
    Map<String, String> problems = new TreeMap<>();
    for (Path child : children(folder)) {
      if (child.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
        continue;
      }
      sort(child, lesson, files, problems);
    }
    if (files.isEmpty()) {
      throw new GradingException("grade: no submissions in " + folder);
    }
    List<Submission> submissions = new ArrayList<>();
    files.forEach(
        (student, found) -> {
          found.sort(Comparator.comparing(SubmissionFolder::isJava).thenComparing(Path::toString));
          submissions.add(new Submission(student, found, problems.getOrDefault(student, "")));
        });
    return submissions;
  }

  private static void sort(
      Path child, String lesson, Map<String, List<Path>> files, Map<String, String> problems) {
    String name = child.getFileName().toString();
    if (Files.isSymbolicLink(child)) {
      note(name, "unreadable: a symbolic link is not followed", files, problems);
    } else if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
      folder(name, child, lesson, files, problems);
    } else if (isNotebook(child) || isJava(child)) {
      String student = name.substring(0, name.lastIndexOf('.'));
      files.computeIfAbsent(student, key -> new ArrayList<>()).add(child);
    } else {
      note(name, "unreadable: neither a notebook nor a Java file", files, problems);
    }
  }

  private static void folder(
      String student,
      Path child,
      String lesson,
      Map<String, List<Path>> files,
      Map<String, String> problems) {
    List<Path> inside;
    try {
      inside =
          children(child).stream()
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .filter(file -> isNotebook(file) || isJava(file))
              .toList();
    } catch (GradingException unreadable) {
      note(student, "unreadable: the folder cannot be opened", files, problems);
      return;
    }
    List<Path> named = inside.stream().filter(file -> isNamedFor(file, lesson)).toList();
    List<Path> chosen = named.isEmpty() ? inside : named;
    if (chosen.isEmpty()) {
      note(
          student, "missing: the folder holds neither a notebook nor a Java file", files, problems);
    } else {
      files.computeIfAbsent(student, key -> new ArrayList<>()).addAll(chosen);
    }
  }

  private static void note(
      String student, String problem, Map<String, List<Path>> files, Map<String, String> problems) {
    files.computeIfAbsent(student, key -> new ArrayList<>());
    problems.put(student, problem);
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> !child.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      throw new GradingException("grade: the folder " + folder + " cannot be read", unreadable);
    }
  }

  static boolean isNotebook(Path file) {
    return ending(file, NOTEBOOK);
  }

  private static boolean isJava(Path file) {
    return ending(file, JAVA);
  }

  private static boolean ending(Path file, String ending) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  private static boolean isNamedFor(Path file, String lesson) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.startsWith(lesson + "-") || name.equals("lesson" + lesson + JAVA);
  }
}
