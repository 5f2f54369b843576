package org.attentionlab.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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

/** Agreement with Hugging Face's BertTokenizer; wordpiece_golden.py made the figures. */
class WordPieceTest {
  private static JsonNode golden() throws IOException {
    try (InputStream in = WordPieceTest.class.getResourceAsStream("/golden/wordpiece.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  private static List<String> strings(JsonNode array) {
    List<String> all = new ArrayList<>();
    array.forEach(node -> all.add(node.textValue()));
    return all;
  }

  private static int[] numbers(JsonNode array) {
    int[] all = new int[array.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = array.get(i).intValue();
    }
    return all;
  }

  @Test
  void agreesWithHuggingFace() throws IOException {
    JsonNode golden = golden();
    Vocabulary vocabulary = Vocabulary.of(strings(golden.get("vocabulary")));
    WordPiece uncased = new WordPiece(vocabulary);
    WordPiece cased = new WordPiece(vocabulary, WordPiece.Config.cased());
    assertTrue(golden.get("cases").size() > 600);
    for (JsonNode entry : golden.get("cases")) {
      WordPiece tokenizer = entry.get("lower").booleanValue() ? uncased : cased;
      String text = entry.get("text").textValue();
      assertEquals(
          strings(entry.get("tokens")), tokenizer.tokenize(text), () -> "\"" + text + "\"");
    }
  }

  @Test
  void pairsAgreeWithHuggingFace() throws IOException {
    JsonNode golden = golden();
    WordPiece bert = new WordPiece(Vocabulary.of(strings(golden.get("vocabulary"))));
    for (JsonNode entry : golden.get("pairs")) {
      SentencePair pair =
          bert.encode(entry.get("first").textValue(), entry.get("second").textValue());
      assertArrayEquals(numbers(entry.get("ids")), pair.ids());
      assertArrayEquals(numbers(entry.get("types")), pair.types());
    }
  }

  @Test
  void joinsPiecesToWords() {
    Vocabulary vocabulary = Vocabulary.of(Special.bert(), List.of("play", "##ing", "cat"));
    WordPiece bert = new WordPiece(vocabulary);
    assertEquals("playing cat", bert.join(bert.tokenize("Playing  cat")));
  }

  @Test
  void needsATokenForTheUnknown() {
    Vocabulary vocabulary = Vocabulary.of(List.of("[PAD]", "cat"));
    var problem = assertThrows(IllegalArgumentException.class, () -> new WordPiece(vocabulary));
    assertTrue(problem.getMessage().contains("[UNK]"), problem.getMessage());
  }
}
