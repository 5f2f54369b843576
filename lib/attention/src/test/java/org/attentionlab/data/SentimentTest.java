package org.attentionlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.attentionlab.data.Sentiment.Label;
import org.attentionlab.data.Sentiment.Sentence;
import org.junit.jupiter.api.Test;

class SentimentTest {
  private static final Pattern PRAISE =
      Pattern.compile(
          "\\b(good|great|wonderful|excellent|lovely|superb|pleasant|splendid|charming|delightful"
              + "|amazing|fantastic)\\b");
  private static final Pattern BLAME =
      Pattern.compile(
          "\\b(bad|awful|terrible|poor|dreadful|horrible|disappointing|unpleasant|miserable"
              + "|annoying|boring|lousy)\\b");
  private static final Pattern NEGATION =
      Pattern.compile("\\b(not|never|far from|anything but)\\b");

  /** What a reader understands, by the grammar of the text alone. */
  private static Label read(String text) {
    String main = text.replaceAll(" , says \\w+ ,", "").replaceFirst("^.* , and ", "");
    if (main.contains(" , but ")) {
      main = main.substring(main.indexOf(" , but ") + 1);
    } else if (main.startsWith("although ") || main.startsWith("even though ")) {
      main = main.substring(main.indexOf(" , ") + 1);
    } else if (main.contains(" although ")) {
      main = main.substring(0, main.indexOf(" although "));
    }
    boolean praise = PRAISE.matcher(main).find();
    assertTrue(praise != BLAME.matcher(main).find(), "both or none in: " + main);
    return praise != NEGATION.matcher(main).find() ? Label.POSITIVE : Label.NEGATIVE;
  }

  private static String text(Sentence sentence) {
    return String.join(" ", sentence.tokens());
  }

  private static boolean contrast(Sentence sentence) {
    return text(sentence).matches(".*(though|, but).*");
  }

  @Property(tries = 50)
  void mainClauseAndNegationGiveTheLabel(@ForAll long seed) {
    for (Sentence sentence : new Sentiment(0.6).examples(new Random(seed), 200)) {
      assertEquals(read(text(sentence)), sentence.label(), sentence.toString());
    }
  }

  @Property(tries = 50)
  void everyWordThatPraisesBlamesOrNegatesIsACueOrADistraction(@ForAll long seed) {
    for (Sentence sentence : new Sentiment(0.6).examples(new Random(seed), 200)) {
      List<Integer> told = new ArrayList<>(sentence.cues());
      told.addAll(sentence.distractions());
      Set<Integer> found = new TreeSet<>();
      for (Pattern pattern : List.of(PRAISE, BLAME, NEGATION)) {
        Matcher matcher = pattern.matcher(text(sentence));
        while (matcher.find()) {
          int at = Words.of(text(sentence).substring(0, matcher.start())).size();
          for (int i = 0; i < Words.of(matcher.group()).size(); i++) {
            found.add(at + i);
          }
        }
      }
      assertEquals(found.size(), told.size(), sentence.toString());
      assertEquals(found, new TreeSet<>(told), sentence.toString());
    }
  }

  @Property(tries = 50)
  void theThingThatCountsStandsInTheMainClause(@ForAll long seed) {
    for (Sentence sentence : new Sentiment(1).examples(new Random(seed), 100)) {
      assertEquals("the", sentence.tokens().get(sentence.thing() - 1), sentence.toString());
      int last = sentence.cues().get(sentence.cues().size() - 1);
      assertTrue(sentence.thing() < last && last - sentence.thing() < 12, sentence.toString());
      List<String> between = sentence.tokens().subList(sentence.thing(), last);
      assertTrue(!between.contains("the") && !between.contains("although"), sentence.toString());
    }
  }

