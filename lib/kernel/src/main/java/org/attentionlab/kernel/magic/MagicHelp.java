package org.attentionlab.kernel.magic;

import java.util.Map;
import org.attentionlab.kernel.session.Inspection.Section;

/** What is told of a magic. */
final class MagicHelp {
  private static final Map<String, Section> KNOWN =
      Map.of(
          "classpath",
          section(
              "%classpath GLOB...",
              "Makes jars and folders of classes known to the code below. <code>*</code> stands"
                  + " for any name. Relative paths begin in the notebook's folder."
                  + "<pre>%classpath ../lib/*.jar</pre>"),
          "jars",
          section("%jars GLOB...", "The same as <code>%classpath</code>."),
          "maven",
          section(
              "%maven GROUP:ARTIFACT:VERSION...",
              "Fetches artifacts and what they need, from the local repository or else from Maven"
                  + " Central, and makes them known to the code below."
                  + "<pre>%maven org.apache.commons:commons-math3:3.6.1</pre>"),
          "addMavenDependency",
          section(
              "%addMavenDependency GROUP:ARTIFACT:VERSION...", "The same as <code>%maven</code>."),
          "mavenRepo",
          section(
              "%mavenRepo ID URL",
              "Adds a repository that <code>%maven</code> looks in."
                  + "<pre>%mavenRepo ours https://repo.example/maven</pre>"),
          "load",
          section(
              "%load FILE",
              "Runs a Java or JShell file, or the code cells of a notebook, as if its text stood"
                  + " here.<pre>%load helpers.jshell</pre>"),
          "lsmagic",
          section("%lsmagic", "Lists the magics."));

  private MagicHelp() {}

  private static Section section(String usage, String html) {
    return new Section(usage, html, "");
  }

  /** About a magic that is registered; one of an extension's may have no text. */
  static Section of(String prefix, String name) {
    Section known = prefix.equals("%") ? KNOWN.get(name) : null;
    return known == null ? section(prefix + name, "A magic that an extension brought.") : known;
  }
}
