package org.attentionlab.kernel.session;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the compiler follow the JVM: what the JVM was started with, code in cells may use.
 *
 * <p>So a flag for the JVM, however it came there, is the only switch for an incubator module or
 * for preview features.
 */
final class JvmFeatures {
  private static final int PREVIEW_MINOR = 0xFFFF;
  private static final int CONSTANT_UTF8 = 1;
  private static final int CONSTANT_CLASS = 7;
  private static final int ACC_SUPER = 0x20;

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
    try {
      MethodHandles.lookup().defineClass(emptyPreviewClass());
      return true;
    } catch (UnsupportedClassVersionError e) {
      return false;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Written by hand, as a start should not wait for a library to be loaded for it. */
  private static byte[] emptyPreviewClass() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(0xCAFEBABE);
      out.writeShort(PREVIEW_MINOR);
      out.writeShort(Runtime.version().feature() + MAJOR_BEFORE_JAVA_1);
      // The constants: this class and its superclass, each a class by the name before it.
      out.writeShort(5);
      out.writeByte(CONSTANT_UTF8);
      out.writeUTF(JvmFeatures.class.getPackageName().replace('.', '/') + "/PreviewProbe");
      out.writeByte(CONSTANT_CLASS);
      out.writeShort(1);
      out.writeByte(CONSTANT_UTF8);
      out.writeUTF("java/lang/Object");
      out.writeByte(CONSTANT_CLASS);
      out.writeShort(3);
      out.writeShort(ACC_SUPER);
      out.writeShort(2);
      out.writeShort(4);
      // No interfaces, fields, methods, attributes.
      out.writeLong(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
