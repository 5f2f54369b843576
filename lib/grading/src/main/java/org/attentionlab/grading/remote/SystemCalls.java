package org.attentionlab.grading.remote;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A seccomp filter, as bubblewrap takes it: which of the kernel's calls a worker may make.
 *
 * <p>A worker is one process with threads. It never starts another program, so {@code fork} and its
 * kin are refused where they do not make a thread; that ends fork bombs whatever the user's limits
 * are. Refused too is what looks into other processes or widens the sandbox. {@code clone3} is said
 * not to exist, because its flags lie in memory where a filter cannot see them; the C library then
 * takes {@code clone}, whose flags are a number.
 *
 * <p>Format: Linux, Documentation/userspace-api/seccomp_filter.rst; struct sock_filter.
 */
final class SystemCalls {

  private static final int LOAD = 0x20;
  private static final int IF_EQUAL = 0x15;
  private static final int IF_AT_LEAST = 0x35;
  private static final int IF_ANY_BIT = 0x45;
  private static final int ANSWER = 0x06;

  private static final int ALLOW = 0x7fff0000;
  private static final int KILL = 0x80000000;
  private static final int ERROR = 0x00050000;
  private static final int NOT_PERMITTED = ERROR | 1;
  private static final int NO_SUCH_CALL = ERROR | 38;

  private static final int NUMBER = 0;
  private static final int ARCHITECTURE = 4;
  private static final int FIRST_ARGUMENT = 16;
  private static final int CLONE_THREAD = 0x10000;

  /** On x86-64 numbers from here on are of another calling convention, which would slip through. */
  private static final int X32 = 0x40000000;

  /**
   * What a processor calls things.
   *
   * @param audit the kernel's number of the architecture
   * @param copy clone: makes threads and processes
   * @param copy3 clone3: the newer form
   * @param refused calls that are refused whatever their arguments
   */
  private record Machine(int audit, int copy, int copy3, List<Integer> refused) {}

  // fork, vfork, ptrace, mount, keyctl, unshare, perf_event_open, setns, process_vm_readv and
  // writev, bpf, userfaultfd, io_uring
  private static final Machine X86_64 =
      new Machine(
          0xC000003E,
          56,
          435,
          List.of(57, 58, 101, 165, 250, 272, 298, 308, 310, 311, 321, 323, 425, 426, 427));

  private static final Machine AARCH64 =
      new Machine(
          0xC00000B7,
          220,
          435,
          List.of(117, 40, 219, 97, 241, 268, 270, 271, 280, 282, 425, 426, 427));

  private SystemCalls() {}

  /**
   * The filter for this machine.
   *
   * @return the program's bytes; empty for a processor whose numbers are not known here
   */
  static Optional<byte[]> filter() {
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> Optional.of(program(X86_64));
      case "aarch64" -> Optional.of(program(AARCH64));
      default -> Optional.empty();
    };
  }

  private static byte[] program(Machine machine) {
    List<long[]> steps = new ArrayList<>();
    steps.add(step(LOAD, 0, 0, ARCHITECTURE));
    steps.add(step(IF_EQUAL, 1, 0, machine.audit()));
    steps.add(step(ANSWER, 0, 0, KILL));
    steps.add(step(LOAD, 0, 0, NUMBER));
    if (machine.equals(X86_64)) {
      steps.add(step(IF_AT_LEAST, 0, 1, X32));
      steps.add(step(ANSWER, 0, 0, KILL));
    }
    for (int number : machine.refused()) {
      steps.add(step(IF_EQUAL, 0, 1, number));
      steps.add(step(ANSWER, 0, 0, NOT_PERMITTED));
    }
    steps.add(step(IF_EQUAL, 0, 1, machine.copy3()));
    steps.add(step(ANSWER, 0, 0, NO_SUCH_CALL));
    steps.add(step(IF_EQUAL, 0, 3, machine.copy()));
    steps.add(step(LOAD, 0, 0, FIRST_ARGUMENT));
    steps.add(step(IF_ANY_BIT, 1, 0, CLONE_THREAD));
    steps.add(step(ANSWER, 0, 0, NOT_PERMITTED));
    steps.add(step(ANSWER, 0, 0, ALLOW));
    ByteBuffer bytes = ByteBuffer.allocate(8 * steps.size()).order(ByteOrder.nativeOrder());
    for (long[] one : steps) {
      bytes.putShort((short) one[0]).put((byte) one[1]).put((byte) one[2]).putInt((int) one[3]);
    }
    return bytes.array();
  }

  /** Code, how many steps to skip if so and if not, and the number it is about. */
  private static long[] step(int code, int ifSo, int ifNot, int number) {
    return new long[] {code, ifSo, ifNot, number};
  }
}
