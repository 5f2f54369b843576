package org.attentionlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.attentionlab.data.Entities.Sentence;
import org.attentionlab.metrics.EntityF1;
import org.junit.jupiter.api.Test;

class EntitiesTest {
  private static final Set<String> TWO_KINDS =
      Set.of(
          "florence",
          "sydney",
          "austin",
          "charlotte",
          "chelsea",
          "paris",
          "savannah",
          "madison",
          "april",
          "may",
          "june",
          "august",
          "ford",
          "disney",
          "dell",
          "philips",
          "porsche",
          "bosch",
          "toyota",
          "valencia",
          "barcelona",
          "santander",
          "nokia",
          "everton");

  /** Words around the names, and those of which longer names are made. */
  private static final Set<String> AROUND =
      Set.copyOf(
          Words.of(
              "has lived in since is a nurse from at home we meet and some friends before phoned"
                  + " an aunt worked the head office of cousin were until company hired chairman"
                  + " was born shares after cut thousand jobs board met road to closed streets"
                  + " empty mayor wrote it rained please day visit , said town agreed bank airways"
                  + " sons"));

  /** What is left of a sentence without its names and numbers. */
  private static List<String> context(Sentence sentence) {
    List<String> context = new ArrayList<>();
    for (String word : sentence.tokens()) {
      context.add(AROUND.contains(word) ? word : word.matches("\\d+") ? "#" : "?");
    }
    return context;
  }

  private static Set<String> names(List<Sentence> sentences) {
    Set<String> names = new TreeSet<>();
    for (Sentence sentence : sentences) {
      for (int i = 0; i < sentence.tokens().size(); i++) {
        String word = sentence.tokens().get(i);
        if (!sentence.tags().get(i).equals("O") && word.matches("[a-z]+")) {
          names.add(word);
        }
      }
    }
    names.removeAll(AROUND);
    return names;
  }

  /** How well entities are found with the tags that each word, or each context, had most. */
  private static double f1(List<Sentence> train, List<Sentence> test, boolean byContext) {
    Map<Object, Map<List<String>, Integer>> seen = new HashMap<>();
    for (Sentence sentence : train) {
      if (byContext) {
        count(seen, context(sentence), sentence.tags());
        continue;
      }
      for (int i = 0; i < sentence.tokens().size(); i++) {
        count(seen, sentence.tokens().get(i), sentence.tags().subList(i, i + 1));
      }
    }
    List<List<String>> predicted = new ArrayList<>();
    List<List<String>> targets = new ArrayList<>();
    for (Sentence sentence : test) {
      int length = sentence.tokens().size();
      List<String> tags = new ArrayList<>();
      if (byContext) {
        tags.addAll(most(seen, context(sentence), Collections.nCopies(length, "O")));
      } else {
        sentence.tokens().forEach(word -> tags.addAll(most(seen, word, List.of("O"))));
      }
      predicted.add(tags);
      targets.add(sentence.tags());
    }
    return EntityF1.of(predicted, targets).overall().value();
  }

  private static void count(
      Map<Object, Map<List<String>, Integer>> seen, Object what, List<String> tags) {
    seen.computeIfAbsent(what, each -> new HashMap<>()).merge(tags, 1, Integer::sum);
  }

  private static List<String> most(
      Map<Object, Map<List<String>, Integer>> seen, Object what, List<String> otherwise) {
    return seen.getOrDefault(what, Map.of()).entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(otherwise);
  }

  @Test
  void whatStandsAroundTheNamesGivesTheTags() {
    Map<List<String>, List<String>> known = new HashMap<>();
    for (Sentence sentence : new Entities(0.5).examples(new Random(2), 20_000)) {
      List<String> tags = known.putIfAbsent(context(sentence), sentence.tags());
      assertEquals(tags == null ? sentence.tags() : tags, sentence.tags(), sentence.toString());
    }
  }

  @Property(tries = 50)
  void everyNameAndDateIsTaggedAndInsideTagsGoOnWithTheirKind(@ForAll long seed) {
    for (Sentence sentence : new Entities(0.5).examples(new Random(seed), 200)) {
      List<String> tags = sentence.tags();
      assertEquals(sentence.tokens().size(), tags.size());
      assertTrue(Entities.tags().containsAll(tags));
      for (int i = 0; i < tags.size(); i++) {
        String word = sentence.tokens().get(i);
        boolean goesOn = tags.get(i).startsWith("I-");
        assertTrue(!goesOn || tags.get(i).substring(2).equals(tags.get(i - 1).substring(2)));
        boolean plainWord = AROUND.contains(word) || Set.of("may", "mark", "rose").contains(word);
        assertTrue(plainWord || !tags.get(i).equals("O"), word + " in " + sentence);
      }
    }
  }

  @Property(tries = 50)
  void ambiguousAreNamesOfTwoKindsAndPartsOfLongerOnes(@ForAll long seed) {
    for (Sentence sentence : new Entities(0.5).examples(new Random(seed), 200)) {
      List<Integer> expected = new ArrayList<>();
      for (int i = 0; i < sentence.tokens().size(); i++) {
        String word = sentence.tokens().get(i);
        boolean named = !sentence.tags().get(i).equals("O") && !AROUND.contains(word);
        if (named && (TWO_KINDS.contains(word) || partOfFirm(sentence, i))) {
          expected.add(i);
        }
      }
      assertEquals(expected, sentence.ambiguous(), sentence.toString());
    }
  }

