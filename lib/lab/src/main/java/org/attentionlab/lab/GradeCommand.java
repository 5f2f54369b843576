package org.attentionlab.lab;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.attentionlab.grading.batch.BatchGrader;
import org.attentionlab.grading.batch.Gradebook;
import org.attentionlab.grading.batch.GradingProgress;
import org.attentionlab.grading.batch.GradingRequest;
import org.attentionlab.grading.batch.StudentResult;
import org.attentionlab.grading.remote.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades a folder of submissions with the hidden tests. */
@Command(
    name = "grade",
    description = {
      "Grade a folder of submissions with the hidden tests.",
      "Each child of the folder is a student: a notebook, a Java file, or a folder with one."
    },
    mixinStandardHelpOptions = true)
final class GradeCommand implements Callable<Integer> {

  private final Project project;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SUBMISSIONS", description = "Folder with one child for each student.")
  private Path submissions;

  @Option(
      names = "--lesson",
      paramLabel = "NN",
      defaultValue = "04",
      description = "The lesson that was handed in (default: ${DEFAULT-VALUE}).")
  private String lesson;

  @Option(
      names = "--out",
      paramLabel = "GRADES",
      defaultValue = "grades",
      description = "Folder for gradebook.csv and feedback (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--call-timeout",
      paramLabel = "SECONDS",
      description = "Time for one call of an answer (default: 5).")
  private Long callTimeout;

  @Option(
      names = "--trust-submissions",
      description = "Run the students' code as your own user, without a sandbox.")
  private boolean trust;

  GradeCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    GradingRequest request =
        GradingRequest.of(submissions, project.solutionsJar(), out, lesson).within(limits());
    if (trust) {
      request = request.trustingSubmissions();
    }
    PrintWriter terminal = spec.commandLine().getOut();
    Gradebook gradebook;
    try (BarProgress bar = new BarProgress()) {
      gradebook = BatchGrader.grade(request, bar);
    }
    for (StudentResult student : gradebook.students()) {
      terminal.printf(
          "%-24s %3d / %d  %s%n",
          student.student(), student.points(), student.possible(), student.status());
    }
    terminal.printf(
        "%d %s graded; see %s and %s%n",
        gradebook.students().size(),
        gradebook.students().size() == 1 ? "submission" : "submissions",
        project.shown(out.resolve("gradebook.csv")),
        project.shown(out.resolve("feedback")));
    terminal.flush();
    return 0;
  }

  private Limits limits() {
    Limits standard = Limits.standard();
    if (callTimeout == null) {
      return standard;
    }
    if (callTimeout < 1) {
      throw new LabException("--call-timeout is " + callTimeout + "; it takes 1 second or more");
    }
    return new Limits(
        Duration.ofSeconds(callTimeout),
        standard.load(),
        standard.submission(),
        standard.heapMegabytes());
  }

  /** A bar on standard error; where that is no terminal, the library prints plain lines. */
  private static final class BarProgress implements GradingProgress, AutoCloseable {

    private ProgressBar bar;

    @Override
    public void started(int count) {
      bar = new ProgressBarBuilder().setTaskName("Grading").setInitialMax(count).build();
    }

    @Override
    public void graded(StudentResult result) {
      bar.step();
    }

    @Override
    public void close() {
      if (bar != null) {
        bar.close();
      }
    }
  }
}
