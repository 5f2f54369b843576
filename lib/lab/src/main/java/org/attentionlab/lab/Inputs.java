package org.attentionlab.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.attentionlab.notebook.Notebook;
import org.attentionlab.notebook.NotebookWriter;

/**
 * What an executed notebook was made from, so that it is executed again only when that changes.
 *
 * <p>A stamp in {@code .lab/executed} holds a digest of the source and of the jars that the kernel
 * runs, and one of the notebook as it was written. Of the exercises only the lesson's own package
 * counts: a new exercise does not make the other lessons stale.
 */
final class Inputs {

  /** They make notebooks, and no cell calls them. */
  private static final List<String> TOOLS = List.of("lab-", "notebook-");

  private static final String EXERCISES = "org/attentionlab/exercises/";

  private final Project project;

  Inputs(Project project) {
    this.project = project;
  }

  /** Whether a notebook is what executing its source with today's jars would give. */
  boolean unchanged(Notebook source, Path file, Lesson lesson) {
    Path stamp = stamp(file);
    try {
      return Files.exists(file)
          && Files.exists(stamp)
          && Files.readString(stamp).equals(describe(source, file, lesson));
    } catch (IOException e) {
      throw new LabException("cannot read " + stamp + ": " + e.getMessage(), e);
    }
  }

  /** Remembers what a notebook was made from, after it was written. */
  void remember(Notebook source, Path file, Lesson lesson) {
    Path stamp = stamp(file);
    try {
      Files.createDirectories(stamp.getParent());
      Files.writeString(stamp, describe(source, file, lesson));
    } catch (IOException e) {
      throw new LabException("cannot write " + stamp + ": " + e.getMessage(), e);
    }
  }

  private Path stamp(Path file) {
    return project.state().resolve("executed").resolve(project.shown(file) + ".stamp");
  }

  private String describe(Notebook source, Path file, Lesson lesson) throws IOException {
    MessageDigest inputs = sha256();
    inputs.update(NotebookWriter.toJson(source).getBytes(StandardCharsets.UTF_8));
    for (Path jar : jars()) {
      update(inputs, jar, lesson);
    }
    MessageDigest result = sha256();
    result.update(Files.readAllBytes(file));
    HexFormat hex = HexFormat.of();
    return hex.formatHex(inputs.digest()) + " " + hex.formatHex(result.digest()) + "\n";
  }

  private List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.list(project.jars())) {
      return files
          .filter(file -> TOOLS.stream().noneMatch(file.getFileName().toString()::startsWith))
          .sorted()
          .toList();
    }
  }

  /** Takes in the checksums that the jar keeps of its entries, not the entries' times. */
  private static void update(MessageDigest digest, Path jar, Lesson lesson) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      zip.stream()
          .filter(entry -> !entry.isDirectory() && concerns(entry.getName(), lesson))
          .sorted(Comparator.comparing(ZipEntry::getName))
          .map(entry -> entry.getName() + " " + entry.getSize() + " " + entry.getCrc() + "\n")
          .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static boolean concerns(String entry, Lesson lesson) {
    return !entry.startsWith(EXERCISES + "lesson")
        || entry.startsWith(EXERCISES + "lesson" + lesson.number() + "/");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new LinkageError("SHA-256 is missing", everyJdkHasIt);
    }
  }
}
