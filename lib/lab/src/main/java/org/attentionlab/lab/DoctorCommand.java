package org.attentionlab.lab;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what the course needs, what is there, and how to get what is missing. */
@Command(
    name = "doctor",
    description = "Say what is missing on this machine, and how to get it.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  private final Project project;

  @Spec private CommandSpec spec;

  DoctorCommand(Project project) {
    this.project = project;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Finding> findings = Diagnosis.all(project);
    for (Finding finding : findings) {
      out.printf("%s %-14s %s%n", finding.mark(), finding.what(), finding.found());
      if (!finding.repair().isEmpty()) {
        out.println("    " + finding.repair());
      }
    }
    out.flush();
    return findings.stream().anyMatch(Finding::blocks) ? 1 : 0;
  }
}
