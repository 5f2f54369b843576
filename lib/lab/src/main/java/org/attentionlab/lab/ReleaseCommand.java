package org.attentionlab.lab;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the students' bundle, and proves that it gives nothing away. */
@Command(
    name = "release",
    description = {
      "Make the students' bundle: lessons, exercises, library, kernel, public checks.",
      "It holds neither a solution nor a hidden test, which is checked on the finished file."
    },
    mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {

  private final Project project;

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The bundle (default: target/attention-lab-VERSION.zip).")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--check",
      paramLabel = "FILE",
      description = "Make none, and check one that is there.")
  private Optional<Path> check = Optional.empty();

  ReleaseCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() throws IOException {
    Path file =
        check
            .or(() -> out)
            .orElse(project.root().resolve("target/attention-lab-" + Lab.VERSION + ".zip"));
    int files = check.isPresent() ? 0 : Release.write(project, file);
    List<String> leaks = ReleaseCheck.of(project).leaksIn(file);
    PrintWriter terminal = spec.commandLine().getOut();
    if (!leaks.isEmpty()) {
      leaks.stream().limit(20).forEach(leak -> terminal.println("leak: " + leak));
      terminal.flush();
      throw new LabException(
          project.shown(file) + " gives " + leaks.size() + " things away; do not hand it out");
    }
    terminal.println(
        project.shown(file)
            + (files > 0 ? ": " + files + " files," : ":")
            + " no solution, no hidden test");
    terminal.flush();
    return 0;
  }
}
