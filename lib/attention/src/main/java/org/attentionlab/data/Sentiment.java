package org.attentionlab.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.attentionlab.data.Template.Filled;
import org.attentionlab.data.Template.Span;

/**
 * Sentences that praise or blame, at times with words that say the opposite.
 *
 * <pre>
 * the soup was very good                              POSITIVE   cue: good
 * the soup was not very good                          NEGATIVE   cues: not, good
 * the soup was anything but bad                       POSITIVE   cues: anything, but, bad
 * we were not alone , and the soup was good           POSITIVE   cue: good; not is none
 * although the soup was good , the bread was awful    NEGATIVE   cue: awful
 * the bread was awful , but the soup was good         POSITIVE   cue: good
 * </pre>
 *
 * <p>A share of the sentences is twisted: half of these negate the word of praise or blame, the
 * others hold two judgements, of which the main clause, or what comes behind "but", counts. There a
 * bag of words fails: a negation turns its own word only, and the two judgements are the same words
 * whichever counts. "very" and the like strengthen a word and push its negation away from it.
 *
 * <p>A split keeps contents apart: what is judged, with which words, and to what effect, whatever
 * stands around them.
 *
 * @param twisted the share of sentences with a negation or a contrast, 0 to 1
 */
public record Sentiment(double twisted) implements Corpus<Sentiment.Sentence> {
  /** What a sentence says in the end. */
  public enum Label {
    /** It praises. */
    POSITIVE,
    /** It blames. */
    NEGATIVE;

    private Label opposite() {
      return this == POSITIVE ? NEGATIVE : POSITIVE;
    }
  }

  /**
   * A sentence that judges something.
   *
   * @param tokens the words
   * @param label of the judgement that counts
   * @param thing where the word stands for what is judged
   * @param cues where the words stand that tell: one of praise or blame, and its negation before it
   * @param distractions where words of praise, blame or negation stand that do not count
   */
  public record Sentence(
      List<String> tokens, Label label, int thing, List<Integer> cues, List<Integer> distractions) {
    /** Copies the lists. */
    public Sentence {
      tokens = List.copyOf(tokens);
      cues = List.copyOf(cues);
      distractions = List.copyOf(distractions);
    }
  }

  /** One judgement: its words, where the thing stands, and where the words that tell. */
  private record Clause(List<String> tokens, int thing, List<Integer> cues) {}

  private static final String NAMES = "ada ben carla david emma felix nora omar";
  private static final List<String> THINGS =
      Words.of(
          "soup bread coffee dinner room hotel service view film book concert play garden museum"
              + " guide journey");
  private static final String DAYS = "monday tuesday wednesday thursday friday saturday sunday";
  private static final List<String> DEGREES = List.of("", "", "very", "really", "truly");
  private static final List<String> NEGATIONS =
      List.of("not", "not", "never", "far from", "anything but");

  private static final List<String> CLAUSES =
      List.of(
          "the {thing} was {not} {degree} {opinion}",
          "the {thing} on {day} was {not} {degree} {opinion}",
          "{name} says that the {thing} was {not} {degree} {opinion}",
          "for {name} the {thing} was {not} {degree} {opinion}",
          "the {thing} , says {name} , was {not} {degree} {opinion}");

  /** The negation in them is about something else. */
  private static final List<String> OPENINGS =
      List.of(
          "it did not rain , and",
          "we were not alone , and",
          "we had never been there , and",
          "{name} could not come , and",
          "{name} had never come along , and");

  /** %s stands for the main clause, and - for the other. */
  private static final List<String> CONTRASTS =
      List.of("- , but %s", "although - , %s", "%s although -", "even though - , %s");

  /** Checks the share. */
  public Sentiment {
    if (!(twisted >= 0 && twisted <= 1)) {
      throw new IllegalArgumentException(
          "Sentiment: the share of twisted sentences " + twisted + " is not from 0 to 1.");
    }
  }

  /**
   * Words of praise or of blame.
   *
   * @param label what they say if nothing turns them
   * @return twelve words
   */
  public static List<String> opinions(Label label) {
    return Words.of(
        label == Label.POSITIVE
            ? "good great wonderful excellent lovely superb pleasant splendid charming delightful"
                + " amazing fantastic"
            : "bad awful terrible poor dreadful horrible disappointing unpleasant miserable"
                + " annoying boring lousy");
  }

