package org.attentionlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.attentionlab.data.Mouse.Sense;
import org.attentionlab.data.Mouse.Sentence;
import org.junit.jupiter.api.Test;

class MouseTest {
  private static final Set<String> ANIMAL =
      Set.of(
          "cat",
          "kitten",
          "hawk",
          "snake",
          "fox",
          "rat",
          "hamster",
          "rabbit",
          "squirrel",
          "hedgehog",
          "weasel",
          "lizard",
          "squeaked",
          "nibbled",
          "scurried",
          "slept",
          "hid",
          "ran",
          "friends",
          "hungry",
          "afraid",
          "asleep");
  private static final Set<String> DEVICE =
      Set.of(
          "keyboard",
          "screen",
          "laptop",
          "printer",
          "monitor",
          "cable",
          "speaker",
          "webcam",
          "charger",
          "headset",
          "tablet",
          "router",
          "clicked",
          "disconnected",
          "crashed",
          "lagged",
          "blinked",
          "beeped",
          "useful",
          "wireless",
          "broken",
          "expensive");

  private static List<Integer> places(List<String> tokens, Set<String> words) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (words.contains(tokens.get(i))) {
        places.add(i);
      }
    }
    return places;
  }

  @Property(tries = 50)
  void cuesAndMouseAreWhereTheyAreSaidToBe(@ForAll long seed) {
    for (Sentence sentence : new Mouse(0.3).examples(new Random(seed), 100)) {
      List<String> tokens = sentence.tokens();
      assertEquals("mouse", tokens.get(sentence.mouse()));
      assertEquals(1, Collections.frequency(tokens, "mouse"));
      boolean animal = sentence.sense() == Sense.ANIMAL;
      assertEquals(places(tokens, animal ? ANIMAL : DEVICE), sentence.cues(), "" + sentence);
      assertEquals(places(tokens, animal ? DEVICE : ANIMAL), sentence.distractions());
      assertFalse(sentence.cues().isEmpty());
    }
  }

  @Property(tries = 20)
  void noSentenceIsInTwoParts(@ForAll long seed) {
    var split = new Mouse(0.2).split(new Random(seed), 1000);
    assertEquals(Set.of(), split.leaks(Sentence::tokens));
    assertEquals(100, split.test().size());
  }

  @Property(tries = 20)
  void noCueIsInTwoPartsOfASplitByCue(@ForAll long seed) {
    var split = new Mouse(0.5).splitByCue(new Random(seed), 1000);
    Set<String> cues = new HashSet<>(ANIMAL);
    cues.addAll(DEVICE);
    List<Set<String>> parts = new ArrayList<>();
    for (List<Sentence> part : List.of(split.train(), split.validation(), split.test())) {
      Set<String> words = new HashSet<>();
      part.forEach(sentence -> words.addAll(sentence.tokens()));
      words.retainAll(cues);
      parts.add(words);
    }
    assertTrue(Collections.disjoint(parts.get(0), parts.get(1)));
    assertTrue(Collections.disjoint(parts.get(0), parts.get(2)));
    assertTrue(Collections.disjoint(parts.get(1), parts.get(2)));
    assertTrue(parts.get(0).size() > 24 && parts.get(0).size() <= 28, "to train: " + parts.get(0));
    assertTrue(parts.get(2).size() > 4 && parts.get(2).size() <= 8, "to test: " + parts.get(2));
  }

  @Test
  void distractionsAreAsManyAsAskedFor() {
    for (double share : new double[] {0, 0.25, 1}) {
      List<Sentence> sentences = new Mouse(share).examples(new Random(4), 2000);
      long distracted = sentences.stream().filter(s -> !s.distractions().isEmpty()).count();
      assertEquals(share, distracted / 2000.0, 0.05);
      long animals = sentences.stream().filter(s -> s.sense() == Sense.ANIMAL).count();
      assertEquals(0.5, animals / 2000.0, 0.05);
    }
  }

  @Test
  void aBagOfWordsFailsWhereSentencesDistract() {
    var plain = new Mouse(0).split(new Random(3), 3000);
    var distracted = new Mouse(1).split(new Random(3), 3000);
    double easy =
        BagOfWords.accuracy(plain.train(), plain.test(), Sentence::tokens, Sentence::sense);
    double hard =
        BagOfWords.accuracy(
            distracted.train(), distracted.test(), Sentence::tokens, Sentence::sense);
    assertTrue(easy > 0.97 && hard < 0.75, "plain: " + easy + ", distracted: " + hard);
  }

  @Test
  void textHoldsAllCuesAndNothingThatIsKeptBack() {
    Mouse mouse = new Mouse(0);
    List<Sentence> kept = mouse.examples(new Random(5), 1000);
    List<List<String>> text = mouse.text(new Random(6), 3000, kept);
    Set<List<String>> lines = new HashSet<>(text);
    assertEquals(3000, lines.size());
    kept.forEach(sentence -> assertFalse(lines.contains(sentence.tokens())));
    Set<String> words = new HashSet<>();
    text.forEach(words::addAll);
    assertTrue(words.containsAll(ANIMAL) && words.containsAll(DEVICE));
    assertTrue(words.size() > 90 && words.size() < 130, "vocabulary: " + words.size());
  }

  @Test
  void theSentencesOfTheCourseCanBeDrawn() {
    Set<String> drawn = new HashSet<>();
    for (Sentence sentence : new Mouse(0).examples(new Random(7), 6000)) {
      drawn.add(String.join(" ", sentence.tokens()));
    }
    assertTrue(drawn.contains("cat and mouse are friends"));
    assertTrue(drawn.contains("keyboard and mouse are useful"));
    assertFalse(drawn.contains("keyboard and mouse are friends"));
  }

  @Test
  void wordsOfOneSenseStandTogetherInTheText() {
    List<List<String>> text = new Mouse(0).text(new Random(6), 2000, List.of());
    int others = 0;
    for (List<String> line : text) {
      if (!line.contains("mouse")) {
        others++;
        long animal = line.stream().filter(cues(Mouse.Sense.ANIMAL)::contains).count();
        long device = line.stream().filter(cues(Mouse.Sense.DEVICE)::contains).count();
        assertTrue(Math.max(animal, device) >= 3, line::toString);
        assertEquals(0, Math.min(animal, device), line::toString);
      }
    }
    assertEquals(1500, others, 80); // four standard deviations
  }

  private static List<String> cues(Mouse.Sense sense) {
    List<String> all = new ArrayList<>(Mouse.nouns(sense));
    all.addAll(Mouse.verbs(sense));
    all.addAll(Mouse.properties(sense));
    return all;
  }

  @Test
  void theSeedDecidesOnEveryJdk() {
    assertEquals(
        "[Sentence[tokens=[nora, noticed, that, the, mouse, blinked],"
            + " sense=DEVICE, mouse=4, cues=[5], distractions=[]],"
            + " Sentence[tokens=[the, squirrel, is, there, ,, but, ada, saw, a, mouse, and, a,"
            + " keyboard, in, the, kitchen], sense=DEVICE, mouse=9, cues=[12], distractions=[1]],"
            + " Sentence[tokens=[the, rabbit, is, gone, ,, but, the, white, mouse, blinked, in, the,"
            + " cellar], sense=DEVICE, mouse=8, cues=[9], distractions=[1]]]",
        new Mouse(0.5).examples(new Random(1), 3).toString());
  }

  @Test
  void aShareThatIsNoneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Mouse(1.1));
    assertThrows(IllegalArgumentException.class, () -> new Mouse(Double.NaN));
  }
}
