package org.attentionlab.kernel.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dflib.jjava.jupyter.kernel.history.HistoryEntry;
import org.dflib.jjava.jupyter.kernel.history.HistoryManager.ResultFlag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SessionHistoryTest {
  private static final Set<ResultFlag> PLAIN = Set.of();

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void place() {
    file = directory.resolve("deep").resolve("history.jsonl");
  }

  private SessionHistory open() {
    return new SessionHistory(Optional.of(file));
  }

  private static List<String> inputs(List<HistoryEntry> entries) {
    return entries.stream().map(HistoryEntry::getInput).toList();
  }

  /** Runs a session of its own with these cells. */
  private void session(String... cells) {
    SessionHistory history = open();
    for (int i = 0; i < cells.length; i++) {
      history.add(i + 1, cells[i], "");
    }
    history.close();
  }

  @Test
  void sessionsBeforeAreKeptAndNumbered() {
    session("a", "b");
    session("c");
    SessionHistory third = open();
    third.add(1, "d", "D");
    assertEquals(List.of("a", "b", "c", "d"), inputs(third.lookupTail(0, PLAIN)));
    assertEquals(
        List.of(1, 1, 2, 3),
        third.lookupTail(0, PLAIN).stream().map(HistoryEntry::getSession).toList());
    assertEquals(List.of("c", "d"), inputs(third.lookupTail(2, PLAIN)));
    assertEquals(List.of("d"), inputs(third.lookupRange(0, 1, 9, PLAIN)));
    assertEquals(List.of("c"), inputs(third.lookupRange(-1, 1, 9, PLAIN)));
    assertEquals(List.of("b"), inputs(third.lookupRange(1, 2, 3, PLAIN)));
    assertEquals(List.of("d"), inputs(third.lookupRange(3, 0, 9, PLAIN)));
    assertEquals(List.of(), inputs(third.lookupRange(-7, 0, 9, PLAIN)));
    third.close();
  }

  @Test
  void searchFindsAcrossSessionsAndOnceWhereAsked() {
    session("int a", "x");
    session("int b", "int a");
    SessionHistory now = open();
    assertEquals(List.of("int a", "int b", "int a"), inputs(now.search("int *", 0, PLAIN)));
    assertEquals(
        List.of("int b", "int a"), inputs(now.search("int *", 0, Set.of(ResultFlag.UNIQUE))));
    assertEquals(List.of("int a"), inputs(now.search("int ?", 1, PLAIN)));
    now.close();
  }

  @Test
  void outputIsGivenWhereAskedAndCutWhereLong() {
    SessionHistory history = open();
    history.add(1, "a", "A");
    history.add(2, "b", "x".repeat(100_000));
    assertNull(history.lookupTail(2, PLAIN).get(0).getOutput());
    List<HistoryEntry> with = history.lookupTail(2, Set.of(ResultFlag.INCLUDE_OUTPUT));
    assertEquals("A", with.get(0).getOutput());
    assertTrue(with.get(1).getOutput().length() < 5000);
    history.close();
  }

  @Test
  void lineCutShortByACrashCostsItselfAlone() throws IOException {
    session("a");
    byte[] half = "{\"session\":1,\"number\":2,\"input\":\"猫".getBytes(StandardCharsets.UTF_8);
    Files.write(file, java.util.Arrays.copyOf(half, half.length - 1), StandardOpenOption.APPEND);
    session("b");
    Files.writeString(file, "no json\n{}\nnull\n[1]\n7\n", StandardOpenOption.APPEND);
    SessionHistory now = open();
    now.add(1, "c", "");
    assertEquals(List.of("a", "b", "c"), inputs(now.lookupTail(0, PLAIN)));
    now.close();
  }

  @Test
  void fileStaysBoundedAndKeepsTheNewest() throws IOException {
    long largest = 20_000;
    for (int session = 0; session < 3; session++) {
      SessionHistory history = new SessionHistory(Optional.of(file), largest);
      for (int i = 1; i <= 500; i++) {
        history.add(i, "cell " + session + " " + i, "");
      }
      history.add(501, "y".repeat((int) largest), "");
      history.lookupTail(1, PLAIN);
      history.close();
    }
    assertTrue(Files.size(file) < largest + 200, () -> "size " + file.toFile().length());
    SessionHistory now = new SessionHistory(Optional.of(file), largest);
    now.add(1, "last", "");
    List<HistoryEntry> all = now.lookupTail(0, PLAIN);
    assertEquals(4, all.get(all.size() - 1).getSession());
    assertEquals("cell 2 500", all.get(all.size() - 2).getInput());
    assertFalse(inputs(all).contains("cell 0 1"));
    now.close();
  }

  @Test
  void kernelsThatWriteAtOnceLoseNothing() {
    List<SessionHistory> kernels = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      kernels.add(open());
    }
    IntStream.range(0, 400)
        .parallel()
        .forEach(i -> kernels.get(i % 4).add(i / 4 + 1, "kernel " + i % 4 + " cell " + i / 4, ""));
    kernels.forEach(k -> k.lookupTail(1, PLAIN));
    kernels.forEach(SessionHistory::close);
    SessionHistory now = open();
    List<HistoryEntry> all = now.lookupTail(0, PLAIN);
    assertEquals(400, all.size());
    assertEquals(4, all.stream().map(HistoryEntry::getSession).distinct().count());
    for (int session = 1; session <= 4; session++) {
      assertEquals(100, now.lookupRange(session, 0, 1000, PLAIN).size());
    }
    now.close();
  }

  @Test
  void withoutAFileThisSessionIsThere() {
    SessionHistory history = new SessionHistory(Optional.empty());
    history.add(1, "a", "");
    assertEquals(1, history.lookupTail(5, PLAIN).get(0).getSession());
    assertEquals(List.of("a"), inputs(history.lookupRange(0, 1, 2, PLAIN)));
    history.close();
  }

  @Test
  void fileThatCannotBeWrittenCostsNoCell() throws IOException {
    Files.writeString(directory.resolve("deep"), "a file where the folder should be");
    SessionHistory history = open();
    history.add(1, "a", "");
    history.add(2, "b", "");
    assertEquals(List.of("a", "b"), inputs(history.lookupTail(5, PLAIN)));
    history.close();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheUserCanReadIt() throws IOException {
    session("a");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
  }
}
