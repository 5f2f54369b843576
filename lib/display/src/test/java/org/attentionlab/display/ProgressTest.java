package org.attentionlab.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.attentionlab.nn.Linear;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.train.Batches;
import org.attentionlab.train.Sgd;
import org.attentionlab.train.Trainer;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private Progress printing(String what, int steps) {
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return Progress.of(what, steps, () -> new PrintedLines(out));
  }

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void aLineIsPrintedForEachTenthAndOneAtTheEnd() {
    try (Progress progress = printing("decoding", 1000)) {
      for (int i = 0; i < 1000; i++) {
        progress.step();
      }
      progress.result("97 exact");
    }
    assertEquals(10, lines().size());
    assertEquals("decoding: 100 of 1,000 steps", lines().get(0));
    assertEquals("decoding: 900 of 1,000 steps", lines().get(8));
    assertEquals("decoding: 1,000 steps, 97 exact", lines().get(9));
  }

  @Test
  void aTrainingTellsItsLossAndValidation() {
    Linear model = new Linear(new SplittableRandom(1), 1, 1);
    Trainer.of(model, new Sgd(model.parameters(), 0.1))
        .validate(20, () -> 0.5)
        .progress(printing("line", 0))
        .train(
            20,
            Batches.of(List.of(1f, 2f), 2, 3),
            batch -> model.forward(Tensor.ones(1, 1)).pow(2).sum());
    String last = lines().get(lines().size() - 1);
    assertTrue(
        last.matches("line: 20 steps, loss \\d+\\.\\d{3} to 0\\.\\d{3}, validation 0\\.500"), last);
    assertEquals(10, lines().size(), lines().toString());
  }

  @Test
  void aWorkThatStopsEarlySaysWhere() {
    Progress progress = printing("training", 0);
    progress.stepped(1, 50, 2);
    progress.stepped(2, 50, 1);
    progress.ended();
    assertEquals(List.of("training: 2 of 50 steps, loss 2.000 to 1.500"), lines());
  }

  @Test
  void theNextTrainingBeginsANewLine() {
    Progress progress = printing("training", 0);
    progress.stepped(1, 1, 2);
    progress.ended();
    progress.stepped(1, 1, 4);
    progress.ended();
    assertEquals(
        List.of("training: 1 step, loss 2.000 to 2.000", "training: 1 step, loss 4.000 to 4.000"),
        lines());
  }

  @Test
  void nothingDoneIsNothingSaid() {
    printing("idle", 5).close();
    assertEquals(List.of(), lines());
    assertThrows(IllegalArgumentException.class, () -> Progress.of("x", -1));
  }

  @Test
  void aLoopCountsTheItemsThatAreDone() {
    List<Progress.State> states = new ArrayList<>();
    List<Progress.State> ends = new ArrayList<>();
    ProgressLine line =
        new ProgressLine() {
          @Override
          public void moving(Progress.State state) {
            states.add(state);
          }

          @Override
          public void ended(Progress.State state) {
            ends.add(state);
          }
        };
    List<Integer> seen = new ArrayList<>();
    for (int seed : Progress.over("seeds", List.of(7, 8), () -> line)) {
      assertEquals(seen.size(), states.size(), "the running item is not done");
      seen.add(seed);
    }
    assertEquals(List.of(7, 8), seen);
    assertEquals(List.of(1, 2), states.stream().map(Progress.State::step).toList());
    assertEquals(List.of("seeds: 2 steps"), ends.stream().map(Progress.State::line).toList());
  }

  @Test
  void theBarHasItsWordsAndTheTimeLeft() {
    Progress.State state = new Progress.State("<b>", 25, 100, "loss 1");
    assertEquals("", state.timeLeft(1));
    assertEquals(", about 30 s left", state.timeLeft(10));
    assertEquals(", about 5 min 0 s left", state.timeLeft(100));
    String html = NotebookLine.bar(state, state.timeLeft(10));
    assertTrue(html.contains("&lt;b&gt;: 25 of 100 steps, loss 1, about 30 s left"), html);
    assertTrue(html.contains("width:25.0%"), html);
    assertFalse(state.line().contains("left"));
  }

  @Test
  void withoutANotebookItIsPrinted() {
    assertFalse(NotebookLine.isThere());
    assertTrue(ProgressLine.here() instanceof PrintedLines);
  }
}
