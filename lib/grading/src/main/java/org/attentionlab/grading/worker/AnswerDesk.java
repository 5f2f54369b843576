package org.attentionlab.grading.worker;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where a notebook's last snippet lays its variables down, since JShell hands out texts only. */
public final class AnswerDesk {

  private static final Map<String, Object> ANSWERS = new ConcurrentHashMap<>();

  private AnswerDesk() {}

  /** Lays the variables' values down, in the order of their names; null counts as none. */
  public static void putAll(String[] names, Object[] answers) {
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      Optional.ofNullable(answers[i]).ifPresent(present -> ANSWERS.put(name, present));
    }
  }

  static Optional<Object> take(String name) {
    return Optional.ofNullable(ANSWERS.remove(name));
  }
}
