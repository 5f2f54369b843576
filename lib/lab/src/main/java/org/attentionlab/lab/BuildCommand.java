package org.attentionlab.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.attentionlab.grading.authoring.ExerciseGenerator;
import org.attentionlab.grading.authoring.GeneratedExercise;
import org.attentionlab.notebook.Notebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the notebooks and skeletons from their sources. */
@Command(
    name = "build",
    description = {
      "Make lessons, exercises and solutions from their sources, and execute lessons and solutions.",
      "A notebook is executed only when its source or the library has changed.",
      "An exercise that you have worked in is kept beside the new one."
    },
    mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {

  private final Project project;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "LESSON",
      arity = "0..*",
      description = "Numbers of lessons, such as 02 (default: all).")
  private List<String> chosen = new ArrayList<>();

  @Option(
      names = "--again",
      description = "Execute also the notebooks whose sources and libraries have not changed.")
  private boolean again;

  @Option(
      names = "--check",
      description = "Write and execute nothing; fail where a file is not what its source gives.")
  private boolean check;

  BuildCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() throws Exception {
    return check ? checkAll() : buildAll();
  }

  private List<Lesson> lessons() {
    List<Lesson> all = project.lessons();
    for (String number : chosen) {
      if (all.stream().noneMatch(lesson -> lesson.number().equals(number))) {
        throw new LabException(
            "there is no lesson "
                + number
                + "; there are "
                + all.stream().map(Lesson::number).collect(Collectors.joining(", ")));
      }
    }
    return all.stream()
        .filter(lesson -> chosen.isEmpty() || chosen.contains(lesson.number()))
        .toList();
  }

  private int buildAll() throws Exception {
    List<Lesson> lessons = lessons();
    Steps steps = new Steps(spec.commandLine().getOut());
    ClaimsPage claims = new ClaimsPage(project.lessons(), project);
    List<String> errors = new ArrayList<>(claims.problems());
    for (Lesson lesson : lessons) {
      errors.addAll(execute(lesson.source(), lesson.notebook(project), lesson, steps));
      if (lesson.hasExercises(project)) {
        GeneratedExercise exercise = generate(lesson);
        LearnersFile.replace(lesson.skeleton(project), exercise.skeleton(), project);
        LearnersFile.replace(lesson.exercises(project), exercise.student(), project);
        errors.addAll(execute(exercise.solution(), lesson.solutions(project), lesson, steps));
      }
    }
    Files.writeString(ClaimsPage.file(project), claims.markdown());
    errors.forEach(spec.commandLine().getErr()::println);
    return errors.isEmpty() ? 0 : 1;
  }

  /** A notebook with a failing cell is not written: the one before it stays. */
  private List<String> execute(Notebook source, Path file, Lesson lesson, Steps steps)
      throws Exception {
    Inputs inputs = new Inputs(project);
    if (!again && inputs.unchanged(source, file, lesson)) {
      return List.of();
    }
    KernelRunner kernel = new KernelRunner(project);
    Notebook executed =
        steps.step(
            "Executing " + project.shown(file), () -> kernel.execute(source, file.getParent()));
    List<String> errors = new ArrayList<>();
    for (String error : Notebooks.errors(executed)) {
      errors.add(project.shown(file) + ": " + error);
    }
    if (errors.isEmpty()) {
      Notebooks.write(executed, file);
      inputs.remember(source, file, lesson);
    }
    return errors;
  }

  private GeneratedExercise generate(Lesson lesson) throws IOException {
    return ExerciseGenerator.generate(
        lesson.answers(project), lesson.contracts(project), lesson.slug(), lesson.title());
  }

  private int checkAll() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    List<Path> stale = new ArrayList<>();
    for (Lesson lesson : lessons()) {
      checkSame(lesson.source(), lesson.notebook(project), stale);
      if (lesson.hasExercises(project)) {
        GeneratedExercise exercise = generate(lesson);
        checkSame(exercise.student(), lesson.exercises(project), stale);
        checkSame(exercise.solution(), lesson.solutions(project), stale);
        checkSame(exercise.skeleton(), lesson.skeleton(project), stale);
      }
    }
    ClaimsPage claims = new ClaimsPage(project.lessons(), project);
    checkSame(claims.markdown(), ClaimsPage.file(project), stale);
    claims.problems().forEach(err::println);
    for (Path file : stale) {
      err.println(project.shown(file) + " is not what its source gives; run ./lab build");
    }
    return stale.isEmpty() && claims.problems().isEmpty() ? 0 : 1;
  }

  private static void checkSame(String generated, Path file, List<Path> stale) throws IOException {
    if (!LearnersFile.text(file).equals(generated)) {
      stale.add(file);
    }
  }

  private static void checkSame(Notebook generated, Path file, List<Path> stale) {
    if (!Files.exists(file) || !Notebooks.sameSources(generated, Notebooks.read(file))) {
      stale.add(file);
    }
  }
}
