package org.attentionlab.kernel.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopwatchTest {
  @ParameterizedTest
  @CsvSource({"1500000,1.50 ms", "999000000,999.00 ms", "1234500000,1.235 s", "0,0.00 ms"})
  void timesHaveAUnitOfTheirSize(long nanos, String text) {
    assertEquals(text, Stopwatch.seconds(nanos));
  }

  @ParameterizedTest
  @CsvSource({"999,999 bytes", "1500,1.5 kB", "50000000,50.0 MB", "7200000000,7.2 GB"})
  void sizesHaveAUnitOfTheirSize(long bytes, String text) {
    assertEquals(text, Stopwatch.bytes(bytes));
  }
}
