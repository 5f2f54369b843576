package org.attentionlab.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The students' archive, made from the built jars. */
class ReleaseIT {
  private static final Project PROJECT = CommandRun.thisClone();
  private static final String TOP = "attention-lab-" + Lab.VERSION;

  @TempDir private static Path folder;
  private static Path archive;

  @TempDir private Path desk;

  @BeforeAll
  static void release() {
    CommandRun run = CommandRun.of("release", "--out", folder);
    assertEquals(0, run.exitCode(), run.err());
    archive = folder.resolve(TOP + "-student.zip");
  }

  private static Map<String, byte[]> entries() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          entries.put(entry.getName(), zip.readAllBytes());
        }
      }
    }
    return entries;
  }

  /** What the check says of an archive with one file more. */
  private List<String> problemsWith(String name, byte[] content) throws IOException {
    Path tampered = desk.resolve("tampered.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(tampered))) {
      zip.putNextEntry(new ZipEntry(TOP + "/" + name));
      zip.write(content);
    }
    return BundleCheck.problems(PROJECT, tampered);
  }

  private static byte[] anyClassOfTheSolutions() throws IOException {
    try (ZipInputStream jar = new ZipInputStream(Files.newInputStream(PROJECT.solutionsJar()))) {
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        if (entry.getName().endsWith(".class")) {
          return jar.readAllBytes();
        }
      }
    }
    throw new AssertionError("the jar holds no class");
  }

  private static List<Lesson> graded() {
    return PROJECT.lessons().stream().filter(lesson -> lesson.hasExercises(PROJECT)).toList();
  }

  @Test
  void everyLessonAndExerciseIsInIt() throws IOException {
    Map<String, byte[]> entries = entries();
    for (Lesson lesson : PROJECT.lessons()) {
      assertTrue(entries.containsKey(TOP + "/notebooks/" + lesson.slug() + ".ipynb"));
    }
    for (Lesson lesson : graded()) {
      assertTrue(entries.containsKey(TOP + "/exercises/" + lesson.slug() + ".ipynb"));
      String skeleton = "/exercises/" + lesson.slug() + "/Lesson" + lesson.number() + ".java";
      assertTrue(entries.containsKey(TOP + skeleton));
    }
    assertFalse(entries.keySet().stream().anyMatch(name -> name.contains("/solutions/")));
  }

  @Test
  void sameCourseGivesTheSameBytes() throws IOException {
    Path again = folder.resolve("again");
    assertEquals(0, CommandRun.of("release", "--out", again).exitCode());
    assertTrue(
        Arrays.equals(
            Files.readAllBytes(archive),
            Files.readAllBytes(again.resolve(archive.getFileName().toString()))));
  }

  @Test
  void solutionsAreFoundUnderAnyNameAndInJars() throws IOException {
    byte[] secret = anyClassOfTheSolutions();
    assertEquals(1, problemsWith("lib/harmless.bin", secret).size());
    assertEquals(1, problemsWith("solutions/anything.txt", new byte[] {1}).size());
    Path jar = PROJECT.solutionsJar();
    assertFalse(problemsWith("lib/harmless.jar", Files.readAllBytes(jar)).isEmpty());
    assertEquals(List.of(), problemsWith("lib/harmless.bin", new byte[] {1, 2}));
  }

  @Test
  void answerInAnExerciseIsFound() throws IOException {
    Lesson lesson = graded().get(0);
    byte[] solved = Files.readAllBytes(lesson.solutions(PROJECT));
    List<String> problems = problemsWith("exercises/" + lesson.slug() + ".ipynb", solved);
    assertTrue(
        problems.stream().anyMatch(p -> p.contains("holds the answer")), () -> "" + problems);
  }

  /** On a machine with a JDK and nothing else. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void studentRunsAnExerciseFromTheUnpackedArchive() throws IOException, InterruptedException {
    for (var entry : entries().entrySet()) {
      Path file = desk.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue());
    }
    Path tools = Files.createDirectory(desk.resolve("tools"));
    for (String tool : List.of("dirname", "sh")) {
      Files.copy(
          Path.of("/bin", tool).toRealPath(),
          tools.resolve(tool),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    String exercise = "exercises/" + graded().get(0).slug() + ".ipynb";
    List<String> command = new ArrayList<>(List.of("/bin/sh", "lab", "run", exercise));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(desk.resolve(TOP).toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("PATH", tools.toString());
    Process lab = builder.start();
    String said;
    try (InputStream out = lab.getInputStream()) {
      said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertEquals(0, lab.waitFor(), said);
    assertTrue(said.contains("✓ " + exercise), said);
    assertFalse(said.contains("Building"), said);
  }
}
