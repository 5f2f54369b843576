package org.attentionlab.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.attentionlab.notebook.Cell;
import org.attentionlab.site.Chapter;
import org.attentionlab.site.Page;
import org.attentionlab.site.Site;
import org.attentionlab.site.SiteException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Exports the course as a static site. */
@Command(
    name = "html",
    description = {
      "Export lessons and exercises, with the outputs that they hold, as web pages.",
      "The folder needs no server and no network."
    },
    mixinStandardHelpOptions = true)
final class HtmlCommand implements Callable<Integer> {

  private static final String INTRODUCTION =
      """
      # Attention Lab

      A course on attention and Transformers. Here it is to be read, with all its outputs; the
      interactive views work. To run the cells and to have exercises checked, clone the course and
      type `./lab start`.
      """;

  private final Project project;

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where to write (default: target/site).")
  private Optional<Path> out = Optional.empty();

  HtmlCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    Path folder = out.orElse(project.root().resolve("target/site"));
    List<Chapter> chapters = project.lessons().stream().map(this::chapter).toList();
    List<Page> documents = project.documents().stream().map(this::document).toList();
    try {
      new Site("Attention Lab", INTRODUCTION, chapters, documents).write(folder);
    } catch (SiteException e) {
      throw new LabException(e.getMessage(), e);
    }
    PrintWriter writer = spec.commandLine().getOut();
    writer.println("The course is in " + project.shown(folder.resolve("index.html")));
    writer.flush();
    return 0;
  }

  private Chapter chapter(Lesson lesson) {
    Page page = page(lesson.notebook(project), lesson.title());
    Path exercises = lesson.exercises(project);
    return new Chapter(
        page,
        Files.exists(exercises)
            ? Optional.of(page(exercises, "Exercises: " + lesson.title()))
            : Optional.empty());
  }

  private Page page(Path notebook, String title) {
    if (!Files.exists(notebook)) {
      throw new LabException(
          "there is no " + project.shown(notebook) + "; make it with ./lab build");
    }
    return new Page(project.shown(notebook), title, Notebooks.read(notebook).cells());
  }

  private Page document(Path file) {
    String text = read(file);
    String title = text.lines().filter(l -> l.startsWith("# ")).findFirst().orElse("# " + file);
    return new Page(
        project.shown(file), title.substring(2), List.of(Cell.markdown("document", text)));
  }

  private String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new LabException("cannot read " + project.shown(file) + ": " + e.getMessage(), e);
    }
  }
}
