package org.attentionlab.lab;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.attentionlab.kernel.KernelCommand;
import org.attentionlab.kernel.KernelspecInstaller;
import org.attentionlab.kernel.doc.Sources;

/** The kernel with the course's jars on its class path. */
final class CourseKernel {
  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  private CourseKernel() {}

  static KernelCommand command(Project project) {
    KernelCommand plain = KernelCommand.ofThisJava(List.of(project.jars() + "/*"));
    List<String> options = new ArrayList<>(fastNumerics());
    options.add("-D" + Sources.PROPERTY + "=" + sources(project));
    return new KernelCommand(plain.java(), plain.classpath(), options);
  }

  /** Where the kernel's help reads the library's Javadoc. */
  private static String sources(Project project) {
    return project.sources().stream().map(Path::toString).collect(joining(File.pathSeparator));
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
