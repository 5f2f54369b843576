package org.attentionlab.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.attentionlab.grading.authoring.ExerciseGenerator;
import org.attentionlab.grading.authoring.GeneratedExercise;
import org.attentionlab.notebook.Notebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the notebooks and skeletons from their sources. */
@Command(
    name = "build",
    description = {
      "Make lessons, exercises and solutions from their sources, and execute lessons and solutions.",
      "An exercise that you have worked in is kept beside the new one."
    },
    mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {

  private final Project project;

  @Spec private CommandSpec spec;

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

  private int buildAll() throws Exception {
    Steps steps = new Steps(spec.commandLine().getOut());
    KernelRunner kernel = new KernelRunner(project);
    List<String> errors = new ArrayList<>();
    for (Lesson lesson : project.lessons()) {
      errors.addAll(execute(lesson.source(), lesson.notebook(project), kernel, steps));
      GeneratedExercise exercise = generate(lesson);
      LearnersFile.replace(lesson.skeleton(project), exercise.skeleton(), project);
      LearnersFile.replace(lesson.exercises(project), exercise.student(), project);
      errors.addAll(execute(exercise.solution(), lesson.solutions(project), kernel, steps));
    }
    errors.forEach(spec.commandLine().getErr()::println);
    return errors.isEmpty() ? 0 : 1;
  }

  /** A notebook with a failing cell is not written: the one before it stays. */
  private List<String> execute(Notebook source, Path file, KernelRunner kernel, Steps steps)
      throws Exception {
    Notebook executed =
        steps.step(
            "Executing " + project.shown(file), () -> kernel.execute(source, file.getParent()));
    List<String> errors = new ArrayList<>();
    for (String error : Notebooks.errors(executed)) {
      errors.add(project.shown(file) + ": " + error);
    }
    if (errors.isEmpty()) {
      Notebooks.write(executed, file);
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
    for (Lesson lesson : project.lessons()) {
      GeneratedExercise exercise = generate(lesson);
      checkSame(lesson.source(), lesson.notebook(project), stale);
      checkSame(exercise.student(), lesson.exercises(project), stale);
      checkSame(exercise.solution(), lesson.solutions(project), stale);
      if (!LearnersFile.text(lesson.skeleton(project)).equals(exercise.skeleton())) {
        stale.add(lesson.skeleton(project));
      }
    }
    for (Path file : stale) {
      err.println(project.shown(file) + " is not what its source gives; run ./lab build");
    }
    return stale.isEmpty() ? 0 : 1;
  }

  private static void checkSame(Notebook generated, Path file, List<Path> stale) {
    if (!Notebooks.sameSources(generated, Notebooks.read(file))) {
      stale.add(file);
    }
  }
}
