package org.attentionlab.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.attentionlab.notebook.Notebook;

/**
 * A lesson and its exercises; all share number and slug.
 *
 * @param number two digits
 * @param slug number and name, as in {@code 04-self-attention}
 * @param title what a reader calls it
 * @param source the lesson's notebook as its Markdown source gives it, not executed
 */
record Lesson(String number, String slug, String title, Notebook source) {

  Path notebook(Project project) {
    return project.root().resolve("notebooks").resolve(slug + ".ipynb");
  }

  Path exercises(Project project) {
    return project.root().resolve("exercises").resolve(slug + ".ipynb");
  }

  Path skeleton(Project project) {
    return project.root().resolve("exercises").resolve(slug).resolve("Lesson" + number + ".java");
  }

  Path solutions(Project project) {
    return project.root().resolve("solutions").resolve(slug + ".ipynb");
  }

  Path answers(Project project) {
    return project
        .root()
        .resolve("solutions/src/main/java/org/attentionlab/solutions/Lesson" + number + ".java");
  }

  Path contracts(Project project) {
    return project
        .root()
        .resolve("exercises/src/main/java/org/attentionlab/exercises/lesson" + number);
  }

  /** Whether the lesson has graded exercises: a solution source is what they are made from. */
  boolean hasExercises(Project project) {
    return Files.exists(answers(project));
  }

  /** Full names of the types in the package of contracts. */
  List<String> contractNames(Project project) {
    Path folder = contracts(project);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
          .map(
              name ->
                  "org.attentionlab.exercises.lesson" + number + "." + name.replace(".java", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new LabException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }
}
