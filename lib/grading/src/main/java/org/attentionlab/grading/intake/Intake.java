package org.attentionlab.grading.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attentionlab.grading.GradingException;
import org.attentionlab.grading.assignment.Times;

/**
 * Finds the submissions in a folder or a zip file.
 *
 * <pre>
 *   ann.ipynb   bob.java   cleo.zip   dan/Lesson04.java   eve/ (a Git repository)   fay.git/
 *   gus/attempt-1/Lesson04.java   gus/attempt-2/Lesson04.java
 *   a zip file that Moodle or Canvas exported, packed or unpacked
 * </pre>
 *
 * <p>Every child is a student's. Links are not followed. What holds neither a notebook nor a Java
 * file gets a line that says so.
 */
public final class Intake {

  /** Files in an archive of a whole course. */
  private static final int MOST_IN_AN_EXPORT = 50_000;

  private static final Pattern ATTEMPT = Pattern.compile("attempt[-_ ]?(\\d{1,4})/(.+)");

  /** Where nbgrader notes when an assignment was handed in: it overwrites a student's own file. */
  private static final Pattern NBGRADER_TIME = Pattern.compile("(?:[^/]+/)?timestamp\\.txt");

  private static final String MISSING = "missing: ";

  /** One child of the folder. */
  private record Child(String name, boolean holdsOthers, Items items, String holder) {}

  /** What belongs to one student, not yet split into attempts. */
  private static final class Pile {
    private final Student student;
    private final List<SubmittedFile> files = new ArrayList<>();
    private Optional<Instant> at = Optional.empty();
    private boolean late;
    private String problem = "";

    Pile(Student student) {
      this.student = student;
    }

    /** An empty folder beside a full one, such as Moodle's online text, is no problem. */
    String problem() {
      return problem.startsWith(MISSING) && !files.isEmpty() ? "" : problem;
    }
  }

  private Intake() {}

  /**
   * The submissions in the order of the students' names.
   *
   * @param out the grader's own folder, which counts as nobody's
   * @param assignment name of the assignment: where a student's folder holds one for each
   *     assignment, as nbgrader's does, the others are left out
   * @throws GradingException when the folder is missing, unreadable or empty
   */
  public static List<Submission> list(Path input, Path out, String assignment) {
    List<Child> children;
    if (Files.isDirectory(input)) {
      children = inFolder(input, out);
    } else if (input.toString().toLowerCase(Locale.ROOT).endsWith(".zip")
        && Files.isRegularFile(input)) {
      children = inArchive(input);
    } else {
      throw new GradingException("grade: no folder of submissions at " + input);
    }
    if (children.isEmpty()) {
      throw new GradingException("grade: no submissions in " + input);
    }
    Map<String, Pile> piles = new TreeMap<>();
    children.forEach(child -> pile(child, assignment + "/", piles));
    Map<String, Long> names =
        piles.values().stream()
            .collect(Collectors.groupingBy(pile -> pile.student.name(), Collectors.counting()));
    return piles.values().stream()
        .flatMap(pile -> attempts(pile, names.get(pile.student.name()) > 1))
        .toList();
  }

