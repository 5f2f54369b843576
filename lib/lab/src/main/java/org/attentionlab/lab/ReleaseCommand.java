package org.attentionlab.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes what students get. */
@Command(
    name = "release",
    description = {
      "Make the students' archive: lessons, exercises, the built course and its kernel.",
      "It is refused where anything of the solutions is found in it."
    },
    mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {

  private final Project project;

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      defaultValue = "target/release",
      description = "Folder for the archive (default: ${DEFAULT-VALUE}).")
  private Path out;

  ReleaseCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() throws IOException {
    StudentBundle bundle = new StudentBundle(project, Lab.VERSION);
    Path archive =
        project.root().resolve(out).resolve(bundle.folder() + "-student.zip").toAbsolutePath();
    Files.createDirectories(archive.getParent());
    Path unproven = archive.resolveSibling(bundle.folder() + "-unproven.zip");
    try {
      bundle.write(unproven);
      List<String> problems = BundleCheck.problems(project, unproven);
      if (!problems.isEmpty()) {
        throw new LabException(
            "the archive would give solutions away, so there is none. Make the exercises again"
                + " with ./lab build, then look at\n  "
                + String.join("\n  ", problems));
      }
      Files.move(unproven, archive, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unproven);
    }
    PrintWriter writer = spec.commandLine().getOut();
    writer.printf(
        Locale.ROOT,
        "%s (%d MB): nothing of the solutions is in it%n",
        project.shown(archive),
        Math.round(Files.size(archive) / 1e6));
    writer.flush();
    return 0;
  }
}
