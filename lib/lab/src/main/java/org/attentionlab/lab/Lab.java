package org.attentionlab.lab;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.attentionlab.grading.GradingException;
import org.attentionlab.numerics.Numerics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line: holds the commands and turns whatever goes wrong into one clear message. */
@Command(
    name = "lab",
    description = "Attention Lab: a course on attention and Transformers in Jupyter, in Java.",
    mixinStandardHelpOptions = true,
    version = "Attention Lab " + Lab.VERSION,
    synopsisSubcommandLabel = "COMMAND")
public final class Lab implements Runnable {

  static final String VERSION = "0.1.0";

  @Option(
      names = "--debug",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean debug;

  private CommandLine commandLine;

  private Lab() {}

  /**
   * Runs a command and ends the JVM with its exit code.
   *
   * @param root the project's folder
   * @param args the command and its options
   */
  public static void main(Path root, String[] args) {
    // Grading reckons little: the plain kernels do, chosen here so that no notice tells of them.
    System.setProperty(Numerics.PROPERTY, System.getProperty(Numerics.PROPERTY, "plain"));
    System.exit(commandLine(new Project(root)).execute(args));
  }

  /** All commands over a project; whoever runs it may send its output elsewhere. */
  static CommandLine commandLine(Project project) {
    Lab lab = new Lab();
    CommandLine line = new CommandLine(lab);
    line.addSubcommand(new StartCommand(project));
    line.addSubcommand(new RunCommand(project));
    line.addSubcommand(new BuildCommand(project));
    line.addSubcommand(new GradeCommand(project));
    line.addSubcommand(new ReleaseCommand(project));
    line.addSubcommand(new HtmlCommand(project));
    line.addSubcommand(new DoctorCommand(project));
    line.setExecutionExceptionHandler((failure, command, parsed) -> lab.explain(failure, command));
    lab.commandLine = line;
    return line;
  }

  @Override
  public void run() {
    commandLine.usage(commandLine.getOut());
  }

  private int explain(Exception failure, CommandLine command) {
    PrintWriter err = command.getErr();
    if (debug) {
      failure.printStackTrace(err);
    } else if (failure instanceof GradingException) {
      err.println("lab " + failure.getMessage());
    } else if (failure instanceof LabException) {
      err.println("lab " + command.getCommandName() + ": " + failure.getMessage());
    } else {
      err.println("lab " + command.getCommandName() + ": " + failure);
      err.println("This is a fault of ours; with --debug it shows where.");
    }
    err.flush();
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
