package org.attentionlab.kernel.session;

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
 * <p>The calls take nothing from the stack and leave nothing on it, so the stack map frames stay as
 * the compiler wrote them.
 */
final class SnippetRewriter {
  private static final String STOP_CHECK = "org/attentionlab/kernel/session/StopCheck";
  private static final String RUNTIME = "java/lang/Runtime";

  private SnippetRewriter() {}

  static byte[] rewrite(byte[] classFile) {
    try {
      ClassReader reader = new ClassReader(classFile);
      ClassWriter writer = new ClassWriter(reader, 0);
      reader.accept(new Rewriting(writer), 0);
      return writer.toByteArray();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // A Java so new that its class files are unknown, or a method too large to grow.
      return classFile;
    }
  }

  private static final class Rewriting extends ClassVisitor {
    Rewriting(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new Body(super.visitMethod(access, name, descriptor, signature, exceptions));
    }
  }

  private static final class Body extends MethodVisitor {
    private final Set<Label> passed = new HashSet<>();

    Body(MethodVisitor next) {
      super(Opcodes.ASM9, next);
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

    private void check() {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, STOP_CHECK, "check", "()V", false);
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
