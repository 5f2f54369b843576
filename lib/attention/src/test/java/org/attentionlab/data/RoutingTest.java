package org.attentionlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.attentionlab.data.Routing.Department;
import org.attentionlab.data.Routing.Message;
import org.junit.jupiter.api.Test;

class RoutingTest {
  private static final Map<Department, String> CUES =
      Map.of(
          Department.BILLING,
          "invoice|payment|fee|discount|receipt|instalment|charged twice|cost less|took too much",
          Department.DELIVERY,
          "parcel|courier|shipment|delivery|driver|package|arrived|waiting|left at the wrong door",
          Department.RETURNS,
          "return|refund|exchange|replacement|cancellation|withdrawal|send it back|keep it|swap it",
          Department.TECHNICAL,
          "screen|battery|cable|button|speaker|software|switch on|strange noise|gets too hot",
          Department.ACCOUNT,
          "password|login|profile|username|registration|newsletter|sign in|change my address"
              + "|uses my name");

  /** Clauses that ask for nothing. */
  private static final String BESIDE =
      "the (\\w+) is fine , but |i have no question about the (\\w+) , but "
          + "|my question is not about the (\\w+) , |, although the (\\w+) is fine"
          + "|, the (\\w+) is not the problem";

  private static String text(Message message) {
    return String.join(" ", message.tokens());
  }

  /** The departments of which a text speaks, with the words that tell. */
  private static Map<Department, Set<String>> spokenOf(String text) {
    Map<Department, Set<String>> found = new EnumMap<>(Department.class);
    CUES.forEach(
        (department, cues) -> {
          for (String cue : List.of(cues.split("\\|", -1))) {
            if ((" " + text + " ").contains(" " + cue + " ")) {
              found.computeIfAbsent(department, each -> new HashSet<>()).add(cue);
            }
          }
        });
    return found;
  }

  private static String words(Message message, List<Integer> places) {
    return places.stream().map(message.tokens()::get).collect(Collectors.joining(" "));
  }

  @Property(tries = 50)
  void whatIsAskedForGivesTheDepartment(@ForAll long seed) {
    for (Message message : new Routing(0.5).examples(new Random(seed), 200)) {
      String request = text(message).replaceAll(BESIDE, "");
      assertEquals(
          Map.of(message.department(), Set.of(words(message, message.cues()))),
          spokenOf(request),
          message.toString());
    }
  }

  @Property(tries = 50)
  void distractionsAreWordsOfOneOtherDepartment(@ForAll long seed) {
    for (Message message : new Routing(0.5).examples(new Random(seed), 200)) {
      var all = spokenOf(text(message));
      all.remove(message.department());
      Set<String> others = new HashSet<>();
      all.values().forEach(others::addAll);
      String distraction = words(message, message.distractions());
      assertEquals(
          distraction.isEmpty() ? Set.of() : Set.of(distraction), others, message.toString());
    }
  }

  @Property(tries = 50)
  void theProductIsWhatWasBought(@ForAll long seed) {
    for (Message message : new Routing(0.5).examples(new Random(seed), 200)) {
      String before = message.tokens().get(message.product() - 1);
      assertTrue(Set.of("a", "an", "the").contains(before), message.toString());
      assertEquals(Map.of(), spokenOf(message.tokens().get(message.product())));
    }
  }

  @Test
  void departmentsAreBalancedAndDistractionsAsManyAsAskedFor() {
    for (double share : new double[] {0, 0.3, 1}) {
      List<Message> messages = new Routing(share).examples(new Random(2), 5000);
      for (Department department : Department.values()) {
        long count = messages.stream().filter(each -> each.department() == department).count();
        assertEquals(0.2, count / 5000.0, 0.03);
      }
      long distracted = messages.stream().filter(each -> !each.distractions().isEmpty()).count();
      assertEquals(share, distracted / 5000.0, 0.06);
    }
  }

  @Test
  void aBagOfWordsFailsWhereMessagesDistract() {
    var plain = new Routing(0).split(new Random(3), 3000);
    var distracted = new Routing(1).split(new Random(3), 3000);
    double easy =
        BagOfWords.accuracy(plain.train(), plain.test(), Message::tokens, Message::department);
    double hard =
        BagOfWords.accuracy(
            distracted.train(), distracted.test(), Message::tokens, Message::department);
    assertTrue(easy > 0.97 && hard < 0.75, "plain: " + easy + ", distracted: " + hard);
  }

  @Property(tries = 20)
  void noContentIsInTwoParts(@ForAll long seed) {
    var split = new Routing(0.5).split(new Random(seed), 2000);
    assertEquals(Set.of(), split.leaks(Message::tokens));
    assertEquals(
        Set.of(),
        split.leaks(
            message ->
                List.of(
                    words(message, message.cues()),
                    words(message, message.distractions()),
                    message.tokens().get(message.product()))));
    assertEquals(200, split.test().size(), 20);
  }

  @Test
  void theMessagesOfTheCourseCanBeDrawn() {
    assertDrawn("i bought a camera . there is a problem with the invoice", Department.BILLING);
    assertDrawn("i bought a lamp . it has not arrived", Department.DELIVERY);
    assertDrawn(
        "this is about a lamp . the invoice is fine , but i need help with the parcel",
        Department.DELIVERY);
    assertDrawn(
        "this is about a lamp . the parcel is fine , but i need help with the invoice",
        Department.BILLING);
  }

  private static void assertDrawn(String text, Department department) {
    Message message = Lots.find(new Routing(0.5), Message::tokens, text);
    assertEquals(department, message.department());
  }

  @Test
  void askingForMoreThanThereIsIsRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Routing(0).examples(new Random(1), 1_000_000));
    assertTrue(error.getMessage().startsWith("Routing: 1000000 different"), error.getMessage());
  }

  @Test
  void wordsAreFewEnoughToLearn() {
    Set<String> words = new HashSet<>();
    new Routing(0.5).examples(new Random(5), 5000).forEach(each -> words.addAll(each.tokens()));
    assertTrue(words.size() > 110 && words.size() < 150, "vocabulary: " + words.size());
  }

  @Test
  void theSeedDecidesOnEveryJdk() {
    assertEquals(
        "[Message[tokens=[dear, all, ,, my, order, was, a, lamp, ,, and, now, i, do, not, want, to,"
            + " keep, it, ,, although, the, battery, is, fine], department=RETURNS, product=7,"
            + " cues=[16, 17], distractions=[21]]]",
        new Routing(1).examples(new Random(1), 1).toString());
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Routing(1.1));
    assertThrows(IllegalArgumentException.class, () -> new Routing(Double.NaN));
    Routing corpus = new Routing(0);
    assertThrows(IllegalArgumentException.class, () -> corpus.examples(new Random(1), 0));
  }
}
