package org.attentionlab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {
  private static final double EPS = 1e-12;

  static List<Schedule> withWarmup() {
    return List.of(
        Schedule.warmupLinear(2, 10, 100),
        Schedule.warmupCosine(2, 10, 100),
        Schedule.warmupInverseSqrt(2, 10));
  }

  @ParameterizedTest
  @MethodSource("withWarmup")
  void warmUpIsALineFromZeroToThePeak(Schedule schedule) {
    assertEquals(0, schedule.rate(0));
    assertEquals(0.2, schedule.rate(1), EPS);
    assertEquals(1, schedule.rate(5), EPS);
    assertEquals(2, schedule.rate(10), EPS);
  }

  @ParameterizedTest
  @MethodSource("withWarmup")
  void afterThePeakTheRateFalls(Schedule schedule) {
    for (int step = 11; step <= 100; step++) {
      assertTrue(schedule.rate(step) < schedule.rate(step - 1), "step " + step);
      assertTrue(schedule.rate(step) >= 0, "step " + step);
    }
  }

  @Test
  void linearAndCosineEndAtZeroAndStayThere() {
    for (Schedule schedule : withWarmup().subList(0, 2)) {
      assertEquals(1, schedule.rate(55), EPS);
      assertEquals(0, schedule.rate(100), EPS);
      assertEquals(0, schedule.rate(1000), EPS);
    }
  }

  @Test
  void paperScheduleIsItsFormula() {
    Schedule schedule = Schedule.transformer(512, 4000);
    for (int step : new int[] {1, 100, 3999, 4000, 4001, 100_000}) {
      double expected =
          Math.pow(512, -0.5) * Math.min(Math.pow(step, -0.5), step * Math.pow(4000, -1.5));
      assertEquals(expected, schedule.rate(step), 1e-15);
    }
    assertEquals(0, schedule.rate(0));
  }

  @Test
  void withoutWarmUpThePeakComesFirst() {
    assertEquals(3, Schedule.warmupLinear(3, 0, 10).rate(0), EPS);
    assertEquals(3, Schedule.constant(3).rate(7));
  }

  @Test
  void settingsThatGiveNoScheduleAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Schedule.warmupLinear(1, 10, 10));
    assertThrows(IllegalArgumentException.class, () -> Schedule.warmupCosine(1, -1, 10));
    assertThrows(IllegalArgumentException.class, () -> Schedule.warmupInverseSqrt(1, 0));
    assertThrows(IllegalArgumentException.class, () -> Schedule.constant(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Schedule.transformer(0, 10));
    assertThrows(IllegalArgumentException.class, () -> Schedule.warmupLinear(1, 1, 10).rate(-1));
  }
}
