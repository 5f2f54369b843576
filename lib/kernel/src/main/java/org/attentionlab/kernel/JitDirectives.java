package org.attentionlab.kernel;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps the JVM's optimizing compiler (C2) away from javac and JShell.
 *
 * <p>Otherwise it works on them for the first hundreds of cells, on a core that these need: what it
 * makes pays only after thousands. The quick compiler (C1) still compiles them; everything else,
 * the user's code and all libraries, is optimized as ever.
 *
 * <p>The JVM takes such directives from a file named on its command line, too, but then tells of it
 * on the screen, and does not start without the file. So they are given here, in the way of the
 * tool jcmd, by classes of the JDK that are not public. Where they are not as expected, all works
 * as well, only later.
 */
final class JitDirectives {
  /** The system property that names the file of directives. */
  static final String PROPERTY = "attentionlab.directives";

  /** The JVM options that open what is used. */
  static final List<String> OPENS =
      List.of(
          "--add-opens=java.management/sun.management=ALL-UNNAMED",
          "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");

  private static final String DIRECTIVES =
      """
      [
        {
          match: [
            "com/sun/tools/javac/*.*",
            "jdk/jshell/*.*",
            "jdk/internal/jimage/*.*",
            "jdk/internal/jrtfs/*.*",
            "jdk/internal/org/objectweb/asm/*.*"
          ],
          c2: { Exclude: true }
        }
      ]
      """;

  private JitDirectives() {}

  /** Writes the file of directives. */
  static void write(Path file) throws IOException {
    Files.writeString(file, DIRECTIVES);
  }

  /** Gives this JVM the directives of the file that the system property names, if it names one. */
  static void apply() {
    String file = System.getProperty(PROPERTY);
    if (file == null) {
      return;
    }
    try {
      // Loads the native library.
      Class.forName("com.sun.management.internal.PlatformMBeanProviderImpl");
      Method management =
          Class.forName("sun.management.ManagementFactoryHelper")
              .getDeclaredMethod("getVMManagement");
      management.setAccessible(true);
      Class<?> commands = Class.forName("com.sun.management.internal.DiagnosticCommandImpl");
      Constructor<?> constructor = commands.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      Method execute = commands.getDeclaredMethod("executeDiagnosticCommand", String.class);
      execute.setAccessible(true);
      Object ignored =
          execute.invoke(
              constructor.newInstance(management.invoke(null)),
              "Compiler.directives_add \"" + file + "\"");
    } catch (ReflectiveOperationException | InaccessibleObjectException | LinkageError e) {
      // Then javac is optimized like the rest.
    }
  }
}
