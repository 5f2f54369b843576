package org.attentionlab.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.attentionlab.data.Template.Filled;

/**
 * Sentences in which "mouse" is an animal or a device; some other word tells which.
 *
 * <pre>
 * the old mouse is next to the cat            ANIMAL   cue: cat
 * nora saw a mouse and a keyboard             DEVICE   cue: keyboard
 * the mouse lagged in the office              DEVICE   cue: lagged
 * the cat is tired , but the mouse is next to the keyboard    with a distraction: cat
 * </pre>
 *
 * <p>The frames with a noun as cue are the same for both senses, so the cue alone decides, before
 * "mouse" or after it, near or far. In a share of the sentences another clause holds a cue of the
 * other sense that says nothing of the mouse: there a bag of words fails.
 *
 * <p>A {@link #split} keeps sentences apart, and {@link #splitByCue} also the cues: a model that
 * met the cues of the test only in {@link #text}, where nothing says what a mouse is, has to carry
 * over what it learned there.
 *
 * @param distraction the share of sentences with a cue of the other sense, 0 to 1
 */
public record Mouse(double distraction) implements Corpus<Mouse.Sentence> {
  /** What a mouse can be. */
  public enum Sense {
    /** It squeaks. */
    ANIMAL,
    /** It clicks. */
    DEVICE
  }

  /**
   * A sentence with the word "mouse".
   *
   * @param tokens the words
   * @param sense of the mouse
   * @param mouse where "mouse" stands
   * @param cues where the words stand that tell the sense, one or two
   * @param distractions where a cue of the other sense stands; none or one
   */
  public record Sentence(
      List<String> tokens, Sense sense, int mouse, List<Integer> cues, List<Integer> distractions) {
    /** Copies the lists. */
    public Sentence {
      tokens = List.copyOf(tokens);
      cues = List.copyOf(cues);
      distractions = List.copyOf(distractions);
    }
  }

  private static final String NAMES =
      "ada ben carla david emma felix nora omar paula sam tina yuki";
  private static final String ADJECTIVES =
      "small grey black white new old little quiet fast pretty";
  private static final String PLACES = "kitchen office garage attic hall cellar school bedroom";
  private static final String MOODS = "tired loud gone here there strange";

  /** The cue is a noun: which one decides. */
  private static final List<String> NOUN_FRAMES =
      List.of(
          "the {adjective} mouse is next to the {noun}",
          "the {noun} is next to the {adjective} mouse",
          "{name} saw a mouse and a {noun} in the {place}",
          "a {noun} and a mouse are in the {place}",
          "{name} looked at the {noun} and then at the {adjective} mouse",
          "{name} said that the mouse in the {place} is behind the {noun}",
          "with the {noun} gone {name} has no use for the {adjective} mouse",
          "{name} drew a {adjective} mouse under a {noun}",
          "{noun} and mouse are {property}");

  /** The cue is what the mouse did. */
  private static final List<String> VERB_FRAMES =
      List.of(
          "the {adjective} mouse {verb} in the {place}",
          "{name} noticed that the mouse {verb}",
          "in the {place} the mouse often {verb} , said {name}");

  /** Cues without the mouse, several in each sentence, to learn which are alike. */
  private static final List<String> OTHER_FRAMES =
      List.of(
          "the {adjective} {noun} is next to the {noun2} and the {noun3}",
          "{name} saw a {noun} , a {noun2} and a {noun3} in the {place}",
          "the {noun} {verb} and the {noun2} {verb2} near the {noun3}",
          "the {noun} {verb} because the {noun2} {verb2}",
          "a {noun} that {verb} is next to a {noun2} that {verb2}",
          "{noun} , {noun2} and {noun3} are {property}");

  /** Checks the share. */
  public Mouse {
    if (!(distraction >= 0 && distraction <= 1)) {
      throw new IllegalArgumentException(
          "Mouse: the share of distractions " + distraction + " is not from 0 to 1.");
    }
  }

  /**
   * The nouns that tell a sense.
   *
   * @param sense of the mouse
   * @return twelve nouns
   */
  public static List<String> nouns(Sense sense) {
    return Words.of(
        sense == Sense.ANIMAL
            ? "cat kitten hawk snake fox rat hamster rabbit squirrel hedgehog weasel lizard"
            : "keyboard screen laptop printer monitor cable speaker webcam charger headset tablet"
                + " router");
  }

  /**
   * What a mouse of a sense does.
   *
   * @param sense of the mouse
   * @return six verbs
   */
  public static List<String> verbs(Sense sense) {
    return Words.of(
        sense == Sense.ANIMAL
            ? "squeaked nibbled scurried slept hid ran"
            : "clicked disconnected crashed lagged blinked beeped");
  }

  /**
   * What mice of a sense are.
   *
   * @param sense of the mouse
   * @return four words
   */
  public static List<String> properties(Sense sense) {
    return Words.of(
        sense == Sense.ANIMAL
            ? "friends hungry afraid asleep"
            : "useful wireless broken expensive");
  }

  @Override
  public List<Sentence> examples(RandomGenerator rng, int count) {
    return drawn(rng, count, word -> true);
  }

  /** The whole sentence. */
  @Override
  public Object key(Sentence example) {
    return example.tokens();
  }

