package org.attentionlab.kernel.magic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The help on the kernel's own magics. */
final class Manual {
  private static final Map<String, ManualPage> PAGES = new LinkedHashMap<>();

  private static final Map<String, String> ALIASES =
      Map.of(
          "%addMavenDependency", "%maven",
          "%addMavenDependencies", "%maven",
          "%addMavenRepo", "%mavenRepo",
          "%magic", "%help");

  static {
    page(
        "%classpath",
        "%classpath PATH...",
        "Adds jars and directories of classes to the class path.",
        """
        A path may be a glob: * stands for any characters within a name, ? for one, and a / at the
        end for all that a directory holds. Relative paths begin at the notebook's directory; write
        / also on Windows. Gives the list of what was added.""",
        "%classpath ../lib/*.jar build/classes");
    page(
        "%jars",
        "%jars PATH...",
        "Adds jars to the class path.",
        """
        As %classpath, but a directory means the jars in it. Gives the list of what was added.""",
        "List<String> added = %jars libs");
    page(
        "%maven",
        "%maven [--from REPOSITORY]... [--offline] GROUP:ARTIFACT[:TYPE[:CLASSIFIER]]:VERSION...",
        "Adds artifacts, and all that they need to run, from Maven repositories.",
        """
        The local repository (~/.m2, or what its settings.xml or -Dmaven.repo.local says) comes
        first; what it has whole is used without a network. The others are Maven Central, those of
        %mavenRepo and those of active profiles in settings.xml, through its mirrors and proxies.
        --from asks only the repositories named, by id or address. --offline (-o) asks none.
        --verbose (-v) lists the jars. Gives the list of jars. Aliases: %addMavenDependency,
        %addMavenDependencies.""",
        "%maven org.apache.commons:commons-math3:3.6.1");
    page(
        "%mavenRepo",
        "%mavenRepo ID ADDRESS",
        "Adds a repository for %maven and %loadFromPOM to look in.",
        "Alias: %addMavenRepo.",
        "%mavenRepo ours https://repo.example.org/maven2");
    page(
        "%loadFromPOM",
        "%loadFromPOM FILE [SCOPE...]",
        "Adds the dependencies of a POM, and all that they need to run.",
        """
        Parents, properties, exclusions, imported BOMs and repositories count as they do for Maven;
        profiles of the POM stay off. Scopes are compile, runtime and system, if none is named.
        --verbose (-v) lists the jars. Gives the list of jars.""",
        "%loadFromPOM ../pom.xml");
    page(
        "%%loadFromPOM",
        "%%loadFromPOM [SCOPE...]",
        "As %loadFromPOM, for the POM that the rest of the cell is.",
        """
        It may be a whole <project>, or only elements of one, such as a README shows: <dependency>
        and <repository> need nothing around them.""",
        """
        %%loadFromPOM
        <dependency>
          <groupId>org.apache.commons</groupId>
          <artifactId>commons-math3</artifactId>
          <version>3.6.1</version>
        </dependency>""");
    page(
        "%load",
        "%load FILE",
        "Runs a Java or JShell file, or the code cells of a notebook, in this session.",
        """
        The endings .jsh, .jshell, .java, .ijava and .ipynb may be left out; they are tried in this
        order. Relative paths begin at the notebook's directory.""",
        "%load helpers.jshell");
    page(
        "%time",
        "%time CODE",
        "Runs one line of code and tells what it took; gives the code's value.",
        """
        Wall time, CPU time (of the cell's thread, and of the whole JVM with its compiler and
        collector) and bytes allocated. The first run of code is slow: Java compiles as it goes.""",
        "%time IntStream.range(0, 1_000_000).sum()");
    page(
        "%%time",
        "%%time",
        "As %time, for the rest of the cell.",
        "",
        "%%time\nvar numbers = new Random(1).doubles(1_000_000).sorted().toArray();");
    page("%lsmagic", "%lsmagic", "Lists the magics.", "", "%lsmagic");
    page(
        "%help",
        "%help [MAGIC]",
        "Tells how to use a magic, or, without a name, a line on each.",
        "A question mark behind a magic does the same: %maven? Alias: %magic.",
        "%help maven");
  }

  private Manual() {}

  private static void page(
      String magic, String usage, String summary, String details, String example) {
    PAGES.put(magic, new ManualPage(usage, summary, details, example));
  }

  /** The page of a magic, by its name with % or %%. */
  static Optional<ManualPage> page(String magic) {
    return Optional.ofNullable(PAGES.get(ALIASES.getOrDefault(magic, magic)));
  }

  /** Two lines that tell how a magic is used. */
  static Optional<String> usage(String magic) {
    return page(magic).map(ManualPage::brief);
  }

  /** A line on each. */
  static String contents() {
    int width = PAGES.keySet().stream().mapToInt(String::length).max().orElse(0);
    return PAGES.entrySet().stream()
        .map(e -> String.format("%-" + width + "s  %s", e.getKey(), e.getValue().summary()))
        .collect(Collectors.joining("\n"));
  }
}
