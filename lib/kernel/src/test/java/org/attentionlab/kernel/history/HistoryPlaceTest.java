package org.attentionlab.kernel.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryPlaceTest {
  private static final Path HOME = Path.of("/home/a");

  private static String place(String os, Map<String, String> environment) {
    return HistoryPlace.of(os, HOME, environment).map(p -> p.toString().replace('\\', '/')).get();
  }

  @Test
  void placeFollowsTheSystem() {
    assertEquals("/home/a/.local/share/attentionlab/history.jsonl", place("Linux", Map.of()));
    assertEquals("/x/attentionlab/history.jsonl", place("Linux", Map.of("XDG_DATA_HOME", "/x")));
    assertEquals(
        "/home/a/Library/Application Support/attentionlab/history.jsonl",
        place("Mac OS X", Map.of("XDG_DATA_HOME", "/x")));
    assertEquals("/r/attentionlab/history.jsonl", place("Windows 11", Map.of("APPDATA", "/r")));
  }

  @Test
  void variableMovesItOrSwitchesItOff() {
    assertEquals("/own.jsonl", place("Linux", Map.of("ATTENTIONLAB_HISTORY", "/own.jsonl")));
    assertEquals(
        Optional.empty(), HistoryPlace.of("Linux", HOME, Map.of("ATTENTIONLAB_HISTORY", "OFF")));
  }
}