  /**
   * Deals out by cue: no noun, verb or property that tells a sense is found in two parts.
   *
   * @param rng what is drawn
   * @param count how many in all: 80 % to train, 10 % to validate, 10 % to test
   * @return the parts; two thirds of the cues are learned from
   */
  public Split<Sentence> splitByCue(RandomGenerator rng, int count) {
    Set<String> test = new HashSet<>();
    Set<String> validation = new HashSet<>();
    for (Sense sense : Sense.values()) {
      for (List<String> cues : List.of(nouns(sense), verbs(sense), properties(sense))) {
        List<String> order = Draw.shuffled(rng, cues);
        int part = Math.max(1, cues.size() / 6);
        test.addAll(order.subList(0, part));
        validation.addAll(order.subList(part, 2 * part));
      }
    }
    int tenth = Math.max(1, count / 10);
    return new Split<>(
        drawn(rng, count - 2 * tenth, word -> !test.contains(word) && !validation.contains(word)),
        drawn(rng, tenth, validation::contains),
        drawn(rng, tenth, test::contains));
  }

  /**
   * Sentences without any label, to learn words from: a quarter of them with a mouse, the others
   * with several cues of one sense, for only words that stand together tell which are alike. All
   * cues occur, also those that {@link #splitByCue} keeps for the test.
   *
   * @param rng what is drawn
   * @param count how many, all different
   * @param except sentences that must not occur, such as those of a test
   * @return the words of each sentence
   */
  public List<List<String>> text(RandomGenerator rng, int count, List<Sentence> except) {
    Set<List<String>> avoided = new HashSet<>();
    except.forEach(sentence -> avoided.add(sentence.tokens()));
    return Draw.distinct(
        "Mouse",
        count,
        tokens -> tokens,
        () -> {
          List<String> tokens = line(rng);
          while (avoided.contains(tokens)) {
            tokens = line(rng);
          }
          return tokens;
        });
  }

  private List<String> line(RandomGenerator rng) {
    if (rng.nextInt(4) == 0) {
      return sentence(rng, word -> true).tokens();
    }
    return fill(rng, Draw.one(rng, OTHER_FRAMES), sense(rng), word -> true).tokens();
  }

  private List<Sentence> drawn(RandomGenerator rng, int count, Predicate<String> allowed) {
    return Draw.distinct("Mouse", count, Sentence::tokens, () -> sentence(rng, allowed));
  }

  private Sentence sentence(RandomGenerator rng, Predicate<String> allowed) {
    Sense sense = sense(rng);
    List<String> frames = rng.nextInt(4) == 0 ? VERB_FRAMES : NOUN_FRAMES;
    Filled filled = fill(rng, Draw.one(rng, frames), sense, allowed);
    List<Integer> cues = new ArrayList<>();
    for (String slot : List.of("noun", "verb", "property")) {
      if (filled.slots().containsKey(slot)) {
        cues.add(filled.at(slot));
      }
    }
    Sentence plain = new Sentence(filled.tokens(), sense, filled.of("mouse"), cues, List.of());
    return Draw.chance(rng, distraction) ? distracted(rng, plain, allowed) : plain;
  }

  private static Sentence distracted(
      RandomGenerator rng, Sentence plain, Predicate<String> allowed) {
    Sense other = plain.sense() == Sense.ANIMAL ? Sense.DEVICE : Sense.ANIMAL;
    boolean before = rng.nextInt(2) == 0;
    String clause = before ? "the {noun} is {mood} , but" : ", and {name} likes the {noun}";
    Filled extra = fill(rng, clause, other, allowed);
    int shift = before ? extra.tokens().size() : 0;
    List<String> tokens = new ArrayList<>(before ? extra.tokens() : plain.tokens());
    tokens.addAll(before ? plain.tokens() : extra.tokens());
    return new Sentence(
        tokens,
        plain.sense(),
        plain.mouse() + shift,
        plain.cues().stream().map(cue -> cue + shift).toList(),
        List.of(extra.at("noun") + (before ? 0 : plain.tokens().size())));
  }

  private static Sense sense(RandomGenerator rng) {
    return rng.nextInt(2) == 0 ? Sense.ANIMAL : Sense.DEVICE;
  }

  private static Filled fill(
      RandomGenerator rng, String frame, Sense sense, Predicate<String> allowed) {
    List<String> nouns = Draw.shuffled(rng, kept(nouns(sense), allowed));
    return Template.fill(
        frame,
        slot ->
            switch (slot) {
              case "noun" -> nouns.get(0);
              case "noun2" -> nouns.get(1);
              case "noun3" -> nouns.get(2);
              case "name" -> Draw.word(rng, NAMES);
              case "adjective" -> Draw.word(rng, ADJECTIVES);
              case "place" -> Draw.word(rng, PLACES);
              case "mood" -> Draw.word(rng, MOODS);
              case "verb", "verb2" -> Draw.one(rng, kept(verbs(sense), allowed));
              default -> Draw.one(rng, kept(properties(sense), allowed));
            });
  }

  private static List<String> kept(List<String> cues, Predicate<String> allowed) {
    return cues.stream().filter(allowed).toList();
  }
}
