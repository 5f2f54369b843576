package org.attentionlab.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.attentionlab.notebook.Notebook;
import org.attentionlab.notebook.NotebookWriter;

/**
 * A file that is generated and that a learner works in.
 *
 * <p>Generating it again must not cost the learner's work. The command line keeps a copy of what it
 * generated last; a file that is no longer that copy has been worked in, and is kept under another
 * name.
 */
final class LearnersFile {

  private LearnersFile() {}

  static void replace(Path file, Notebook notebook, Project project) {
    replace(file, NotebookWriter.toJson(notebook), project);
  }

  static void replace(Path file, String content, Project project) {
    Path copy = project.state().resolve("generated").resolve(project.shown(file));
    try {
      String now = text(file);
      if (!now.isEmpty() && !now.equals(content) && !now.equals(text(copy))) {
        Files.move(file, free(file));
      }
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, content);
    } catch (IOException e) {
      throw new LabException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** The content; empty where there is no such file. */
  static String text(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private static Path free(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    for (int number = 1; ; number++) {
      Path candidate =
          file.resolveSibling(name.substring(0, dot) + ".mine-" + number + name.substring(dot));
      if (!Files.exists(candidate)) {
        return candidate;
      }
    }
  }
}
