package org.attentionlab.lab;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.attentionlab.kernel.KernelCommand;
import org.attentionlab.kernel.KernelspecInstaller;

/** The kernel with the course's jars on its class path. */
final class CourseKernel {

  private CourseKernel() {}

  static KernelCommand command(Project project) {
    return KernelCommand.ofThisJava(List.of(project.jars() + "/*"));
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
