package org.attentionlab.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.attentionlab.data.Template.Filled;
import org.attentionlab.data.Template.Span;

/**
 * Sentences in which "it" may refer to two things, and what is said of it tells which.
 *
 * <pre>
 * the dog did not cross the street because it was too tired      it: dog
 * the dog did not cross the street because it was too wide       it: street
 * because it was too wide , the vase did not fit into the box    it: vase
 * </pre>
 *
 * <p>Neither the place nor a single word gives the answer away: each of the two things comes first
 * half of the time and is the answer half of the time, "it" may stand before both, and "too wide"
 * says no to a street and to a vase. A split keeps contents apart: the two things and what is said
 * of "it", in whatever words around them.
 */
public record Coreference() implements Corpus<Coreference.Example> {
  /**
   * A sentence with "it".
   *
   * @param tokens the words
   * @param pronoun where "it" stands
   * @param candidates where the two things stand that it may refer to, in their order
   * @param answer the candidate that it does refer to
   * @param clue where the words stand that tell
   */
  public record Example(
      List<String> tokens, int pronoun, List<Integer> candidates, int answer, List<Integer> clue) {
    /** Copies the lists. */
    public Example {
      tokens = List.copyOf(tokens);
      candidates = List.copyOf(candidates);
      clue = List.copyOf(clue);
    }

    /**
     * What "it" refers to.
     *
     * @return a word of the sentence
     */
    public String referent() {
      return tokens.get(answer);
    }
  }

  /**
   * The same sentence twice, but for what is said of "it": the answers differ.
   *
   * @param first one sentence
   * @param second the other
   */
  public record Twins(Example first, Example second) {}

  /** Two things, two ways to speak of them, and what can be said of only one of the two. */
  private record Scene(
      String straight,
      String turned,
      List<String> things,
      List<String> others,
      List<String> ofThing,
      List<String> ofOther) {}

  private static final List<Scene> SCENES =
      List.of(
          new Scene(
              "the {thing} did not cross the {other}",
              "the {other} was not crossed by the {thing}",
              List.of("dog", "horse", "cow", "goat", "cat", "camel", "sheep"),
              List.of("street", "bridge", "river", "field", "road", "path"),
              List.of("too tired", "too young", "afraid", "hungry"),
              List.of("too wide", "too long", "flooded", "icy")),
          new Scene(
              "the {thing} did not fit into the {other}",
              "the {other} could not hold the {thing}",
              List.of("trophy", "guitar", "lamp", "vase", "violin", "painting"),
              List.of("suitcase", "box", "drawer", "bag", "locker", "trunk"),
              List.of("too big", "too long", "too wide", "too high"),
              List.of("too small", "too short", "too narrow", "full")),
          new Scene(
              "{name} put the {thing} on the {other}",
              "on the {other} {name} put the {thing}",
              List.of("soup", "bread", "cake", "pie", "coffee", "stew"),
              List.of("table", "shelf", "counter", "desk", "bench", "tray"),
              List.of("ready", "hot", "fresh", "still warm"),
              List.of("free", "empty", "near", "made of wood")),
          new Scene(
              "the {thing} could not move the {other}",
              "the {other} was not moved by the {thing}",
              List.of("horse", "ox", "donkey", "pony", "mule"),
              List.of("cart", "plough", "wagon", "trailer", "sledge"),
              List.of("too tired", "too weak", "hungry", "afraid"),
              List.of("too heavy", "stuck", "overloaded", "too big")),
          new Scene(
              "the {thing} sank in the {other}",
              "in the {other} the {thing} sank",
              List.of("boat", "ship", "raft", "ferry", "canoe"),
              List.of("lake", "bay", "harbour", "river", "sea"),
              List.of("leaking", "overloaded", "damaged", "too heavy"),
              List.of("stormy", "too deep", "rough", "icy")));

  private static final List<String> FRAMES =
      List.of(
          "%s because it was {clue}",
          "because it was {clue} , %s",
          "%s , says {witness} , because it was {clue}",
          "%s . {witness} thinks that it was {clue}",
          "{witness} says that %s because it was {clue}",
          "{when} %s because it was {clue}",
          "as it was {clue} , {when} %s");

  private static final String NAMES = "ada ben carla david emma felix nora omar";
  private static final List<String> TIMES =
      List.of("yesterday", "last week", "in the morning", "at night", "this time");

  @Override
  public List<Example> examples(RandomGenerator rng, int count) {
    return Draw.distinct(
        "Coreference",
        count,
        Example::tokens,
        () -> {
          Twins twins = pair(rng);
          return rng.nextInt(2) == 0 ? twins.first() : twins.second();
        });
  }

  /** The two things and what is said of "it". */
  @Override
  public Object key(Example example) {
    Set<String> things = new HashSet<>(words(example, example.candidates()));
    return List.of(things, words(example, example.clue()));
  }

  /**
   * Sentences in pairs that differ only in what is said of "it".
   *
   * @param rng what is drawn
   * @param count how many pairs, all different
   * @return the pairs
   */
  public List<Twins> twins(RandomGenerator rng, int count) {
    return Draw.distinct("Coreference", count, twins -> twins, () -> pair(rng));
  }

  private static List<String> words(Example example, List<Integer> places) {
    return places.stream().map(example.tokens()::get).toList();
  }

  private static Twins pair(RandomGenerator rng) {
    Scene scene = Draw.one(rng, SCENES);
    String thing = Draw.one(rng, scene.things());
    String other = Draw.one(rng, scene.others());
    String name = Draw.word(rng, NAMES);
    String witness = Draw.word(rng, NAMES);
    String when = Draw.one(rng, TIMES);
    String clause = rng.nextInt(2) == 0 ? scene.straight() : scene.turned();
    String template =
        Draw.one(rng, FRAMES)
            .formatted(clause)
            .replace("{name}", name)
            .replace("{witness}", witness)
            .replace("{when}", when);
    return new Twins(
        example(template, thing, other, Draw.one(rng, scene.ofThing()), "thing"),
        example(template, thing, other, Draw.one(rng, scene.ofOther()), "other"));
  }

  private static Example example(
      String template, String thing, String other, String clue, String answer) {
    Filled filled =
        Template.fill(
            template,
            slot ->
                switch (slot) {
                  case "thing" -> thing;
                  case "other" -> other;
                  default -> clue;
                });
    List<Integer> candidates = new ArrayList<>(List.of(filled.at("thing"), filled.at("other")));
    candidates.sort(null);
    List<Integer> told = new ArrayList<>();
    Span span = filled.slots().get("clue");
    for (int i = span.from(); i < span.to(); i++) {
      told.add(i);
    }
    return new Example(filled.tokens(), filled.of("it"), candidates, filled.at(answer), told);
  }
}
