package org.attentionlab.kernel.magic.maven;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/**
 * Makes a POM of what a README shows: loose dependency and repository elements are put where they
 * belong, and what a project must have is added.
 */
final class PomFragment {
  private static final Map<String, String> LOOSE =
      Map.of("dependency", "dependencies", "repository", "repositories");
  private static final Map<String, String> REQUIRED =
      Map.of(
          "modelVersion",
          "4.0.0",
          "groupId",
          "notebook",
          "artifactId",
          "cell",
          "version",
          "1",
          "packaging",
          "pom");

  private PomFragment() {}

  /**
   * A whole POM.
   *
   * @param text a project, or elements of one
   * @throws MavenException if it is not XML
   */
  static String complete(String text) {
    // The wrapper stands on the first line, so that errors count the user's lines.
    String body = text.stripLeading().startsWith("<?xml") ? withoutHeader(text) : text;
    Xpp3Dom wrapper = parse("<cell>" + body + "</cell>");
    if (wrapper.getChildCount() == 0) {
      throw new MavenException(
          "there is no XML element in the cell; it takes a POM, or loose <dependency> elements");
    }
    if (wrapper.getChild("project") != null) {
      if (wrapper.getChildCount() > 1) {
        throw new MavenException(
            "beside <project> stands "
                + Arrays.stream(wrapper.getChildren())
                    .map(Xpp3Dom::getName)
                    .filter(name -> !name.equals("project"))
                    .findFirst()
                    .map(name -> "<" + name + ">")
                    .orElse("another one")
                + "; it takes one POM, or elements without <project> around them");
      }
      return body.strip();
    }
    return assembled(wrapper).toString();
  }

  private static String withoutHeader(String text) {
    int end = text.indexOf("?>");
    return end < 0 ? text : text.substring(end + 2);
  }

  private static Xpp3Dom parse(String xml) {
    try {
      return Xpp3DomBuilder.build(new StringReader(xml));
    } catch (XmlPullParserException e) {
      throw new MavenException("this is not well-formed XML: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Xpp3Dom assembled(Xpp3Dom wrapper) {
    Xpp3Dom project = new Xpp3Dom("project");
    for (Xpp3Dom child : wrapper.getChildren()) {
      String group = LOOSE.get(child.getName());
      if (group != null) {
        child(project, group).addChild(child);
      } else if (LOOSE.containsValue(child.getName())) {
        Arrays.stream(child.getChildren()).forEach(child(project, child.getName())::addChild);
      } else {
        project.addChild(child);
      }
    }
    REQUIRED.forEach(
        (name, value) -> {
          if (project.getChild(name) == null) {
            child(project, name).setValue(value);
          }
        });
    return project;
  }

  private static Xpp3Dom child(Xpp3Dom parent, String name) {
    Xpp3Dom found = parent.getChild(name);
    if (found == null) {
      found = new Xpp3Dom(name);
      parent.addChild(found);
    }
    return found;
  }
}
