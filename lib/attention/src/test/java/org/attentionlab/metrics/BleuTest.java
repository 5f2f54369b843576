package org.attentionlab.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Agreement with sacrebleu; bleu_golden.py made the figures. */
class BleuTest {
  private static List<String> strings(JsonNode array) {
    List<String> all = new ArrayList<>();
    array.forEach(node -> all.add(node.textValue()));
    return all;
  }

  @Test
  void agreesWithSacrebleu() throws IOException {
    JsonNode golden;
    try (InputStream in = BleuTest.class.getResourceAsStream("/golden/bleu.json")) {
      golden = new ObjectMapper().readTree(in);
    }
    assertTrue(golden.get("cases").size() >= 120);
    for (JsonNode entry : golden.get("cases")) {
      BleuSmoothing smoothing =
          new BleuSmoothing(
              BleuSmoothing.Kind.valueOf(entry.get("smoothing").textValue()),
              entry.get("value").doubleValue());
      Bleu bleu =
          new Bleu(
              BleuTokens.valueOf(entry.get("tokens").textValue()),
              smoothing,
              entry.get("effectiveOrder").booleanValue());
      List<List<String>> references = new ArrayList<>();
      entry.get("references").forEach(row -> references.add(strings(row)));

      BleuScore score = bleu.corpus(strings(entry.get("hypotheses")), references);

      String about = entry.toString();
      assertEquals(entry.get("score").doubleValue(), score.score(), 1e-9, about);
      assertEquals(entry.get("brevityPenalty").doubleValue(), score.brevityPenalty(), 1e-12, about);
      assertEquals(entry.get("hypothesisLength").longValue(), score.hypothesisLength(), about);
      assertEquals(entry.get("referenceLength").longValue(), score.referenceLength(), about);
      for (int n = 0; n < 4; n++) {
        double expected = entry.get("precisions").get(n).doubleValue();
        assertEquals(expected, score.precisions()[n], 1e-9, about);
      }
    }
  }

  @Test
  void aPerfectTranslationHasAHundred() {
    BleuScore score = Bleu.standard().sentence("the cat sat down", List.of("the cat sat down"));
    assertEquals(100, score.score(), 1e-9);
    assertEquals(
        "BLEU = 100.00 100.0/100.0/100.0/100.0 (BP = 1.000 ratio = 1.000 hyp_len = 4 ref_len = 4)",
        score.toString());
  }

  @Test
  void refusesWhatCannotBeCompared() {
    Bleu bleu = Bleu.standard();
    assertThrows(IllegalArgumentException.class, () -> bleu.corpus(List.of(), List.of()));
    assertThrows(IllegalArgumentException.class, () -> bleu.corpus(List.of("a"), List.of()));
    assertThrows(IllegalArgumentException.class, () -> bleu.sentence("a", List.of()));
    assertThrows(IllegalArgumentException.class, () -> BleuSmoothing.floor(-1));
  }
}
