package org.attentionlab.kernel.session;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * Saves the values of variables that JShell declares anew.
 *
 * <p>When an import, a type or a method comes or changes, JShell declares all variables whose
 * declarations mention it anew, without a value. A variable whose type is still the same gets its
 * value back; one whose type is another class now cannot, and the user is told.
 */
final class Redefinitions {
  private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+\\$");

  private static final Comparator<Snippet> AS_DECLARED =
      Comparator.comparingInt((Snippet s) -> s.id().length()).thenComparing(Snippet::id);

  private final JShell shell;
  private final Variables variables;

  Redefinitions(JShell shell, Variables variables) {
    this.shell = shell;
    this.variables = variables;
  }

  /**
   * Gives variables their values back.
   *
   * @param events of one evaluation
   * @return what to tell the user, if variables are lost
   */
  Optional<String> repair(List<SnippetEvent> events) {
    Set<VarSnippet> touched = new LinkedHashSet<>();
    for (SnippetEvent event : events) {
      if (event.causeSnippet() != null
          && event.previousStatus() == Status.VALID
          && event.status() != Status.OVERWRITTEN
          && event.status() != Status.DROPPED
          && event.snippet() instanceof VarSnippet variable) {
        touched.add(variable);
      }
    }
    List<String> lost = new ArrayList<>();
    List<VarSnippet> inOrder = touched.stream().sorted(AS_DECLARED).toList();
    for (VarSnippet variable : inOrder) {
      Optional<Field> before = variables.before(variable.name());
      if (before.isPresent() && !isKept(variable, before.get())) {
        lost.add(variable.name());
      }
    }
    return lost.isEmpty() ? Optional.empty() : Optional.of(told(lost, cause(events)));
  }

  /** The last that came by itself: a type that an import replaces is dropped before it. */
  private static Snippet cause(List<SnippetEvent> events) {
    return events.stream()
        .filter(event -> event.causeSnippet() == null)
        .reduce((first, last) -> last)
        .orElse(events.get(0))
        .snippet();
  }

  private boolean isKept(VarSnippet variable, Field before) {
    Object value = Variables.get(before);
    String type = before.getGenericType().getTypeName();
    boolean declared = shell.status(variable) == Status.VALID;
    if (declared && carriedOver(variable.name(), type, value)) {
      return true;
    }
    // In the words of its class, so that it does not matter what is imported now.
    shell.eval(
        WRAPPER.matcher(type).replaceAll("").replace('$', '.') + " " + variable.name() + ";");
    return carriedOver(variable.name(), type, value) || value == null;
  }

  private boolean carriedOver(String name, String type, Object value) {
    Optional<Field> now = variables.now(name);
    if (now.isEmpty() || !now.get().getGenericType().getTypeName().equals(type)) {
      return false;
    }
    Variables.set(now.get(), value);
    return true;
  }

  private static String told(List<String> lost, Snippet cause) {
    String names = String.join(", ", lost);
    boolean one = lost.size() == 1;
    String reset = names + (one ? " was" : " were") + " reset to null: ";
    if (cause instanceof ImportSnippet i) {
      return reset
          + "import "
          + i.fullname()
          + " changed what "
          + (one ? "its" : "their")
          + " type means.";
    }
    String name = cause instanceof PersistentSnippet p ? p.name() : "it";
    String changed = cause instanceof MethodSnippet ? name + "()" : name;
    return reset
        + changed
        + ", which "
        + (one ? "it depends" : "they depend")
        + " on, was redefined.";
  }
}
