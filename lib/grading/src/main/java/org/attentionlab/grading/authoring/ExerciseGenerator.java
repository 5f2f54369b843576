package org.attentionlab.grading.authoring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.attentionlab.grading.GradingException;
import org.attentionlab.grading.authoring.LessonSource.Member;
import org.attentionlab.grading.authoring.SolutionRegions.Region;
import org.attentionlab.notebook.Notebook;

/**
 * Generates a lesson's exercise material from its solution source and its contracts.
 *
 * <p>The solution source is a class with one field for each exercise, the answers between {@code //
 * BEGIN SOLUTION} and {@code // END SOLUTION}. Its private fields, its methods and its nested types
 * are helpers: they go to the student as they are, each in a cell of its own. The same sources
 * always give the same material.
 */
public final class ExerciseGenerator {

  private static final Pattern SLUG = Pattern.compile("\\d+-[a-z0-9-]+");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package [^;]*;\\s*");

  private ExerciseGenerator() {}

  /**
   * Generates skeleton, student notebook and solution notebook.
   *
   * @param solutionSource the solution source: {@code Lesson04.java}
   * @param contractsFolder folder with a file for each contract: {@code SelfAttention.java}
   * @param slug number and name of the lesson: {@code 04-self-attention}
   * @param title the lesson's title: {@code Self-attention}
   * @throws GradingException when a source is missing or broken, when a field has no contract or no
   *     region, or when a line of a solution would reach the student
   */
  public static GeneratedExercise generate(
      Path solutionSource, Path contractsFolder, String slug, String title) {
    if (!SLUG.matcher(slug).matches()) {
      throw new GradingException(
          "\"" + slug + "\" is no slug; write number and name: 04-self-attention");
    }
    String file = solutionSource.toString();
    String text = JavaSource.read(solutionSource);
    LessonSource solved = LessonSource.parse(file, text);
    Map<String, ContractSource> contracts = contracts(file, solved, contractsFolder);
    String starter = starter(file, text, solved, contracts);
    LessonSource open = LessonSource.parse(file + " (starter)", starter);
    Notebook student =
        ExerciseNotebook.of(
            open, contracts, new NotebookTitle(slug, title, NotebookTitle.Kind.EXERCISES));
    Notebook solution =
        ExerciseNotebook.of(
            solved, contracts, new NotebookTitle(slug, title, NotebookTitle.Kind.SOLUTIONS));
    String skeleton =
        PACKAGE.matcher(SkeletonDocs.in(starter, open, contracts, slug)).replaceFirst("");
    LeakCheck leaks = LeakCheck.of(text);
    refuse(file, "skeleton", leaks.leaksIn(skeleton));
    refuse(file, "student notebook", leaks.leaksIn(student));
    return new GeneratedExercise(skeleton, student, solution);
  }

  private static Map<String, ContractSource> contracts(
      String file, LessonSource source, Path folder) {
    Map<String, ContractSource> contracts = new LinkedHashMap<>();
    for (Member field : source.exercises().toList()) {
      String where = file + ", line " + field.firstLine() + ": ";
      Path contractFile = folder.resolve(field.type() + ".java");
      if (!Files.isRegularFile(contractFile)) {
        throw new GradingException(
            where
                + field.name()
                + " has no contract: there is no "
                + contractFile
                + "; a field that is no exercise is private");
      }
      ContractSource contract = ContractSource.read(contractFile);
      if (!contract.name().equals(field.name())) {
        throw new GradingException(
            where
                + "the field is called "
                + field.name()
                + ", its contract says name = \""
                + contract.name()
                + "\"");
      }
      contracts.put(field.name(), contract);
    }
    if (contracts.isEmpty()) {
      throw new GradingException(file + ": the class has no field that is an exercise");
    }
    return contracts;
  }

  private static String starter(
      String file, String text, LessonSource source, Map<String, ContractSource> contracts) {
    Map<String, String> labels = new LinkedHashMap<>();
    contracts.forEach((name, contract) -> labels.put(name, contract.label()));
    try {
      SolutionRegions regions = SolutionRegions.of(text);
      source.exercises().forEach(field -> requireRegion(file, field, regions.regions()));
      regions.regions().forEach(region -> requireField(file, region, source));
      return regions.starter(labels);
    } catch (IllegalArgumentException unbalanced) {
      throw new GradingException(file + ", " + unbalanced.getMessage(), unbalanced);
    }
  }

  private static void requireRegion(String file, Member field, List<Region> regions) {
    if (regions.stream().noneMatch(region -> region.exercise().equals(field.name()))) {
      throw new GradingException(
          file
              + ", line "
              + field.firstLine()
              + ": "
              + field.name()
              + " has no // BEGIN SOLUTION, so students would get all of it");
    }
  }

  private static void requireField(String file, Region region, LessonSource source) {
    boolean inside =
        source
            .exercises()
            .anyMatch(
                field ->
                    field.name().equals(region.exercise())
                        && field.firstLine() <= region.beginLine()
                        && region.endLine() <= field.lastLine());
    if (!inside) {
      throw new GradingException(
          file
              + ", line "
              + region.beginLine()
              + ": BEGIN SOLUTION outside of an exercise's field; helpers go to students as they"
              + " are");
    }
  }

  private static void refuse(String file, String artifact, List<String> leaks) {
    if (!leaks.isEmpty()) {
      throw new GradingException(
          file + ": the " + artifact + " would show this line of a solution: " + leaks.get(0));
    }
  }
}