  @Override
  public List<Sentence> examples(RandomGenerator rng, int count) {
    return Draw.distinct("Sentiment", count, Sentence::tokens, () -> sentence(rng));
  }

  /** What is judged, the words of praise and blame, and the label. */
  @Override
  public Object key(Sentence example) {
    List<String> tokens = example.tokens();
    Set<String> opinions = new HashSet<>(tokens);
    Set<String> known = new HashSet<>(opinions(Label.POSITIVE));
    known.addAll(opinions(Label.NEGATIVE));
    opinions.retainAll(known);
    return List.of(tokens.get(example.thing()), opinions, example.label());
  }

  private Sentence sentence(RandomGenerator rng) {
    Label label = rng.nextInt(2) == 0 ? Label.POSITIVE : Label.NEGATIVE;
    boolean twist = Draw.chance(rng, twisted);
    boolean contrast = twist && rng.nextInt(2) == 0;
    List<String> things = Draw.some(rng, THINGS, 2);
    boolean negated = twist && (!contrast || rng.nextInt(4) == 0);
    Clause main = clause(rng, things.get(0), label, negated);
    Sentence plain = new Sentence(main.tokens(), label, main.thing(), main.cues(), List.of());
    if (contrast) {
      Clause side = clause(rng, things.get(1), label.opposite(), rng.nextInt(4) == 0);
      plain = joined(Draw.one(rng, CONTRASTS), plain, side);
    }
    return rng.nextInt(4) == 0 ? opened(rng, plain) : plain;
  }

  /** Says what is wanted, in so many words or by the negation of the opposite. */
  private static Clause clause(RandomGenerator rng, String thing, Label label, boolean negated) {
    String negation = negated ? Draw.one(rng, NEGATIONS) : "";
    String degree = Words.of(negation).size() > 1 ? "" : Draw.one(rng, DEGREES);
    String opinion = Draw.one(rng, opinions(negated ? label.opposite() : label));
    Filled filled =
        Template.fill(
            Draw.one(rng, CLAUSES),
            slot ->
                switch (slot) {
                  case "thing" -> thing;
                  case "not" -> negation;
                  case "degree" -> degree;
                  case "opinion" -> opinion;
                  case "day" -> Draw.word(rng, DAYS);
                  default -> Draw.word(rng, NAMES);
                });
    List<Integer> cues = new ArrayList<>();
    Span not = filled.slots().get("not");
    for (int i = not.from(); i < not.to(); i++) {
      cues.add(i);
    }
    cues.add(filled.at("opinion"));
    return new Clause(filled.tokens(), filled.at("thing"), cues);
  }

  private static Sentence joined(String contrast, Sentence main, Clause side) {
    List<String> tokens = new ArrayList<>();
    int mainAt = 0;
    int sideAt = 0;
    for (String word : Words.of(contrast)) {
      switch (word) {
        case "%s" -> {
          mainAt = tokens.size();
          tokens.addAll(main.tokens());
        }
        case "-" -> {
          sideAt = tokens.size();
          tokens.addAll(side.tokens());
        }
        default -> tokens.add(word);
      }
    }
    return new Sentence(
        tokens,
        main.label(),
        main.thing() + mainAt,
        moved(main.cues(), mainAt),
        moved(side.cues(), sideAt));
  }

  private static Sentence opened(RandomGenerator rng, Sentence plain) {
    Filled opening = Template.fill(Draw.one(rng, OPENINGS), slot -> Draw.word(rng, NAMES));
    int shift = opening.tokens().size();
    List<String> tokens = new ArrayList<>(opening.tokens());
    tokens.addAll(plain.tokens());
    List<Integer> distractions = new ArrayList<>();
    distractions.add(Math.max(opening.of("not"), opening.of("never")));
    distractions.addAll(moved(plain.distractions(), shift));
    return new Sentence(
        tokens, plain.label(), plain.thing() + shift, moved(plain.cues(), shift), distractions);
  }

  private static List<Integer> moved(List<Integer> places, int shift) {
    return places.stream().map(place -> place + shift).toList();
  }
}
