package org.attentionlab.lab;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.attentionlab.kernel.KernelCommand;
import org.attentionlab.kernel.KernelspecInstaller;
import org.attentionlab.kernel.doc.Sources;

/** The kernel with the course's jars on its class path. */
final class CourseKernel {
  private CourseKernel() {}

  static KernelCommand command(Project project) {
    return KernelCommand.ofThisJava(List.of(project.jars() + "/*"))
        .plus(List.of("-D" + Sources.PROPERTY + "=" + sources(project)));
  }

  /** Where the kernel's help reads the library's Javadoc. */
  private static String sources(Project project) {
    return project.sources().stream().map(Path::toString).collect(joining(File.pathSeparator));
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
