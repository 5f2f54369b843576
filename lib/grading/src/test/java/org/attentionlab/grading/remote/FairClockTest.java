package org.attentionlab.grading.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What counts as a worker's time, on a wall clock and a kernel that the test sets by hand. */
class FairClockTest {

  private static final int PROCESSORS = 2;

  private long now;
  private ProcessorTime kernel = reading(0, Map.of());
  private final FairClock clock = new FairClock(() -> kernel, () -> now, PROCESSORS);

  private static ProcessorTime reading(int usedSeconds, Map<String, Integer> waitedSeconds) {
    Map<String, Long> waited = new HashMap<>();
    waitedSeconds.forEach((thread, seconds) -> waited.put(thread, seconds * 1_000_000_000L));
    return new ProcessorTime(Duration.ofSeconds(usedSeconds), waited);
  }

  private void look(int atSecond, int usedSeconds, Map<String, Integer> waitedSeconds) {
    now = atSecond * 1_000_000_000L;
    kernel = reading(usedSeconds, waitedSeconds);
    clock.read();
  }

  private void assertHad(int seconds) {
    assertEquals(Duration.ofSeconds(seconds), clock.had());
  }

  @Test
  void allTimeCountsWhereNobodyWaits() {
    look(0, 0, Map.of("main", 0));
    look(5, 1, Map.of("main", 0));
    assertHad(5);
  }

  @Test
  void allTimeCountsWhereTheSystemDoesNotTell() {
    look(0, 0, Map.of());
    look(5, 5, Map.of());
    assertHad(5);
  }

  @Test
  void waitingForAProcessorDoesNotCount() {
    look(0, 0, Map.of("main", 0));
    look(60, 4, Map.of("main", 56));
    assertHad(4);
    assertEquals(Duration.ofSeconds(60), clock.passed());
  }

  @Test
  void whatAThreadWaitedBeforeTheRequestIsNotGiven() {
    look(0, 9, Map.of("main", 40));
    look(5, 10, Map.of("main", 41));
    assertHad(4);
  }

  @Test
  void waitingOfAThreadThatEndedIsKept() {
    look(0, 0, Map.of("main", 0, "helper", 0));
    look(10, 1, Map.of("main", 0, "helper", 9));
    look(11, 1, Map.of("main", 0));
    assertHad(2);
  }

  @Test
  void threeThreadsMakeTheWaitAndNoMore() {
    look(0, 0, Map.of());
    look(100, 0, Map.of("a", 10, "b", 20, "c", 30, "d", 9, "e", 8, "f", 10));
    assertHad(40);
  }

  @Test
  void threadsThatWaitForOneAnotherGainNothingByIt() {
    look(0, 0, Map.of());
    look(5, 10, Map.of("a", 4, "b", 4, "c", 4, "d", 4, "e", 4));
    assertHad(5);
  }

  /** A hundred threads that wake together, run for a moment and sleep: much waiting, little use. */
  @Test
  void crowdThatWakesTogetherGetsAtMostFourTimesTheLimit() {
    for (int share = 0; share <= 100; share++) {
      now = 0;
      FairClock crowd = new FairClock(() -> kernel, () -> now, PROCESSORS);
      kernel = reading(0, Map.of());
      crowd.read();
      now = 100_000_000_000L;
      // Where nothing else runs, one waits only while the others hold every processor.
      kernel = reading(share * PROCESSORS, Map.of("a", share, "b", share, "c", share, "d", share));
      crowd.read();
      assertTrue(crowd.had().compareTo(Duration.ofSeconds(25)) >= 0, "share " + share);
    }
  }

  @Test
  void worksEndWithoutALookCostsAllThatPassed() {
    now = 40_000_000L;
    clock.stop();
    assertEquals(Duration.ofMillis(40), clock.had());
  }

  @Test
  void endOfAWorkerTakesNothingBack() {
    look(0, 1, Map.of("main", 1));
    look(10, 3, Map.of("main", 7));
    now = 11_000_000_000L;
    kernel = reading(0, Map.of());
    clock.stop();
    assertHad(5);
  }

  @Test
  void accountIsUsedUpByTimeHadAndStarvedByTimeOnTheWall() {
    TimeAccount used = new TimeAccount(Duration.ofSeconds(10), Duration.ofSeconds(40));
    TimeAccount starved = new TimeAccount(Duration.ofSeconds(10), Duration.ofSeconds(40));
    look(0, 0, Map.of("main", 0));
    look(39, 9, Map.of("main", 30));
    used.charge(clock);
    assertEquals(Duration.ofSeconds(1), used.left());
    assertFalse(used.isUsedUp() || used.isStarved());
    look(40, 9, Map.of("main", 31));
    starved.charge(clock);
    assertFalse(starved.isUsedUp());
    assertTrue(starved.isStarved());
    used.charge(clock);
    assertTrue(used.isUsedUp());
    assertFalse(used.isStarved(), "it had its time, so there is nothing to try again");
  }

  @Test
  void linuxTellsOfARealProcess() {
    assumeTrue(Files.exists(Path.of("/proc/self/schedstat")), "the kernel does not tell");
    ProcessorTime own = ProcessorTime.of(ProcessHandle.current());
    assertTrue(own.used().compareTo(Duration.ZERO) > 0);
    assertTrue(own.waited().size() > 3, own::toString);
    assertTrue(own.waited().values().stream().anyMatch(waited -> waited > 0), own::toString);
  }
}