  private static List<Child> inFolder(Path folder, Path out) {
    List<Child> found = new ArrayList<>();
    List<Path> children;
    try (Stream<Path> listed = Files.list(folder)) {
      children = listed.sorted().toList();
    } catch (IOException | UncheckedIOException unreadable) {
      throw new GradingException("grade: the folder " + folder + " cannot be read", unreadable);
    }
    Path own = out.toAbsolutePath().normalize();
    for (Path child : children) {
      String name = child.getFileName().toString();
      if (!Items.isLookedAt(name) || child.toAbsolutePath().normalize().equals(own)) {
        continue;
      }
      if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
        boolean repository = GitItems.isRepository(child);
        found.add(
            new Child(
                repository ? name.replaceFirst("\\.git$", "") : name,
                true,
                repository ? GitItems.of(child) : FolderItems.of(child),
                repository ? "repository" : "folder"));
      } else {
        found.add(single(new SubmittedFile(name, FolderItems.content(child))));
      }
    }
    return found;
  }

  /** An archive's children are its top folders and its top files. */
  private static List<Child> inArchive(Path archive) {
    Items all = ZipItems.of(archive, MOST_IN_AN_EXPORT);
    if (!all.problem().isEmpty()) {
      throw new GradingException("grade: " + archive + ": " + all.problem());
    }
    Map<String, List<SubmittedFile>> folders = new LinkedHashMap<>();
    List<Child> found = new ArrayList<>();
    for (SubmittedFile file : all.files()) {
      int slash = file.path().indexOf('/');
      if (slash < 0) {
        found.add(single(file));
      } else {
        folders
            .computeIfAbsent(file.path().substring(0, slash), key -> new ArrayList<>())
            .add(new SubmittedFile(file.path().substring(slash + 1), file.content()));
      }
    }
    folders.forEach((name, files) -> found.add(new Child(name, true, Items.of(files), "folder")));
    return found;
  }

  private static Child single(SubmittedFile file) {
    return new Child(file.name(), false, Items.of(List.of(file)), "file");
  }

  private static void pile(Child child, String wanted, Map<String, Pile> piles) {
    Optional<PlatformName> platform = PlatformName.of(child.name());
    SubmittedFile first = child.items().files().stream().findFirst().orElse(null);
    boolean answers =
        !child.holdsOthers() && first != null && (first.isNotebook() || first.isJava());
    boolean opens = answers || (!child.holdsOthers() && first != null && first.isZip());
    String stem = opens ? child.name().substring(0, child.name().lastIndexOf('.')) : child.name();
    Student student =
        platform
            .map(name -> new Student(name.student(), name.id()))
            .orElseGet(() -> new Student(stem, ""));
    Pile pile =
        piles.computeIfAbsent(student.name() + "\0" + student.id(), key -> new Pile(student));
    pile.late |= platform.map(PlatformName::late).orElse(false);
    pile.at = pile.at.or(() -> child.items().at());
    if (!child.items().problem().isEmpty()) {
      pile.problem = child.items().problem();
      return;
    }
    if (!child.holdsOthers() && !opens) {
      pile.problem =
          isLink(first)
              ? "unreadable: a symbolic link is not followed"
              : "unreadable: neither a notebook nor a Java file";
      return;
    }
    int before = pile.files.size();
    List<SubmittedFile> files = of(wanted, child.items().files());
    if (platform.isEmpty() && child.holdsOthers()) {
      pile.at = pile.at.or(() -> nbgradersTime(child.items().files(), files));
    }
    for (SubmittedFile file : files) {
      String path =
          platform.filter(name -> !child.holdsOthers()).map(PlatformName::file).orElse(file.path());
      take(new SubmittedFile(path, file.content()), pile, true);
    }
    if (pile.files.size() == before && pile.problem.isEmpty()) {
      pile.problem =
          MISSING
              + "the "
              + (opens ? "zip" : child.holder())
              + " holds neither a notebook nor a Java file";
    }
  }

  private static List<SubmittedFile> of(String wanted, List<SubmittedFile> files) {
    List<SubmittedFile> found =
        files.stream().filter(file -> file.path().startsWith(wanted)).toList();
    return found.isEmpty() ? files : found;
  }

  /** The time nearest to the root, where no student writes; a zip file's says nothing. */
  private static Optional<Instant> nbgradersTime(
      List<SubmittedFile> all, List<SubmittedFile> wanted) {
    return Stream.concat(all.stream().filter(file -> !file.path().contains("/")), wanted.stream())
        .filter(file -> NBGRADER_TIME.matcher(file.path()).matches())
        .findFirst()
        .flatMap(Intake::time);
  }

  private static boolean isLink(SubmittedFile file) {
    try {
      return file.content().read(0).length < 0;
    } catch (IOException refused) {
      return String.valueOf(refused.getMessage()).contains("symbolic link");
    }
  }

  /** Sorts a file in; a zip file is opened once, not what lies in it. */
  private static void take(SubmittedFile file, Pile pile, boolean openZips) {
    if (file.isNotebook() || file.isJava()) {
      pile.files.add(file);
    } else if (file.isZip() && openZips) {
      Items inside = ZipItems.of(file.content());
      if (inside.problem().isEmpty()) {
        inside.files().forEach(inner -> take(inner, pile, false));
      } else {
        pile.problem = inside.problem();
      }
    } else if (file.isZip()) {
      pile.problem = "unreadable: a zip within a zip is not opened";
    }
  }

  private static Optional<Instant> time(SubmittedFile file) {
    try {
      String text = new String(file.content().read(100), StandardCharsets.UTF_8);
      return Times.parse(text, ZoneOffset.UTC);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Folders named attempt-1, attempt-2 split what a student handed in. */
  private static Stream<Submission> attempts(Pile pile, boolean sharesName) {
    String id = pile.student.id();
    Student student =
        sharesName && !id.isEmpty()
            ? new Student(pile.student.name() + " (" + id + ")", id)
            : pile.student;
    Map<Integer, List<SubmittedFile>> attempts = new TreeMap<>();
    for (SubmittedFile file : pile.files) {
      Matcher named = ATTEMPT.matcher(file.path());
      int number = named.matches() ? Math.max(1, Integer.parseInt(named.group(1))) : 1;
      String path = named.matches() ? named.group(2) : file.path();
      attempts
          .computeIfAbsent(number, key -> new ArrayList<>())
          .add(new SubmittedFile(path, file.content()));
    }
    if (attempts.isEmpty()) {
      attempts.put(1, List.of());
    }
    return attempts.entrySet().stream()
        .map(
            entry ->
                new Submission(
                    student,
                    entry.getKey(),
                    entry.getValue().stream()
                        .sorted(
                            Comparator.comparing(SubmittedFile::isJava)
                                .thenComparing(SubmittedFile::path))
                        .toList(),
                    pile.at,
                    pile.late,
                    pile.problem()));
  }
}
