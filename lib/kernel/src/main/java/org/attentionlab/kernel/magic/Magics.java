package org.attentionlab.kernel.magic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attentionlab.kernel.JavaKernel;
import org.attentionlab.kernel.session.CellFailure;
import org.attentionlab.kernel.session.Completer.Completion;
import org.attentionlab.kernel.session.Inspection;
import org.attentionlab.kernel.session.JavaSession;
import org.attentionlab.kernel.session.Option;
import org.dflib.jjava.jupyter.kernel.magic.CellMagic;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.magic.UndefinedMagicException;

/** The kernel's magics, by name. */
public final class Magics implements JavaSession.Magics {
  private static final Pattern BEGUN = Pattern.compile("(?:^|\\n|=)[ \\t]*(%%?)(\\w*)\\z");
  private static final Pattern ARGUMENTS =
      Pattern.compile("(?:^|\\n|=)[ \\t]*%(\\w+)[ \\t]([^\\n]*)\\z");
  private static final Pattern LINE = Pattern.compile("(?:^|\\n|=)[ \\t]*(%%?)(\\w+)[^\\n]*");
  private static final int CLOSE = 3;

  /** The arguments of {@code %name?}. */
  private static final List<String> HELP = List.of("?");

  private final JavaKernel kernel;

  /**
   * Magics whose list of paths is for who asks for it; below a cell it would only be in the way.
   */
  private final Set<String> quiet = new HashSet<>();

  private final MagicsRegistry registry;

  /**
   * Registers the magics with a kernel.
   *
   * @param kernel that they act on
   */
  public Magics(JavaKernel kernel) {
    this.kernel = kernel;
    this.registry = kernel.getMagicsRegistry();
    ArtifactMagics artifacts = new ArtifactMagics();
    TimeMagic time = new TimeMagic();
    addsPaths("classpath", ClasspathMagic.classpath());
    addsPaths("jars", ClasspathMagic.jars());
    addsPaths("maven", artifacts::maven);
    addsPaths("addMavenDependency", artifacts::maven);
    addsPaths("addMavenDependencies", artifacts::maven);
    addsPaths("loadFromPOM", artifacts::pom);
    registry.registerCellMagic("loadFromPOM", (CellMagic<?, JavaKernel>) artifacts::pomCell);
    line("mavenRepo", artifacts::repository);
    line("addMavenRepo", artifacts::repository);
    line("load", new LoadMagic());
    line("time", time);
    registry.registerCellMagic("time", time);
    line("lsmagic", (k, arguments) -> names());
    line("help", (k, arguments) -> help(arguments));
    line("magic", (k, arguments) -> help(arguments));
  }

  private void line(String name, LineMagic<?, JavaKernel> magic) {
    registry.registerLineMagic(name, magic);
  }

  private void addsPaths(String name, LineMagic<List<String>, JavaKernel> magic) {
    line(name, magic);
    quiet.add(name);
  }

  @Override
  public Object statement(String name, List<String> arguments) throws Exception {
    Object value = line(name, arguments);
    return quiet.contains(name) && value instanceof List<?> ? null : value;
  }

  /**
   * Runs a line magic for its value.
   *
   * @param name without the percent sign
   * @param arguments of the magic
   * @return may be null
   */
  public Object line(String name, List<String> arguments) throws Exception {
    if (arguments.equals(HELP)) {
      return help("%", name, registry.getLineMagicNames());
    }
    try {
      return registry.evalLineMagic(kernel, name, arguments);
    } catch (UndefinedMagicException e) {
      throw unknown("%", name, registry.getLineMagicNames());
    }
  }

  @Override
  public Object cell(String name, List<String> arguments, String body) throws Exception {
    if (arguments.equals(HELP)) {
      return help("%%", name, registry.getCellMagicNames());
    }
    try {
      return registry.evalCellMagic(kernel, name, arguments, body);
    } catch (UndefinedMagicException e) {
      throw unknown("%%", name, registry.getCellMagicNames());
    }
  }

  /** Proposes names where a magic begins, and files behind it; empty where none is. */
  public Optional<Completion> complete(String code, int cursor) {
    String before = code.substring(0, cursor);
    Matcher begun = BEGUN.matcher(before);
    if (begun.find()) {
      List<Option> options =
          new TreeSet<>(names(begun.group(1)))
              .stream()
                  .filter(name -> name.startsWith(begun.group(2)))
                  .map(name -> new Option(begun.group(1) + name, "magic"))
                  .toList();
      return Optional.of(new Completion(options, begun.start(1)));
    }
    Matcher arguments = ARGUMENTS.matcher(before);
    return arguments.find() && names("%").contains(arguments.group(1))
        ? Optional.of(
            MagicPaths.takesFiles(arguments.group(1))
                ? MagicPaths.complete(arguments.group(1), before, arguments.start(2))
                : new Completion(List.of(), cursor))
        : Optional.empty();
  }

  /** Tells of the magic on whose line the cursor is; empty where there is none. */
  public Optional<Inspection> inspect(String code, int cursor) {
    Matcher line = LINE.matcher(code);
    while (line.find()) {
      boolean here = line.start(1) <= cursor && cursor <= line.end();
      if (here && names(line.group(1)).contains(line.group(2))) {
        return Optional.of(inspection(line.group(1), line.group(2)));
      }
    }
    return Optional.empty();
  }

  private Set<String> names(String prefix) {
    return prefix.equals("%") ? registry.getLineMagicNames() : registry.getCellMagicNames();
  }

  private Inspection inspection(String prefix, String name) {
    String text = help(prefix, name, names(prefix));
    return new Inspection(text, "<pre>" + Inspection.escape(text) + "</pre>");
  }

  private String help(List<String> names) {
    if (names.isEmpty()) {
      return Manual.contents();
    }
    if (names.size() > 1) {
      throw MagicErrors.usage("%help", "takes one name.");
    }
    String name = names.get(0).replaceFirst("^%+", "");
    boolean alsoCell = registry.getCellMagicNames().contains(name);
    boolean alsoLine = registry.getLineMagicNames().contains(name);
    String asLine = alsoLine || !alsoCell ? help("%", name, registry.getLineMagicNames()) : "";
    String asCell = alsoCell ? help("%%", name, registry.getCellMagicNames()) : "";
    return (asLine + "\n\n" + asCell).strip();
  }

  private String help(String prefix, String name, Set<String> known) {
    if (!known.contains(name)) {
      throw unknown(prefix, name, known);
    }
    return Manual.page(prefix + name)
        .map(ManualPage::whole)
        .orElse(prefix + name + " was registered by a library or by code; there is no help on it.");
  }

  private String names() {
    return "Line magics: "
        + joined("%", registry.getLineMagicNames())
        + "\nCell magics: "
        + joined("%%", registry.getCellMagicNames());
  }

  private static String joined(String prefix, Set<String> names) {
    String all =
        new TreeSet<>(names).stream().map(name -> prefix + name).collect(Collectors.joining(", "));
    return all.isEmpty() ? "none" : all;
  }

  private CellFailure unknown(String prefix, String name, Set<String> known) {
    List<String> lines = new ArrayList<>();
    lines.add("there is no magic " + prefix + name);
    known.stream()
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
        .filter(candidate -> distance(name, candidate) <= CLOSE)
        .ifPresent(candidate -> lines.add("  Did you mean " + prefix + candidate + "?"));
    lines.addAll(names().lines().map(line -> "  " + line).toList());
    return new CellFailure("UndefinedMagic", String.join("\n", lines));
  }

  /** How many letters to change, add or leave out to come from one word to the other. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same =
            Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
        int changed = diagonal + (same ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
