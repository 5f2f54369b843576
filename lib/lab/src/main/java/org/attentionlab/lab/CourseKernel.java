package org.attentionlab.lab;

import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import org.attentionlab.kernel.KernelCommand;
import org.attentionlab.kernel.KernelspecInstaller;

/** The kernel with the course's jars on its class path. */
final class CourseKernel {
  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  private CourseKernel() {}

  static KernelCommand command(Project project) {
    KernelCommand plain = KernelCommand.ofThisJava(List.of(project.jars() + "/*"));
    return new KernelCommand(plain.java(), plain.classpath(), fastNumerics());
  }

  /** What makes the library's kernels fast, where this JDK has it; else its plain loops run. */
  private static List<String> fastNumerics() {
    return ModuleFinder.ofSystem().find(VECTOR_MODULE).isPresent()
        ? List.of("--add-modules", VECTOR_MODULE)
        : List.of();
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
