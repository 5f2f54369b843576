package org.attentionlab.grading.worker;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where a notebook's last snippet lays its variables down, since JShell hands out texts only. */
public final class AnswerDesk {

  private static final Map<String, Object> ANSWERS = new ConcurrentHashMap<>();

  private AnswerDesk() {}

  /** Lays a variable's value down; null counts as none. */
  public static void put(String name, Object answer) {
    Optional.ofNullable(answer).ifPresent(present -> ANSWERS.put(name, present));
  }

  static Optional<Object> take(String name) {
    return Optional.ofNullable(ANSWERS.remove(name));
  }
}
