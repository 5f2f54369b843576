package org.attentionlab.lab;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.attentionlab.kernel.KernelCommand;
import org.attentionlab.kernel.KernelspecInstaller;
import org.attentionlab.kernel.StartupArchive;
import org.attentionlab.kernel.client.KernelException;
import org.attentionlab.kernel.doc.Sources;

/** The kernel with the course's jars on its class path. */
final class CourseKernel {
  /**
   * What a lesson prints looks as in its text, with a decimal point and Latin digits, also where
   * the machine speaks German or Arabic.
   */
  private static final List<String> LANGUAGE_OF_THE_LESSONS =
      List.of("-Duser.language=en", "-Duser.country=");

  private CourseKernel() {}

  static KernelCommand command(Project project) {
    return archive(project).applyTo(unprepared(project));
  }

  private static KernelCommand unprepared(Project project) {
    return KernelCommand.ofThisJava(List.of(project.jars() + "/*"))
        .plus(List.of("-D" + Sources.PROPERTY + "=" + sources(project)))
        .plus(LANGUAGE_OF_THE_LESSONS);
  }

  /** Where the kernel's help reads the library's Javadoc. */
  private static String sources(Project project) {
    return project.sources().stream().map(Path::toString).collect(joining(File.pathSeparator));
  }

  private static StartupArchive archive(Project project) {
    return new StartupArchive(project.state().resolve("kernel.jsa"));
  }

  /** Makes the kernel start faster, where jars, JDK or options are not those of the last time. */
  static void prepare(Project project, Steps steps) throws Exception {
    StartupArchive archive = archive(project);
    KernelCommand command = unprepared(project);
    try {
      if (!archive.isFresh(command)) {
        steps.step("Preparing a fast start of the kernel", () -> archive.refresh(command));
      }
    } catch (KernelException e) {
      // It starts without as well, or says itself why it does not.
      steps.note("The kernel starts without preparation: " + e.getMessage());
    }
  }

  /** Makes the kernel known to the Jupyter of a virtual environment. */
  static void installInto(Path environment, Project project) {
    try {
      new KernelspecInstaller(command(project)).installInPrefix(environment);
    } catch (UncheckedIOException e) {
      throw new LabException(e.getMessage(), e);
    }
  }
}
