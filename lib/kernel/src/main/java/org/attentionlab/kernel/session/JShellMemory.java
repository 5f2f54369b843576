package org.attentionlab.kernel.session;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * Makes JShell forget snippets that nothing can refer to any more.
 *
 * <p>JShell keeps the source, the wrapping and the class file of every snippet for ever, and looks
 * at all of them for each new one, so a long session becomes slow and large. Nothing public lets go
 * of them; so this reaches into its maps, which needs {@link #OPEN} among the JVM's options. Where
 * they are not as expected, the session works as before and merely grows.
 */
final class JShellMemory {
  /** The JVM option that opens JShell's maps. */
  static final String OPEN = "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED";

  /** So many are kept after their time, so that errors from them still tell their lines. */
  private static final int KEPT = 256;

  private final Set<Snippet> snippets;
  private final List<Snippet> byIndex;
  private final Map<String, Set<Integer>> dependents;
  private final Map<String, ?> wrappings;
  private final SortedMap<String, ?> classFiles;
  private final Map<String, ?> tracked;
  private final SnippetOrigins origins;
  private final Function<Snippet, String> classNames;
  private final Deque<Old> old = new ArrayDeque<>();
  private int forgotten;

  private record Old(Snippet snippet, String className) {}

  @SuppressWarnings("unchecked") // the types are those of all JDKs so far
  private JShellMemory(JShell shell, SnippetOrigins origins, Function<Snippet, String> classNames)
      throws ReflectiveOperationException {
    Object maps = field(shell, "maps");
    snippets = (Set<Snippet>) field(maps, "snippets");
    byIndex = (List<Snippet>) field(maps, "keyIndexToSnippet");
    dependents = (Map<String, Set<Integer>>) field(maps, "dependencies");
    wrappings = (Map<String, ?>) field(field(shell, "outerMap"), "classOuters");
    Object files = field(field(shell, "taskFactory"), "fileManager");
    classFiles = (SortedMap<String, ?>) field(files, "classObjects");
    tracked = (Map<String, ?>) field(field(shell, "classTracker"), "map");
    this.origins = origins;
    this.classNames = classNames;
  }

  /**
   * The memory of a JShell; empty where it cannot be reached.
   *
   * @param classNames gives the full name of the class that JShell put a snippet in
   */
  static Optional<JShellMemory> of(
      JShell shell, SnippetOrigins origins, Function<Snippet, String> classNames) {
    try {
      return Optional.of(new JShellMemory(shell, origins, classNames));
    } catch (ReflectiveOperationException | ClassCastException | InaccessibleObjectException e) {
      return Optional.empty();
    }
  }

  private static Object field(Object owner, String name) throws ReflectiveOperationException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }

  /**
   * Forgets a snippet by and by.
   *
   * @param snippet that no later code can name: a statement, or what was dropped or replaced
   */
  void retire(Snippet snippet) {
    old.addLast(new Old(snippet, classNames.apply(snippet)));
    while (old.size() > KEPT) {
      forget(old.removeFirst());
    }
  }

  private void forget(Old gone) {
    snippets.remove(gone.snippet());
    int index = Integer.parseInt(gone.snippet().id());
    Snippet now = byIndex.get(index);
    if (gone.snippet().equals(now)) {
      byIndex.set(index, null);
      origins.remove(gone.snippet().id());
      forgetClass(gone.className());
    } else if (now == null || !gone.className().equals(classNames.apply(now))) {
      // Not where a declaration was repeated so that JShell kept its class.
      forgetClass(gone.className());
    }
    forgotten++;
    if (forgotten % KEPT == 0) {
      dependents.values().removeIf(this::isUnused);
    }
  }

  private void forgetClass(String name) {
    wrappings.remove(name.substring(name.lastIndexOf('.') + 1));
    Set<String> nested = classFiles.subMap(name + "$", name + "%").keySet();
    tracked.keySet().removeAll(List.copyOf(nested));
    nested.clear();
    classFiles.remove(name);
    tracked.remove(name);
  }

  private boolean isUnused(Set<Integer> indexes) {
    indexes.removeIf(i -> byIndex.get(i) == null);
    return indexes.isEmpty();
  }
}