  /** Such as "berlin" in "bank of berlin" and both words in "new york airways". */
  private static boolean partOfFirm(Sentence sentence, int at) {
    int from = at;
    while (sentence.tags().get(from).startsWith("I-")) {
      from--;
    }
    int to = at + 1;
    while (to < sentence.tags().size() && sentence.tags().get(to).startsWith("I-")) {
      to++;
    }
    List<String> words = sentence.tokens().subList(from, to);
    return !Collections.disjoint(words, Set.of("bank", "airways", "sons"));
  }

  @Test
  void namesOfTwoKindsAreAsManyAsAskedForAndStandForBoth() {
    for (double share : new double[] {0, 0.3, 1}) {
      List<Sentence> sentences = new Entities(share).examples(new Random(3), 4000);
      Map<String, Set<String>> kinds = new HashMap<>();
      double twofold = 0;
      double places = 0;
      for (Sentence sentence : sentences) {
        for (EntityF1.Entity entity : EntityF1.entities(sentence.tags())) {
          String first = sentence.tokens().get(entity.from());
          if (entity.to() - entity.from() == 1) {
            kinds.computeIfAbsent(first, word -> new HashSet<>()).add(entity.type());
          }
          if (entity.type().equals("LOC")) { // one name each
            places++;
            twofold += TWO_KINDS.contains(first) ? 1 : 0;
          }
        }
      }
      assertEquals(share, twofold / places, 0.04);
      kinds.forEach((word, of) -> assertEquals(TWO_KINDS.contains(word) ? 2 : 1, of.size(), word));
    }
  }

  @Test
  void aTableOfWordsFailsWhereNamesAreAmbiguous() {
    var plain = new Entities(0).split(new Random(4), 3000);
    var hard = new Entities(0.7).split(new Random(4), 3000);
    double easily = f1(plain.train(), plain.test(), false);
    double hardly = f1(hard.train(), hard.test(), false);
    double context = f1(hard.train(), hard.test(), true);
    String scores = "by words: " + easily + " and " + hardly + ", by context: " + context;
    assertTrue(easily > hardly + 0.15 && hardly < 0.6 && context > 0.95, scores);
  }

  @Test
  void contextFindsNamesThatWereNeverSeen() {
    var split = new Entities(0.5).splitByName(new Random(5), 6000);
    double words = f1(split.train(), split.test(), false);
    double context = f1(split.train(), split.test(), true);
    assertTrue(words < 0.05 && context > 0.98, "by words: " + words + ", by context: " + context);
  }

  @Property(tries = 20)
  void noSentenceIsInTwoParts(@ForAll long seed) {
    var split = new Entities(0.5).split(new Random(seed), 1000);
    assertEquals(Set.of(), split.leaks(Sentence::tokens));
    assertEquals(100, split.test().size());
  }

  @Property(tries = 20)
  void noNameIsInTwoPartsOfASplitByName(@ForAll long seed) {
    var split = new Entities(0.5).splitByName(new Random(seed), 1000);
    assertEquals("Split[train 800, validation 100, test 100]", split.toString());
    Set<String> train = names(split.train());
    Set<String> validation = names(split.validation());
    Set<String> test = names(split.test());
    assertTrue(Collections.disjoint(train, validation));
    assertTrue(Collections.disjoint(train, test));
    assertTrue(Collections.disjoint(validation, test));
    assertTrue(train.size() > 40 && test.size() > 6, "to train: " + train + ", to test: " + test);
  }

  @Test
  void theSentencesOfTheCourseCanBeDrawn() {
    assertTags("florence phoned an aunt in paris", "B-PER O O O O B-LOC");
    assertTags("paris ford is a nurse from florence", "B-PER I-PER O O O O B-LOC");
    assertTags("shares of ford rose after 3 may", "O O B-ORG O O B-DATE I-DATE");
    assertTags("we may meet may and some friends before june", "O O O B-PER O O O O B-DATE");
  }

  private static void assertTags(String text, String tags) {
    Sentence sentence = Lots.find(new Entities(0.5), Sentence::tokens, text);
    assertEquals(Words.of(tags), sentence.tags());
  }

  @Test
  void wordsAreFewEnoughToLearn() {
    Set<String> words = new HashSet<>();
    new Entities(0.5).examples(new Random(6), 5000).forEach(each -> words.addAll(each.tokens()));
    assertTrue(words.size() > 150 && words.size() < 240, "vocabulary: " + words.size());
  }

  @Test
  void tagsAreNamedOnceEach() {
    assertEquals(
        "[O, B-PER, I-PER, B-LOC, I-LOC, B-ORG, I-ORG, B-DATE, I-DATE]",
        Entities.tags().toString());
  }

  @Test
  void theSeedDecidesOnEveryJdk() {
    assertEquals(
        "[Sentence[tokens=[it, rained, in, madison, until, 11, may],"
            + " tags=[O, O, O, B-LOC, O, B-DATE, I-DATE], ambiguous=[3, 6]],"
            + " Sentence[tokens=[paris, airways, cut, a, thousand, jobs, in, vienna],"
            + " tags=[B-ORG, I-ORG, O, O, O, O, O, B-LOC], ambiguous=[0]]]",
        new Entities(0.5).examples(new Random(1), 2).toString());
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Entities(1.1));
    assertThrows(IllegalArgumentException.class, () -> new Entities(Double.NaN));
    Entities corpus = new Entities(0);
    assertThrows(IllegalArgumentException.class, () -> corpus.examples(new Random(1), 0));
  }
}
