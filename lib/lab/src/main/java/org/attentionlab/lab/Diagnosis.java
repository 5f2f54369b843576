package org.attentionlab.lab;

import java.awt.Font;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.attentionlab.grading.remote.BubblewrapLauncher;

/** Looks at the machine. */
final class Diagnosis {

  private Diagnosis() {}

  static List<Finding> all(Project project) {
    return List.of(jdk(), python(), jupyter(project), fonts(), sandbox());
  }

  private static Finding jdk() {
    String version = System.getProperty("java.version") + ", " + System.getProperty("java.vendor");
    if (ToolProvider.getSystemJavaCompiler() == null) {
      return Finding.missing(
          "JDK", version + ", without a compiler", "Install a JDK (not a JRE), 17 or newer.");
    }
    return Finding.good("JDK", version);
  }

  private static Finding python() {
    Optional<Python> python = Python.find();
    if (python.isEmpty()) {
      return Finding.optional(
          "Python",
          "none of 3.10 or newer found",
          "JupyterLab needs it (Debian: apt-get install python3-venv; macOS: brew install python;"
              + " Windows: winget install Python.Python.3.12). All but the browser works without.");
    }
    return Finding.good("Python", python.get().version());
  }

  private static Finding jupyter(Project project) {
    Path venv = project.state().resolve("venv");
    return Files.isDirectory(venv)
        ? Finding.good("JupyterLab", "installed in " + project.shown(venv))
        : Finding.optional("JupyterLab", "not installed yet", "./lab start installs it.");
  }

  private static Finding fonts() {
    try {
      Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
      int missing = font.canDisplayUpTo("softmax");
      return missing < 0
          ? Finding.good("Fonts", "plots can draw text; Chinese comes with the course")
          : Finding.missing("Fonts", "no font draws Latin letters", "Install fonts-dejavu-core.");
    } catch (LinkageError | RuntimeException noFonts) {
      return Finding.missing(
          "Fonts",
          "Java cannot draw text: " + noFonts.getMessage(),
          "Install fontconfig and a font (Debian: apt-get install fontconfig fonts-dejavu-core).");
    }
  }

  private static Finding sandbox() {
    return BubblewrapLauncher.find().isPresent()
        ? Finding.good("Sandbox", "bubblewrap; submissions run in it")
        : Finding.optional(
            "Sandbox",
            "none: " + BubblewrapLauncher.missing(),
            "Without it, grade only submissions that you trust, with --trust-submissions.");
  }
}
