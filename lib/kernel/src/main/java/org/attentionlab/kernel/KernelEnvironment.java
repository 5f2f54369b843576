package org.attentionlab.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attentionlab.kernel.session.MagicArguments;
import org.attentionlab.kernel.session.StatementLimit;

/**
 * The environment variables that a user may set for the kernel.
 *
 * <p>Each has three names, so that what was set for another kernel counts here too: ATTENTIONLAB_X,
 * then JJAVA_X, then IJAVA_X. The first that is set counts, also when it is empty; the others are
 * not looked at.
 *
 * <p>Variables for the JVM are not here: {@link KernelCommand} puts them on the command line.
 */
public final class KernelEnvironment {
  private static final List<String> PREFIXES = List.of("ATTENTIONLAB_", "JJAVA_", "IJAVA_");
  private static final Pattern DURATION = Pattern.compile("\\s*(-?\\d{1,15})\\s*([A-Za-z]*)\\s*");

  private final Map<String, String> variables;

  /**
   * Reads an environment.
   *
   * @param variables as in {@link System#getenv()}
   */
  public KernelEnvironment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  private record Variable(String name, String value) {}

  private Optional<Variable> variable(String suffix) {
    return PREFIXES.stream()
        .map(prefix -> prefix + suffix)
        .filter(variables::containsKey)
        .findFirst()
        .map(name -> new Variable(name, variables.get(name)));
  }

  private String value(String suffix) {
    return variable(suffix).map(Variable::value).orElse("");
  }

  /** COMPILER_OPTS: options for the compiler, divided by blanks; quotes keep a word together. */
  List<String> compilerOptions() {
    return MagicArguments.split(value("COMPILER_OPTS"));
  }

  /**
   * TIMEOUT: how long a statement may run; milliseconds, or with a unit as in "30 SECONDS".
   *
   * @return empty for no limit, which is what a number below 1 means too
   * @throws IllegalArgumentException if it is neither
   */
  Optional<StatementLimit> timeout() {
    return variable("TIMEOUT")
        .filter(variable -> !variable.value().isBlank())
        .flatMap(KernelEnvironment::limit);
  }

  private static Optional<StatementLimit> limit(Variable variable) {
    Matcher parts = DURATION.matcher(variable.value());
    if (!parts.matches()) {
      throw wrongDuration(variable);
    }
    long amount = Long.parseLong(parts.group(1));
    try {
      TimeUnit unit =
          parts.group(2).isEmpty()
              ? TimeUnit.MILLISECONDS
              : TimeUnit.valueOf(parts.group(2).toUpperCase(Locale.ROOT));
      return amount < 1
          ? Optional.empty()
          : Optional.of(new StatementLimit(unit.toMillis(amount), variable.name()));
    } catch (IllegalArgumentException e) {
      throw wrongDuration(variable);
    }
  }

  private static IllegalArgumentException wrongDuration(Variable variable) {
    return new IllegalArgumentException(
        variable.name()
            + " is \""
            + variable.value()
            + "\"; it takes milliseconds, as in 30000, or a number and a unit, as in \"30 SECONDS\"");
  }

  /** CLASSPATH: globs, divided as a class path is; what matches nothing is left out. */
  List<String> classpath() {
    return globs("CLASSPATH").flatMap(glob -> Globs.paths(glob).stream()).toList();
  }

  /** LOAD_EXTENSIONS: false if it is set to 0, false or nothing. */
  boolean loadsExtensions() {
    return variable("LOAD_EXTENSIONS")
        .map(variable -> variable.value().strip())
        .map(v -> !v.isEmpty() && !v.equals("0") && !v.equalsIgnoreCase("false"))
        .orElse(true);
  }

  /**
   * A piece of code to run before the first cell.
   *
   * @param origin the variable or the file that it is from
   * @param code Java and magics
   */
  record Startup(String origin, String code) {}

  /** STARTUP_SCRIPTS_PATH, globs of files, then STARTUP_SCRIPT, which is code itself. */
  List<Startup> startup() throws IOException {
    List<Startup> scripts = new ArrayList<>();
    for (String file :
        globs("STARTUP_SCRIPTS_PATH").flatMap(g -> Globs.paths(g).stream()).toList()) {
      if (Files.isRegularFile(Path.of(file))) {
        scripts.add(new Startup(file, Files.readString(Path.of(file))));
      }
    }
    variable("STARTUP_SCRIPT")
        .filter(variable -> !variable.value().isBlank())
        .ifPresent(variable -> scripts.add(new Startup(variable.name(), variable.value())));
    return scripts;
  }

  /**
   * Variables that are set and cannot be heeded: those for the JVM, where no shell starts it.
   *
   * @param shell whether {@link KernelCommand} went through a shell
   */
  List<String> unheeded(boolean shell) {
    return shell
        ? List.of()
        : KernelCommand.VARIABLES.stream().filter(variables::containsKey).toList();
  }

  private Stream<String> globs(String suffix) {
    return Stream.of(value(suffix).split(Pattern.quote(File.pathSeparator)))
        .map(String::strip)
        .filter(glob -> !glob.isEmpty());
  }
}
