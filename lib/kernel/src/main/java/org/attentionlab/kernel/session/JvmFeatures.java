package org.attentionlab.kernel.session;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Makes the compiler follow the JVM: what the JVM was started with, code in cells may use.
 *
 * <p>So a flag for the JVM, however it came there, is the only switch for an incubator module or
 * for preview features.
 */
final class JvmFeatures {
  private static final int PREVIEW_MINOR = 0xFFFF << 16;

  /** Class files of Java 1 have major version 45. */
  private static final int MAJOR_BEFORE_JAVA_1 = 44;

  private JvmFeatures() {}

  /**
   * Adds to the user's options for the compiler what this JVM asks for.
   *
   * @param chosen the user's
   * @throws IllegalArgumentException if they ask for preview features that the JVM would refuse
   */
  static List<String> compilerOptions(List<String> chosen) {
    List<String> options = new ArrayList<>(chosen);
    ModuleLayer.boot().modules().stream()
        .map(Module::getName)
        .filter(name -> name.startsWith("jdk.incubator."))
        .sorted()
        .forEach(name -> options.addAll(List.of("--add-modules", name)));
    boolean preview = hasPreview();
    if (chosen.contains("--enable-preview") && !preview) {
      throw new IllegalArgumentException(
          "the compiler is told to --enable-preview, the JVM is not; set ATTENTIONLAB_PREVIEW=true"
              + " (or JDK_JAVA_OPTIONS=--enable-preview), which tells both");
    }
    if (preview) {
      if (!chosen.contains("--enable-preview")) {
        options.add("--enable-preview");
      }
      if (chosen.stream().noneMatch(o -> o.matches("--release.*|--?source.*"))) {
        options.addAll(List.of("--release", Integer.toString(Runtime.version().feature())));
      }
    }
    return options;
  }

  /** Whether this JVM loads classes that use preview features: it is shown one. */
  private static boolean hasPreview() {
    ClassWriter probe = new ClassWriter(0);
    probe.visit(
        (Runtime.version().feature() + MAJOR_BEFORE_JAVA_1) | PREVIEW_MINOR,
        Opcodes.ACC_SUPER,
        JvmFeatures.class.getPackageName().replace('.', '/') + "/PreviewProbe",
        null,
        "java/lang/Object",
        null);
    probe.visitEnd();
    try {
      MethodHandles.lookup().defineClass(probe.toByteArray());
      return true;
    } catch (UnsupportedClassVersionError e) {
      return false;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
