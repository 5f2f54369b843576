package org.attentionlab.text;

import static org.attentionlab.Refusal.ofArgument;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceBatchTest {
  private static final Vocabulary WORDS =
      Vocabulary.of(Special.bert(), List.of("the", "cat", "eats"));
  private static final List<List<String>> SENTENCES =
      List.of(List.of("the", "cat", "eats"), List.of("eats"));
  private static final SentenceBatch BATCH = SentenceBatch.of(WORDS, SENTENCES);

  @Test
  void aSentenceStandsBetweenItsEnds() {
    assertEquals(List.of("[CLS]", "the", "cat", "eats", "[SEP]"), WORDS.decode(BATCH.ids()[0]));
    assertEquals(List.of("[CLS]", "eats", "[SEP]", "[PAD]", "[PAD]"), WORDS.decode(BATCH.ids()[1]));
    assertArrayEquals(new int[] {5, 3}, BATCH.lengths());
    assertArrayEquals(BATCH.ids(), BATCH.input().ids());
    assertArrayEquals(BATCH.lengths(), BATCH.input().lengths());
  }

  @Test
  void labelsStandAtTheirWords() {
    int none = SentenceBatch.NOT_ASKED;
    int[][] labels = BATCH.labels(List.of(new int[] {7, 8, 9}, new int[] {6}));
    assertArrayEquals(new int[] {none, 7, 8, 9, none}, labels[0]);
    assertArrayEquals(new int[] {none, 6, none, none, none}, labels[1]);
  }

  @Test
  void whatIsSaidOfWordsComesBack() {
    List<int[]> labels = List.of(new int[] {7, 8, 9}, new int[] {6});
    int[] flat = Arrays.stream(BATCH.labels(labels)).flatMapToInt(Arrays::stream).toArray();
    List<int[]> words = BATCH.atWords(flat);
    assertEquals(2, words.size());
    assertArrayEquals(labels.get(0), words.get(0));
    assertArrayEquals(labels.get(1), words.get(1));
  }

  @Test
  void pairsKeepTheirTypes() {
    SentencePair two = SentencePair.of(WORDS, List.of("cat"), List.of("eats"));
    SentenceBatch batch = SentenceBatch.of(List.of(two, SentencePair.of(WORDS, List.of("the"))));
    assertArrayEquals(new int[] {0, 0, 0, 1, 1}, batch.input().types()[0]);
    assertArrayEquals(new int[5], batch.input().types()[1]);
  }

  @Test
  void hiddenWordsKeepTypesAndLengths() {
    int[][] hidden = {{2, 4, 4, 4, 3}, {2, 4, 3, 0, 0}};
    assertArrayEquals(hidden, BATCH.input(hidden).ids());
    assertArrayEquals(BATCH.lengths(), BATCH.input(hidden).lengths());
  }

  @Test
  void wrongNumbersAreRefused() {
    ofArgument("there are no sentences", () -> SentenceBatch.of(WORDS, List.of()));
    ofArgument("1 sentences are labelled", () -> BATCH.labels(List.of(new int[3])));
    ofArgument(
        "sentence 0 has 3 words and 5 labels", () -> BATCH.labels(List.of(new int[5], new int[1])));
    ofArgument("9 numbers for a batch of (2, 5)", () -> BATCH.atWords(new int[9]));
  }
}
