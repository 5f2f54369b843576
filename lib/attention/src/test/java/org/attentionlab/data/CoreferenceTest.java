package org.attentionlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.attentionlab.data.Coreference.Example;
import org.attentionlab.data.Coreference.Twins;
import org.junit.jupiter.api.Test;

class CoreferenceTest {
  private static final Coreference CORPUS = new Coreference();

  /** What can be said of which things, whatever happens to them. */
  private static final Map<String, String> TRUE_OF =
      Map.ofEntries(
          Map.entry("dog cow goat cat camel sheep", "too tired|too young|afraid|hungry"),
          Map.entry("horse", "too tired|too young|afraid|hungry|too weak"),
          Map.entry("ox donkey pony mule", "too tired|too weak|hungry|afraid"),
          Map.entry("street bridge field road path", "too wide|too long|flooded|icy"),
          Map.entry("river", "too wide|too long|flooded|icy|stormy|too deep|rough"),
          Map.entry(
              "trophy guitar lamp vase violin painting", "too big|too long|too wide|too high"),
          Map.entry("suitcase box drawer bag locker trunk", "too small|too short|too narrow|full"),
          Map.entry("soup bread cake pie coffee stew", "ready|hot|fresh|still warm"),
          Map.entry("table shelf counter desk bench tray", "free|empty|near|made of wood"),
          Map.entry("cart plough wagon trailer sledge", "too heavy|stuck|overloaded|too big"),
          Map.entry("boat ship raft ferry canoe", "leaking|overloaded|damaged|too heavy"),
          Map.entry("lake bay harbour sea", "stormy|too deep|rough|icy"));

  private static boolean fits(String thing, String clue) {
    return TRUE_OF.entrySet().stream()
        .filter(entry -> List.of(entry.getKey().split(" ", -1)).contains(thing))
        .anyMatch(entry -> List.of(entry.getValue().split("\\|", -1)).contains(clue));
  }

  private static String clue(Example example) {
    return example.clue().stream().map(example.tokens()::get).collect(Collectors.joining(" "));
  }

  @Property(tries = 50)
  void whatIsSaidFitsTheAnswerAlone(@ForAll long seed) {
    for (Example example : CORPUS.examples(new Random(seed), 100)) {
      assertEquals("it", example.tokens().get(example.pronoun()));
      assertEquals(1, Collections.frequency(example.tokens(), "it"));
      assertEquals(2, example.candidates().size());
      assertTrue(example.candidates().get(0) < example.candidates().get(1));
      for (int candidate : example.candidates()) {
        boolean fits = fits(example.tokens().get(candidate), clue(example));
        assertEquals(candidate == example.answer(), fits, example.toString());
      }
      assertEquals(example.tokens().get(example.answer()), example.referent());
    }
  }

  @Property(tries = 20)
  void noContentIsInTwoParts(@ForAll long seed) {
    var split = CORPUS.split(new Random(seed), 2000);
    assertEquals(Set.of(), split.leaks(Example::tokens));
    assertEquals(
        Set.of(),
        split.leaks(
            example -> {
              Set<String> content = new HashSet<>(Set.of(clue(example)));
              example.candidates().forEach(at -> content.add(example.tokens().get(at)));
              return content;
            }));
    assertEquals(200, split.test().size(), 20);
  }

  @Property(tries = 20)
  void twinsDifferInTheClueAndInTheAnswer(@ForAll long seed) {
    for (Twins twins : CORPUS.twins(new Random(seed), 50)) {
      assertEquals(without(twins.first()), without(twins.second()));
      assertNotEquals(twins.first().referent(), twins.second().referent());
      assertNotEquals(clue(twins.first()), clue(twins.second()));
    }
  }

  @Test
  void thePlaceDoesNotGiveTheAnswerAway() {
    List<Example> examples = CORPUS.examples(new Random(3), 4000);
    double first = 0;
    double nearest = 0;
    double before = 0;
    for (Example example : examples) {
      List<Integer> candidates = example.candidates();
      first += candidates.get(0) == example.answer() ? 1 : 0;
      int near = Math.abs(candidates.get(0) - example.pronoun());
      int far = Math.abs(candidates.get(1) - example.pronoun());
      nearest += candidates.get(near < far ? 0 : 1) == example.answer() ? 1 : 0;
      before += example.pronoun() < candidates.get(0) ? 1 : 0;
    }
    assertEquals(0.5, first / 4000, 0.04);
    assertEquals(0.5, nearest / 4000, 0.04);
    assertEquals(2 / 7.0, before / 4000, 0.03);
  }

  @Test
  void wordsAreFewEnoughToLearn() {
    Set<String> words = new HashSet<>();
    CORPUS.examples(new Random(4), 4000).forEach(example -> words.addAll(example.tokens()));
    assertTrue(words.size() > 120 && words.size() < 160, "vocabulary: " + words.size());
  }

  @Test
  void theSeedDecidesOnEveryJdk() {
    assertEquals(
        "[Example[tokens=[because, it, was, hungry, ,, the, cat, did, not, cross, the, bridge],"
            + " pronoun=1, candidates=[6, 11], answer=6, clue=[3]],"
            + " Example[tokens=[the, trailer, was, not, moved, by, the, donkey, because, it, was,"
            + " stuck], pronoun=9, candidates=[1, 7], answer=1, clue=[11]]]",
        CORPUS.examples(new Random(1), 2).toString());
  }

  private static String without(Example example) {
    return String.join(" ", example.tokens()).replace(clue(example), "");
  }
}