  @Test
  void labelsAreBalancedAndTwistsAsManyAsAskedFor() {
    for (double share : new double[] {0, 0.4, 1}) {
      List<Sentence> sentences = new Sentiment(share).examples(new Random(2), 4000);
      double positive = 0;
      double contrasts = 0;
      double negations = 0;
      for (Sentence sentence : sentences) {
        positive += sentence.label() == Label.POSITIVE ? 1 : 0;
        contrasts += contrast(sentence) ? 1 : 0;
        negations += !contrast(sentence) && sentence.cues().size() > 1 ? 1 : 0;
      }
      assertEquals(0.5, positive / 4000, 0.03);
      assertEquals(share / 2, negations / 4000, 0.04);
      assertTrue(share > 0 || contrasts == 0, "contrasts: " + contrasts);
    }
  }

  @Test
  void aBagOfWordsFailsWhereSentencesAreTwisted() {
    var plain = new Sentiment(0).split(new Random(3), 3000);
    var twisted = new Sentiment(0.6).split(new Random(3), 3000);
    double easy =
        BagOfWords.accuracy(plain.train(), plain.test(), Sentence::tokens, Sentence::label);
    double hard =
        BagOfWords.accuracy(twisted.train(), twisted.test(), Sentence::tokens, Sentence::label);
    assertTrue(easy > 0.97 && hard < 0.7, "plain: " + easy + ", twisted: " + hard);
  }

  @Property(tries = 20)
  void noContentIsInTwoParts(@ForAll long seed) {
    var split = new Sentiment(0.5).split(new Random(seed), 2000);
    assertEquals(Set.of(), split.leaks(Sentence::tokens));
    assertEquals(
        Set.of(),
        split.leaks(
            sentence -> {
              Set<String> content = new HashSet<>(Set.of(sentence.label().name()));
              content.add(sentence.tokens().get(sentence.thing()));
              PRAISE.matcher(text(sentence)).results().forEach(word -> content.add(word.group()));
              BLAME.matcher(text(sentence)).results().forEach(word -> content.add(word.group()));
              return content;
            }));
    assertEquals(200, split.test().size(), 20);
  }

  @Test
  void theSentencesOfTheCourseCanBeDrawn() {
    assertDrawn("the soup was very good", Label.POSITIVE, "good");
    assertDrawn("the soup was not very good", Label.NEGATIVE, "not good");
    assertDrawn("we were not alone , and the soup was good", Label.POSITIVE, "good");
    assertDrawn("the soup was anything but bad", Label.POSITIVE, "anything but bad");
    assertDrawn("although the soup was good , the bread was awful", Label.NEGATIVE, "awful");
    assertDrawn("the bread was awful , but the soup was good", Label.POSITIVE, "good");
  }

  private static void assertDrawn(String text, Label label, String cues) {
    Sentence sentence = Lots.find(new Sentiment(0.5), Sentence::tokens, text);
    assertEquals(label, sentence.label());
    assertEquals(Words.of(cues), sentence.cues().stream().map(sentence.tokens()::get).toList());
  }

  @Test
  void wordsAreFewEnoughToLearn() {
    Set<String> words = new HashSet<>();
    new Sentiment(0.5).examples(new Random(5), 5000).forEach(each -> words.addAll(each.tokens()));
    assertTrue(words.size() > 80 && words.size() < 110, "vocabulary: " + words.size());
  }

  @Test
  void theSeedDecidesOnEveryJdk() {
    assertEquals(
        "[Sentence[tokens=[for, nora, the, bread, was, anything, but, lousy, ,, but, the, coffee,"
            + " was, miserable], label=NEGATIVE, thing=11, cues=[13], distractions=[5, 6, 7]],"
            + " Sentence[tokens=[although, the, concert, ,, says, ben, ,, was, wonderful, ,, the,"
            + " view, on, tuesday, was, very, annoying], label=NEGATIVE, thing=11, cues=[16],"
            + " distractions=[8]]]",
        new Sentiment(1).examples(new Random(1), 2).toString());
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Sentiment(-0.1));
    assertThrows(IllegalArgumentException.class, () -> new Sentiment(Double.NaN));
    Sentiment corpus = new Sentiment(0);
    assertThrows(IllegalArgumentException.class, () -> corpus.examples(new Random(1), 0));
  }
}
