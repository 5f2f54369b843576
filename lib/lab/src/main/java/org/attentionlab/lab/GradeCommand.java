package org.attentionlab.lab;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.attentionlab.grading.assignment.Assignment;
import org.attentionlab.grading.assignment.AssignmentFile;
import org.attentionlab.grading.batch.BatchGrader;
import org.attentionlab.grading.batch.GradingProgress;
import org.attentionlab.grading.batch.GradingRequest;
import org.attentionlab.grading.batch.Shard;
import org.attentionlab.grading.gradebook.Gradebook;
import org.attentionlab.grading.gradebook.StudentGrade;
import org.attentionlab.grading.gradebook.StudentResult;
import org.attentionlab.grading.remote.DockerLauncher;
import org.attentionlab.grading.remote.Limits;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades submissions with the hidden tests. */
@Command(
    name = "grade",
    description = {
      "Grade submissions with the hidden tests.",
      "A run that was stopped goes on where it was; only what changed is graded again."
    },
    mixinStandardHelpOptions = true)
final class GradeCommand implements Callable<Integer> {

  private final Project project;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SUBMISSIONS",
      description = {
        "Folder with one child for each student, or a zip file that Moodle or Canvas exported.",
        "A child is a notebook, a Java file, a zip file, a folder or a Git repository."
      })
  private Path submissions;

  @ArgGroup private What what = new What();

  /** One of the two ways to say what was handed in. */
  private static final class What {

    @Option(
        names = "--assignment",
        paramLabel = "FILE",
        description = "The assignment: exercises, points, due date (see docs/grading.md).")
    private Path assignment;

    @Option(
        names = "--lesson",
        paramLabel = "NN",
        description = "All exercises of a lesson, in place of an assignment (default: 04).")
    private String lesson;

    Assignment read() {
      return assignment != null
          ? AssignmentFile.read(assignment)
          : Assignment.ofLesson(lesson == null ? "04" : lesson);
    }
  }

  @Option(
      names = "--out",
      paramLabel = "GRADES",
      defaultValue = "grades",
      description = "Folder for gradebook, feedback and reports (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--roster",
      paramLabel = "CSV",
      description = {
        "Everybody who should have handed in: Canvas' gradebook, Moodle's grading worksheet, or a",
        "CSV file with the columns student, id, email, submitted."
      })
  private Path roster;

  @Option(
      names = "--manual",
      paramLabel = "CSV",
      description = "Points and comments by hand (default: manual.csv in GRADES).")
  private Path manual;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Grade the I-th of N parts, with results alone; see --merge.")
  private String shard;

  @Option(
      names = "--merge",
      paramLabel = "GRADES",
      arity = "1..*",
      description = "Take the results of other runs, such as shards, and grade what is missing.")
  private List<Path> merge = List.of();

  @Option(
      names = "--tests",
      paramLabel = "JAR",
      description = "Jar with the hidden tests (default: the solutions of this clone).")
  private Path tests;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Submissions at a time (default: one for each processor).")
  private Integer jobs;

  @Option(
      names = "--call-timeout",
      paramLabel = "SECONDS",
      description = "Time for one call of an answer (default: 5).")
  private Long callTimeout;

  @Option(
      names = "--docker",
      paramLabel = "IMAGE",
      arity = "0..1",
      fallbackValue = DockerLauncher.IMAGE,
      description =
          "Run the students' code in containers of an image with a JDK (${FALLBACK-VALUE}).")
  private String docker;

  @Option(
      names = "--trust-submissions",
      description = "Run the students' code as your own user, without a sandbox.")
  private boolean trust;

  GradeCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    Path solutions = tests == null ? project.solutionsJar() : tests;
    GradingRequest request =
        GradingRequest.of(submissions, solutions, out, what.read())
            .within(limits())
            .withResultsOf(merge)
            .withStarters(project.skeletons());
    if (roster != null) {
      request = request.withRoster(roster);
    }
    if (manual != null) {
      request = request.withManual(manual);
    }
    if (shard != null) {
      request = request.only(Shard.parse(shard));
    }
    if (jobs != null) {
      if (jobs < 1) {
        throw new LabException("--jobs is " + jobs + "; it takes 1 or more");
      }
      request = request.atATime(jobs);
    }
    if (docker != null) {
      request =
          request.startingBy(
              DockerLauncher.find(docker)
                  .orElseThrow(
                      () ->
                          new LabException(
                              "Docker does not run, or has no image "
                                  + docker
                                  + "; start it and type docker pull "
                                  + docker)));
    }
    if (trust) {
      request = request.trustingSubmissions();
    }
    PrintWriter terminal = spec.commandLine().getOut();
    Gradebook gradebook;
    try (BarProgress bar = new BarProgress()) {
      gradebook = BatchGrader.grade(request, bar);
    }
    for (StudentGrade grade : gradebook.grades()) {
      terminal.printf(
          "%-24s %6s / %s  %s%n",
          grade.result().student(),
          StudentGrade.shown(grade.total()),
          StudentGrade.shown(grade.outOf()),
          grade.status());
    }
    int count = gradebook.grades().size();
    terminal.printf(
        Locale.ROOT,
        "%d %s graded; see %s%n",
        count,
        count == 1 ? "student" : "students",
        request.shard().isPart()
            ? project.shown(out) + ", and merge it with the other parts"
            : project.shown(out.resolve("gradebook.csv"))
                + ", "
                + project.shown(out.resolve("feedback"))
                + " and "
                + project.shown(out.resolve("report.html")));
    if (gradebook.unjudged() > 0) {
      terminal.printf(
          Locale.ROOT,
          "%d of them not judged, see above; the same command again grades these alone%n",
          gradebook.unjudged());
    }
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
