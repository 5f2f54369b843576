package org.attentionlab.grading.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.attentionlab.grading.GradingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forms in which submissions arrive. */
class IntakeTest {

  @TempDir Path folder;

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<Submission> found() {
    return Intake.list(folder, folder.resolve("grades"), "week-3");
  }

  private Submission only() {
    List<Submission> found = found();
    assertEquals(1, found.size(), found::toString);
    return found.get(0);
  }

  private static List<String> paths(Submission submission) {
    return submission.files().stream().map(SubmittedFile::path).toList();
  }

  private static String text(SubmittedFile file) throws IOException {
    return new String(file.content().read(1000), StandardCharsets.UTF_8);
  }

  /** A zip file's bytes from pairs of name and text. */
  private static byte[] zip(String... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (int i = 0; i < parts.length; i += 2) {
        zip.putArchiveEntry(new ZipArchiveEntry(parts[i]));
        zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void filesFoldersAndZipFilesAreStudents() throws IOException {
    file("ann.ipynb", "{}");
    file("bob/deep/Lesson04.java", "class A {}");
    file("bob/pom.xml", "<project/>");
    Files.write(folder.resolve("cleo.zip"), zip("work/Lesson04.java", "class C {}"));
    file("grades/dan.java", "the grader's own");
    Map<String, List<String>> students = new TreeMap<>();
    found().forEach(one -> students.put(one.student().name(), paths(one)));
    assertEquals(
        Map.of(
            "ann", List.of("ann.ipynb"),
            "bob", List.of("deep/Lesson04.java"),
            "cleo", List.of("work/Lesson04.java")),
        students);
  }

  @Test
  void zipFilesAreReadWhereTheyLie() throws IOException {
    Files.write(folder.resolve("cleo.zip"), zip("Lesson04.java", "class C {}"));
    assertEquals("class C {}", text(only().files().get(0)));
  }

  @Test
  void bothFormsAreOneStudentsAndNotebooksComeFirst() throws IOException {
    file("ann.java", "class A {}");
    file("ann.ipynb", "{}");
    assertEquals(List.of("ann.ipynb", "ann.java"), paths(only()));
  }

  @Test
  void hiddenAndBuiltFilesAreNotLookedAt() throws IOException {
    file("ann/.ipynb_checkpoints/04-checkpoint.ipynb", "{}");
    file("ann/__MACOSX/Lesson04.java", "");
    file("ann/target/Lesson04.java", "");
    file("ann/Lesson04.java", "class A {}");
    assertEquals(List.of("Lesson04.java"), paths(only()));
  }

  @Test
  void moodlesExportIsUnderstood() throws IOException {
    Path export = folder.resolve("export.zip");
    Files.write(
        export,
        zip(
            "Ann Lee_4711_assignsubmission_file_/Lesson04.java",
            "class A {}",
            "Bob Ray_4712_assignsubmission_file_04-self-attention.ipynb",
            "{}",
            "Bob Ray_4712_assignsubmission_onlinetext_/onlinetext.html",
            "<p>See my file.</p>",
            "Ann Lee_4713_assignsubmission_file_/work.zip",
            "no zip"));
    List<Submission> found = Intake.list(export, folder, "week-3");
    assertEquals(
        List.of(
            new Student("Ann Lee (4711)", "4711"),
            new Student("Ann Lee (4713)", "4713"),
            new Student("Bob Ray", "4712")),
        found.stream().map(Submission::student).toList());
    assertEquals("unreadable: the zip is broken", found.get(1).problem());
    assertEquals(List.of("04-self-attention.ipynb"), paths(found.get(2)));
    assertEquals("", found.get(2).problem());
  }

  @Test
  void canvasExportIsUnderstood() throws IOException {
    file("leeann_4711_88123_Lesson04-2.java", "class A {}");
    file("raybob_LATE_4712_88124_04-self-attention.ipynb", "{}");
    List<Submission> found = found();
    assertEquals(new Student("leeann", "4711"), found.get(0).student());
    assertEquals(List.of("Lesson04.java"), paths(found.get(0)));
    assertEquals(List.of(false, true), found.stream().map(Submission::calledLate).toList());
  }

  @Test
  void attemptsAreFolders() throws IOException {
    file("ann/attempt-1/Lesson04.java", "class A {}");
    file("ann/attempt-2/Lesson04.java", "class B {}");
    List<Submission> found = found();
    assertEquals(List.of(1, 2), found.stream().map(Submission::attempt).toList());
    assertEquals("class B {}", text(found.get(1).files().get(0)));
  }

  @Test
  void nbgradersTimestampIsTheTime() throws IOException {
    file("ann/week-3/04-self-attention.ipynb", "{}");
    file("ann/week-3/timestamp.txt", "2026-11-20 20:02:42.381 UTC\n");
    assertEquals(Optional.of(Instant.parse("2026-11-20T20:02:42.381Z")), only().at());
  }

  @Test
  void otherAssignmentsOfNbgradersFolderAreLeftOut() throws IOException {
    file("ann/week-2/03-bahdanau-attention.ipynb", "{}");
    file("ann/week-2/timestamp.txt", "2026-11-13 20:00:00 UTC\n");
    file("ann/week-3/04-self-attention.ipynb", "{}");
    file("ann/week-3/timestamp.txt", "2026-11-20 20:00:00 UTC\n");
    assertEquals(List.of("week-3/04-self-attention.ipynb"), paths(only()));
    assertEquals(Optional.of(Instant.parse("2026-11-20T20:00:00Z")), only().at());
  }

  @Test
  void studentsOwnTimestampSaysNothing() throws IOException {
    Path export = folder.resolve("export.zip");
    Files.write(
        export,
        zip(
            "leeann_LATE_4711_88123_Lesson04.java",
            "class A {}",
            "leeann_LATE_4711_88124_timestamp.txt",
            "2026-01-01 00:00:00 UTC",
            "Bob Ray_4712_assignsubmission_file_/timestamp.txt",
            "2026-01-01 00:00:00 UTC"));
    for (Submission found : Intake.list(export, folder, "week-3")) {
      assertEquals(Optional.empty(), found.at(), found::toString);
    }
    Files.delete(export);
    file("ann/week-3/04-self-attention.ipynb", "{}");
    file("ann/week-3/0/timestamp.txt", "2026-01-01 00:00:00 UTC");
    assertEquals(Optional.empty(), only().at());
    Files.write(
        Files.createDirectories(folder.resolve("ann")).resolve("work.zip"),
        zip("timestamp.txt", "2026-01-01 00:00:00 UTC"));
    assertEquals(Optional.empty(), only().at());
    file("ann/timestamp.txt", "2026-11-20 20:00:00 UTC");
    file("ann/week-3/timestamp.txt", "2026-01-01 00:00:00 UTC");
    assertEquals(Optional.of(Instant.parse("2026-11-20T20:00:00Z")), only().at());
  }

  @Test
  void lastCommitOfARepositoryCounts() throws Exception {
    Path clone = Files.createDirectories(folder.resolve("ann"));
    git(clone, "init", "-q");
    Files.writeString(clone.resolve("Lesson04.java"), "class Committed {}");
    Files.createSymbolicLink(clone.resolve("Link.java"), Path.of("Lesson04.java"));
    git(clone, "add", ".");
    git(clone, "commit", "-q", "-m", "Solve");
    Files.writeString(clone.resolve("Lesson04.java"), "class Uncommitted {}");
    // What a hostile repository would have git run.
    Path mark = folder.resolve("grades/ran");
    git(clone, "config", "core.fsmonitor", "touch " + mark);
    git(clone, "config", "core.pager", "touch " + mark);
    Submission found = only();
    assertEquals(List.of("Lesson04.java", "Link.java"), paths(found));
    assertEquals("class Committed {}", text(found.files().get(0)));
    assertEquals(Optional.of(Instant.parse("2026-11-20T20:00:00Z")), found.at());
    IOException refused =
        assertThrows(IOException.class, () -> found.files().get(1).content().read(10));
    assertEquals("a symbolic link is not followed", refused.getMessage());
    assertTrue(Files.notExists(mark));
  }

  private static void git(Path clone, String... arguments) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of("git", "-c", "user.name=a", "-c", "user.email=a@b"),
                    Arrays.stream(arguments))
                .toList());
    builder.directory(clone.toFile()).redirectErrorStream(true);
    builder.environment().put("GIT_COMMITTER_DATE", "2026-11-20T20:00:00Z");
    Process git = builder.start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, git.waitFor(), said);
  }

  @Test
  void emptyRepositoryGetsALine() throws Exception {
    git(Files.createDirectories(folder.resolve("ann")), "init", "-q");
    assertEquals("unreadable: the Git repository has no commit that can be read", only().problem());
  }

  @Test
  void pathsThatLeadOutOfAZipAreRefused() throws IOException {
    for (String path : List.of("../x.java", "/x.java", "a/../../x.java", "C:x.java")) {
      Files.write(folder.resolve("ann.zip"), zip(path, "class X {}"));
      String problem = only().problem();
      assertTrue(problem.endsWith("a path out of it"), path + ": " + problem);
    }
  }

  @Test
  void nameThatStandsTwiceInAZipIsRefused() throws IOException {
    Files.write(folder.resolve("ann.zip"), zip("A.java", "one", "A.java", "two"));
    assertEquals("unreadable: the zip holds A.java twice", only().problem());
  }

  @Test
  void zipWithinAZipIsNotOpened() throws IOException {
    String inner = new String(zip("A.java", "one"), StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("ann.zip"), zip("inner.zip", inner));
    assertEquals("unreadable: a zip within a zip is not opened", only().problem());
  }

  @Test
  void linkInAZipIsNamedAndNotFollowed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry link = new ZipArchiveEntry("A.java");
      link.setUnixMode(0120777);
      zip.putArchiveEntry(link);
      zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
      zip.closeArchiveEntry();
    }
    Files.write(folder.resolve("ann.zip"), bytes.toByteArray());
    SubmittedFile file = only().files().get(0);
    IOException refused = assertThrows(IOException.class, () -> file.content().read(100));
    assertEquals("a symbolic link is not followed", refused.getMessage());
  }

  @Test
  void bombIsReadUpToTheLimit() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] zeros = new byte[1 << 20];
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      zip.putArchiveEntry(new ZipArchiveEntry("A.java"));
      for (int i = 0; i < 256; i++) {
        zip.write(zeros);
      }
      zip.closeArchiveEntry();
    }
    assertTrue(bytes.size() < 1 << 20, "a bomb of " + bytes.size() + " bytes");
    Files.write(folder.resolve("ann.zip"), bytes.toByteArray());
    assertEquals(1001, only().files().get(0).content().read(1000).length);
  }

  @Test
  void tooManyFilesAreRefused() throws IOException {
    String[] many = new String[2 * 501];
    for (int i = 0; i < many.length; i += 2) {
      many[i] = "A" + i + ".java";
      many[i + 1] = "";
    }
    Files.write(folder.resolve("ann.zip"), zip(many));
    assertEquals("unreadable: the zip holds more than 500 files", only().problem());
  }

  @Test
  void nothingToGradeIsALineOfItsOwn() throws IOException {
    file("ann.txt", "on paper");
    file("bob/notes.txt", "on paper");
    Files.write(folder.resolve("cleo.zip"), zip("notes.txt", "on paper"));
    Map<String, String> problems =
        found().stream()
            .collect(Collectors.toMap(one -> one.student().name(), Submission::problem));
    assertEquals(
        Map.of(
            "ann.txt", "unreadable: neither a notebook nor a Java file",
            "bob", "missing: the folder holds neither a notebook nor a Java file",
            "cleo", "missing: the zip holds neither a notebook nor a Java file"),
        problems);
  }

  @Test
  void emptyFolderIsOneClearMessage() {
    GradingException refused = assertThrows(GradingException.class, this::found);
    assertEquals("grade: no submissions in " + folder, refused.getMessage());
  }

  private Roster roster(String text) throws IOException {
    return Roster.read(
        Files.writeString(folder.resolve("roster.csv"), text), ZoneId.of("Europe/Berlin"));
  }

  @Test
  void rostersOfCanvasAndMoodleNameTheStudentsOfTheirExports() throws IOException {
    Roster canvas =
        roster(
            "\uFEFF"
                + """
            Student,ID,SIS User ID,SIS Login ID,Section,Week 3 (55)
                Points Possible,,,,,40
            "Lee, Ann",4711,u1,alee@x.edu,A,
            "Ray, Bob",4712,u2,bray@x.edu,A,
            """);
    assertEquals(Roster.Platform.CANVAS, canvas.platform());
    assertEquals(2, canvas.entries().size());
    for (Student student :
        List.of(new Student("leeann", "4711"), new Student("leeann", ""), new Student("u1", ""))) {
      assertEquals("Lee, Ann", canvas.find(student).orElseThrow().student().name());
    }
    Roster moodle =
        roster(
            "Identifier,Full name,Email address,Status,Grade,Last modified (submission)\n"
                + "Participant 4711,Ann Lee,ann@x.edu,Submitted,,"
                + "\"Friday, 20 November 2026, 9:05 PM\"\n");
    Roster.Entry ann = moodle.find(new Student("Ann Lee", "4711")).orElseThrow();
    assertEquals(Optional.of(Instant.parse("2026-11-20T20:05:00Z")), ann.submitted());
  }

  @Test
  void rosterWithoutAStudentsColumnIsRefused() {
    GradingException refused =
        assertThrows(GradingException.class, () -> roster("name,points\nann,3\n"));
    assertTrue(
        refused.getMessage().contains("has the columns name, points; it takes Canvas'"),
        refused.getMessage());
  }
}
