package org.attentionlab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.attentionlab.text.Special;
import org.attentionlab.text.Vocabulary;
import org.attentionlab.train.MaskedWords.Config;
import org.attentionlab.train.MaskedWords.Masked;
import org.junit.jupiter.api.Test;

class MaskedWordsTest {
  private static final int MASK = 4;
  private static final Set<Integer> SPECIAL = Set.of(0, 2, 3, MASK);
  private static final MaskedWords WORDS = new MaskedWords(new Config(1000, MASK, SPECIAL, 0.15));

  private static int[][] sentences(int count) {
    Random rng = new Random(8);
    int[][] ids = new int[count][];
    for (int[] row = {}; count > 0; count--) {
      row = new int[20];
      row[0] = 2;
      for (int t = 1; t < 15; t++) {
        row[t] = 5 + rng.nextInt(995);
      }
      row[15] = 3;
      ids[count - 1] = row;
    }
    return ids;
  }

  @Test
  void aVocabularyTellsWhatIsNeverHidden() {
    Vocabulary words = Vocabulary.of(Special.bert(), List.of("cat", "dog"));
    int[][] ids = {new int[200]};
    Arrays.setAll(ids[0], t -> t % words.size());
    MaskedWords hider = MaskedWords.of(words);
    boolean hidden = false;
    for (int seed = 0; seed < 20; seed++) {
      Masked masked = hider.mask(new Random(seed), ids);
      for (int t = 0; t < 200; t++) {
        if (words.isSpecial(ids[0][t])) {
          assertEquals(MaskedWords.NOT_ASKED, masked.labels()[0][t]);
          assertEquals(ids[0][t], masked.ids()[0][t]);
        }
        hidden |= masked.ids()[0][t] == words.id(Special.MASK) && !words.isSpecial(ids[0][t]);
      }
    }
    assertTrue(hidden);
  }

  @Test
  void sharesAreThoseOfThePaper() {
    int[][] ids = sentences(20_000);
    Masked masked = WORDS.mask(new Random(1), ids);
    double words = 0;
    double chosen = 0;
    double hidden = 0;
    double kept = 0;
    for (int b = 0; b < ids.length; b++) {
      for (int t = 0; t < ids[b].length; t++) {
        words += SPECIAL.contains(ids[b][t]) ? 0 : 1;
        if (masked.labels()[b][t] != MaskedWords.NOT_ASKED) {
          chosen++;
          hidden += masked.ids()[b][t] == MASK ? 1 : 0;
          kept += masked.ids()[b][t] == ids[b][t] ? 1 : 0;
        }
      }
    }
    // 280,000 words: four standard deviations of the shares are below .003 and .008.
    assertEquals(0.15, chosen / words, 0.003);
    assertEquals(0.8, hidden / chosen, 0.008);
    assertEquals(0.1, kept / chosen, 0.008);
  }

  @Test
  void specialIdsAreNeitherChosenNorPutIn() {
    int[][] ids = sentences(2000);
    Masked masked = WORDS.mask(new Random(2), ids);
    for (int b = 0; b < ids.length; b++) {
      for (int t = 0; t < ids[b].length; t++) {
        int label = masked.labels()[b][t];
        if (label == MaskedWords.NOT_ASKED) {
          assertEquals(ids[b][t], masked.ids()[b][t]);
        } else {
          assertEquals(ids[b][t], label);
          assertTrue(!SPECIAL.contains(label));
          int there = masked.ids()[b][t];
          assertTrue(there == MASK || !SPECIAL.contains(there), "put in: " + there);
        }
      }
    }
  }

  @Test
  void inputIsNotChangedAndTheSeedDecides() {
    int[][] ids = sentences(50);
    int[][] copy = sentences(50);
    Masked first = WORDS.mask(new Random(3), ids);
    assertArrayEquals(copy, ids);
    assertArrayEquals(first.ids(), WORDS.mask(new Random(3), ids).ids());
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Config(10, 4, Set.of(4), 0));
    assertThrows(IllegalArgumentException.class, () -> new Config(10, 10, Set.of(10), 0.15));
    assertThrows(IllegalArgumentException.class, () -> new Config(10, 4, Set.of(0), 0.15));
    assertThrows(IllegalArgumentException.class, () -> new Config(1, 0, Set.of(0), 0.15));
  }
}
