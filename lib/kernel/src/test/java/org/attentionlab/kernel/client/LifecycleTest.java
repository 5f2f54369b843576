package org.attentionlab.kernel.client;

import static org.attentionlab.kernel.TestKernel.LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.attentionlab.kernel.KernelCommand;
import org.attentionlab.kernel.KernelMain;
import org.attentionlab.kernel.TestKernel;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private static final Path HERE = Path.of("").toAbsolutePath();

  @Test
  void closeEndsTheProcessInGoodOrder() throws InterruptedException {
    KernelClient kernel = TestKernel.start();
    kernel.execute("1", LONG);
    kernel.close();
    assertTrue(kernel.process().waitFor(1, TimeUnit.SECONDS));
    assertEquals(0, kernel.process().exitValue());
  }

  @Test
  void closeEndsAKernelWhoseCellNeverEnds() {
    KernelClient kernel = TestKernel.start();
    kernel.execute("new Thread(() -> { while (true) { } }).start();", LONG);
    assertThrows(
        KernelException.class, () -> kernel.execute("Thread.sleep(1)", Duration.ofMillis(1)));
    kernel.close();
    assertFalse(kernel.process().isAlive());
  }

  @Test
  void restartedKernelKnowsNothingOfTheOldOne() {
    try (KernelClient first = TestKernel.start()) {
      first.execute("int x = 1;", LONG);
    }
    try (KernelClient second = TestKernel.start()) {
      assertEquals("error", second.execute("x", LONG).status());
    }
  }

  @Test
  void deathOfTheKernelIsToldAtOnce() {
    try (KernelClient kernel = TestKernel.start()) {
      new Thread(
              () -> {
                try {
                  Thread.sleep(500);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                kernel.process().destroyForcibly();
              })
          .start();
      KernelException thrown =
          assertThrows(KernelException.class, () -> kernel.execute("Thread.sleep(60_000)", LONG));
      assertTrue(thrown.getMessage().contains("the kernel died"), thrown::getMessage);
      assertTrue(thrown.getMessage().contains("exit status"), thrown::getMessage);
    }
  }

  @Test
  void kernelThatCannotStartShowsWhatItWrote() {
    List<String> argv =
        List.of(
            KernelCommand.ofThisJava(List.of("x")).java().toString(),
            "no.such.Main",
            "{connection_file}");
    KernelException thrown =
        assertThrows(KernelException.class, () -> KernelClient.start(argv, HERE, Map.of(), LONG));
    assertTrue(thrown.getMessage().contains("no.such.Main"), thrown::getMessage);
  }

  @Test
  void missingProgramIsToldSo() {
    KernelException thrown =
        assertThrows(
            KernelException.class,
            () -> KernelClient.start(List.of("no-such-program"), HERE, Map.of(), LONG));
    assertTrue(thrown.getMessage().contains("no-such-program"), thrown::getMessage);
  }

  @Test
  void missingConnectionFileIsOneLine() {
    List<String> argv =
        TestKernel.command().argv().stream()
            .map(word -> word.equals(KernelCommand.CONNECTION_FILE) ? "nowhere.json" : word)
            .toList();
    KernelException thrown =
        assertThrows(KernelException.class, () -> KernelClient.start(argv, HERE, Map.of(), LONG));
    assertTrue(
        thrown.getMessage().contains("cannot read the connection file nowhere.json"),
        thrown::getMessage);
    assertFalse(thrown.getMessage().contains(KernelMain.class.getName()), thrown::getMessage);
  }

  @Test
  void messagesThatBreakTheProtocolAreIgnored() {
    try (KernelClient kernel = TestKernel.start()) {
      byte[] junk = {1, 2, 3};
      Codec wrongKey = new Codec("not the key");
      kernel.sendRaw(List.of(junk));
      kernel.sendRaw(List.of(junk, junk, junk, junk, junk, junk, junk, junk));
      kernel.sendRaw(
          wrongKey.encode(
              wrongKey.header("execute_request"),
              Codec.JSON.createObjectNode(),
              KernelClient.executeRequest("int forged = 1;")));
      kernel.sendUnknown("no_such_request");
      assertEquals("2", TestKernel.value(kernel.execute("1 + 1", LONG)));
      assertEquals("error", kernel.execute("forged", LONG).status());
    }
  }
}
