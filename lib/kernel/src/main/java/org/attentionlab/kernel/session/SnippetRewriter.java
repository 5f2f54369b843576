package org.attentionlab.kernel.session;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes the user's compiled code interruptible and keeps it from ending the process, by putting in
 * calls to {@link StopCheck}.
 *
 * <p>The calls leave the stack as they find it, so the stack map frames stay as the compiler wrote
 * them.
 */
final class SnippetRewriter {
  private static final String STOP_CHECK = "org/attentionlab/kernel/session/StopCheck";
  private static final String RUNTIME = "java/lang/Runtime";
  private static final String METHOD = "java/lang/reflect/Method";

  private SnippetRewriter() {}

  /**
   * Loads what rewriting needs, by doing it once.
   *
   * <p>ASM's class files are so old that no start-up archive takes them, so a session loads it on a
   * thread beside the compiler's start.
   */
  static void prepare() {
    ClassWriter sample = new ClassWriter(0);
    sample.visit(Opcodes.V17, Opcodes.ACC_SUPER, "Sample", null, "java/lang/Object", null);
    MethodVisitor method = sample.visitMethod(Opcodes.ACC_STATIC, "run", "()V", null, null);
    method.visitCode();
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
    sample.visitEnd();
    byte[] ignored = rewrite(sample.toByteArray());
  }

  /** A class of a cell: interruptible, and without exits. */
  static byte[] rewrite(byte[] classFile) {
    return rewrite(classFile, true);
  }

  /** A class of a library: only without exits. */
  static byte[] withoutExits(byte[] classFile) {
    return rewrite(classFile, false);
  }

  /** Whether a class file has the names that a call of System.exit or Runtime.halt needs. */
  static boolean mayEndProcess(byte[] classFile) {
    String text = new String(classFile, StandardCharsets.ISO_8859_1);
    boolean owner = text.contains("java/lang/System") || text.contains(RUNTIME);
    return owner && text.contains("(I)V") && (text.contains("exit") || text.contains("halt"));
  }

  private static byte[] rewrite(byte[] classFile, boolean interruptible) {
    try {
      ClassReader reader = new ClassReader(classFile);
      ClassWriter writer = new ClassWriter(reader, 0);
      reader.accept(new Rewriting(writer, interruptible), 0);
      return writer.toByteArray();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // A Java so new that its class files are unknown, or a method too large to grow.
      return classFile;
    }
  }

  private static final class Rewriting extends ClassVisitor {
    private final boolean interruptible;

    Rewriting(ClassVisitor next, boolean interruptible) {
      super(Opcodes.ASM9, next);
      this.interruptible = interruptible;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new Body(next, interruptible);
    }
  }

  private static final class Body extends MethodVisitor {
    private final Set<Label> passed = new HashSet<>();

    private final boolean interruptible;

    Body(MethodVisitor next, boolean interruptible) {
      super(Opcodes.ASM9, next);
      this.interruptible = interruptible;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      check();
    }

    @Override
    public void visitLabel(Label label) {
      passed.add(label);
      super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      if (passed.contains(label)) {
        check();
      }
      super.visitJumpInsn(opcode, label);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (endsProcess(owner, name, descriptor)) {
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC, STOP_CHECK, "exit", exitDescriptor(owner), false);
      } else {
        if (owner.equals(METHOD) && name.equals("invoke")) {
          guardReflection();
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      Object[] guarded = arguments.clone();
      for (int i = 0; i < guarded.length; i++) {
        if (guarded[i] instanceof Handle h && endsProcess(h.getOwner(), h.getName(), h.getDesc())) {
          guarded[i] =
              new Handle(
                  Opcodes.H_INVOKESTATIC, STOP_CHECK, "exit", exitDescriptor(h.getOwner()), false);
        }
      }
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, guarded);
    }

    /** Shows the method below the two arguments to the check, and leaves all as it was. */
    private void guardReflection() {
      super.visitInsn(Opcodes.DUP2_X1);
      super.visitInsn(Opcodes.POP2);
      super.visitInsn(Opcodes.DUP_X2);
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, STOP_CHECK, "refuseExit", "(L" + METHOD + ";)V", false);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      super.visitMaxs(maxStack + 2, maxLocals);
    }

    private void check() {
      if (interruptible) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, STOP_CHECK, "check", "()V", false);
      }
    }

    private static boolean endsProcess(String owner, String name, String descriptor) {
      boolean exit = owner.equals("java/lang/System") && name.equals("exit");
      boolean runtime = owner.equals(RUNTIME) && (name.equals("exit") || name.equals("halt"));
      return descriptor.equals("(I)V") && (exit || runtime);
    }

    private static String exitDescriptor(String owner) {
      return owner.equals(RUNTIME) ? "(L" + RUNTIME + ";I)V" : "(I)V";
    }
  }
}
