package org.attentionlab.kernel.magic;

import java.util.ArrayList;
import java.util.Comparator;
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
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.magic.UndefinedMagicException;

/** The kernel's magics, by name. */
public final class Magics implements JavaSession.Magics {
  private static final Pattern BEGUN = Pattern.compile("(?:^|\\n|=)[ \\t]*(%%?)(\\w*)\\z");
  private static final Pattern ARGUMENTS =
      Pattern.compile("(?:^|\\n|=)[ \\t]*%(\\w+)[ \\t]([^\\n]*)\\z");
  private static final Pattern LINE = Pattern.compile("(?:^|\\n|=)[ \\t]*(%%?)(\\w+)[^\\n]*");
  private static final int CLOSE = 3;

  private final JavaKernel kernel;
  private final MagicsRegistry registry;

  /**
   * Registers the magics with a kernel.
   *
   * @param kernel that they act on
   */
  public Magics(JavaKernel kernel) {
    this.kernel = kernel;
    this.registry = kernel.getMagicsRegistry();
    ClasspathMagic classpath = new ClasspathMagic();
    MavenMagic maven = new MavenMagic();
    registry.registerLineMagic("classpath", classpath);
    registry.registerLineMagic("jars", classpath);
    registry.registerLineMagic("maven", maven);
    registry.registerLineMagic("addMavenDependency", maven);
    registry.registerLineMagic("mavenRepo", maven.repositories());
    registry.registerLineMagic("load", new LoadMagic());
    registry.registerLineMagic("lsmagic", (JavaKernel k, List<String> arguments) -> list());
  }

  @Override
  public Object line(String name, List<String> arguments) throws Exception {
    try {
      return registry.evalLineMagic(kernel, name, arguments);
    } catch (UndefinedMagicException e) {
      throw unknown("%", name, registry.getLineMagicNames());
    }
  }

  @Override
  public Object cell(String name, List<String> arguments, String body) throws Exception {
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
        return Optional.of(Inspection.of(List.of(MagicHelp.of(line.group(1), line.group(2)))));
      }
    }
    return Optional.empty();
  }

  private Set<String> names(String prefix) {
    return prefix.equals("%") ? registry.getLineMagicNames() : registry.getCellMagicNames();
  }

  private String list() {
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
    lines.addAll(list().lines().map(line -> "  " + line).toList());
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
