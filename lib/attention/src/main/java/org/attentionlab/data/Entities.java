package org.attentionlab.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.attentionlab.data.Template.Filled;
import org.attentionlab.data.Template.Span;

/**
 * Sentences in which persons, places, organisations and dates are to be tagged.
 *
 * <pre>
 * florence  phoned  an  aunt  in  paris        B-PER O O O O B-LOC
 * paris  ford  is  a  nurse  from  florence    B-PER I-PER O O O O B-LOC
 * shares  of  ford  rose  after  3  may        O O B-ORG O O B-DATE I-DATE
 * we  may  meet  may  and  some  friends before  june    O O O B-PER O O O O B-DATE
 * </pre>
 *
 * <p>A share of the names may be of two kinds: a person or a town, a person or a month, a person or
 * a firm, a town or a firm. Others become part of a longer name: "bank of berlin", "miller and
 * sons". There a table of words fails, and what stands around a name always tells. All is in small
 * letters, so that no capital gives a name away; "may", "mark" and "rose" are words as well.
 *
 * <p>A {@link #split} keeps sentences apart, and {@link #splitByName} also the names, so that the
 * context alone has to tell. Tags are as in CoNLL: Tjong Kim Sang and De Meulder (2003),
 * "Introduction to the CoNLL-2003 Shared Task", with B at the beginning of every entity.
 *
 * @param ambiguous the share of names that may be of two kinds, 0 to 1
 */
public record Entities(double ambiguous) implements Corpus<Entities.Sentence> {
  /** What is named. */
  public enum Kind {
    /** Somebody. */
    PERSON("PER"),
    /** A town. */
    PLACE("LOC"),
    /** A firm. */
    ORGANISATION("ORG"),
    /** A month, with or without a day or a year. */
    DATE("DATE");

    private final String tag;

    Kind(String tag) {
      this.tag = tag;
    }

    /**
     * How it is written behind "B-" and "I-".
     *
     * @return such as "PER"
     */
    public String tag() {
      return tag;
    }
  }

  /**
   * A sentence with its tags.
   *
   * @param tokens the words
   * @param tags for each word: B and the kind where an entity begins, I and the kind where it goes
   *     on, O elsewhere
   * @param ambiguous where words of a name stand that by themselves do not tell the kind: names of
   *     two kinds, and parts of a longer name of another kind
   */
  public record Sentence(List<String> tokens, List<String> tags, List<Integer> ambiguous) {
    /** Copies the lists. */
    public Sentence {
      tokens = List.copyOf(tokens);
      tags = List.copyOf(tags);
      ambiguous = List.copyOf(ambiguous);
    }
  }

  /** What stands around a name tells its kind, even of a name never seen. */
  private static final List<String> FRAMES =
      List.of(
          "{person} has lived in {place} since {date}",
          "{person} is a nurse from {place}",
          "in {place} , {person} is at home",
          "we may meet {person} and some friends before {date}",
          "{person} phoned an aunt in {place}",
          "{person} has worked at the head office of {organisation} since {date}",
          "{person} and a cousin were in {place} until {date}",
          "the company {organisation} hired {person}",
          "the chairman of {organisation} , {person} , was born before {date}",
          "shares of {organisation} rose after {date}",
          "{organisation} cut a thousand jobs in {place}",
          "the board of {organisation} met in {place}",
          "the road to {place} was closed until {date}",
          "the streets of {place} were empty after {date}",
          "the mayor of {place} , {person} , wrote to the company {organisation}",
          "it rained in {place} until {date}",
          "please mark the day of the visit , {date} , said {person}",
          "the company {organisation} and the town of {place} agreed before {date}");

  /** Checks the share. */
  public Entities {
    if (!(ambiguous >= 0 && ambiguous <= 1)) {
      throw new IllegalArgumentException(
          "Entities: the share of ambiguous names " + ambiguous + " is not from 0 to 1.");
    }
  }

  @Override
  public List<Sentence> examples(RandomGenerator rng, int count) {
    return drawn(rng, count, EntityNames.all());
  }

  /** The whole sentence. */
  @Override
  public Object key(Sentence example) {
    return example.tokens();
  }

  /**
   * Deals out by name: no name is found in two parts, so that the context has to tell.
   *
   * @param rng what is drawn
   * @param count how many in all: 80 % to train, 10 % to validate, 10 % to test
   * @return the parts; about two thirds of the names are learned from
   */
  public Split<Sentence> splitByName(RandomGenerator rng, int count) {
    EntityNames.Parts parts = EntityNames.dealt(rng);
    int tenth = Math.max(1, count / 10);
    return new Split<>(
        drawn(rng, count - 2 * tenth, parts.train()),
        drawn(rng, tenth, parts.validation()),
        drawn(rng, tenth, parts.test()));
  }

  /**
   * All tags, "O" first.
   *
   * @return "O", then B and I of each kind
   */
  public static List<String> tags() {
    List<String> tags = new ArrayList<>(List.of("O"));
    for (Kind kind : Kind.values()) {
      tags.add("B-" + kind.tag());
      tags.add("I-" + kind.tag());
    }
    return List.copyOf(tags);
  }

  private List<Sentence> drawn(RandomGenerator rng, int count, Set<String> allowed) {
    EntityNames names = new EntityNames(rng, ambiguous, allowed);
    return Draw.distinct("Entities", count, Sentence::tokens, () -> sentence(rng, names));
  }

  private static Sentence sentence(RandomGenerator rng, EntityNames names) {
    Filled filled = Template.fill(Draw.one(rng, FRAMES), slot -> names.entity(kind(slot)));
    List<String> tokens = filled.tokens();
    List<String> tags = new ArrayList<>(Collections.nCopies(tokens.size(), "O"));
    List<Integer> ambiguous = new ArrayList<>();
    filled.slots().forEach((slot, span) -> tag(kind(slot), span, tokens, tags, ambiguous));
    Collections.sort(ambiguous);
    return new Sentence(tokens, tags, ambiguous);
  }

  private static void tag(
      Kind kind, Span span, List<String> tokens, List<String> tags, List<Integer> ambiguous) {
    for (int i = span.from(); i < span.to(); i++) {
      tags.set(i, (i == span.from() ? "B-" : "I-") + kind.tag());
      if (EntityNames.ambiguous(tokens.get(i), kind)) {
        ambiguous.add(i);
      }
    }
  }

  private static Kind kind(String slot) {
    return Kind.valueOf(slot.toUpperCase(Locale.ROOT));
  }
}
