package org.attentionlab.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.attentionlab.data.Template.Filled;

/**
 * What customers write to a shop, and which of five departments has to answer.
 *
 * <pre>
 * i bought a camera . there is a problem with the invoice                    BILLING
 * i bought a lamp . it has not arrived                                       DELIVERY
 * this is about a lamp . the invoice is fine , but i need help with the parcel    DELIVERY
 * this is about a lamp . the parcel is fine , but i need help with the invoice    BILLING
 * </pre>
 *
 * <p>In a share of the messages a word of another department stands in a clause that asks for
 * nothing. Its frames and those of the requests are the same for all departments, so the two last
 * messages above are one and the same bag of words.
 *
 * <p>A split keeps contents apart: the thing that was bought, the words that tell and the words
 * that distract, whatever stands around them.
 *
 * @param distraction the share of messages with a word of another department, 0 to 1
 */
public record Routing(double distraction) implements Corpus<Routing.Message> {
  /** Who can answer. */
  public enum Department {
    /** What has to be paid. */
    BILLING,
    /** What is on its way. */
    DELIVERY,
    /** What goes back. */
    RETURNS,
    /** What does not work. */
    TECHNICAL,
    /** Who may sign in. */
    ACCOUNT
  }

  /**
   * A customer's message.
   *
   * @param tokens the words
   * @param department that has to answer
   * @param product where the thing stands that was bought
   * @param cues where the words stand that tell the department
   * @param distractions where a word of another department stands; none or one
   */
  public record Message(
      List<String> tokens,
      Department department,
      int product,
      List<Integer> cues,
      List<Integer> distractions) {
    /** Copies the lists. */
    public Message {
      tokens = List.copyOf(tokens);
      cues = List.copyOf(cues);
      distractions = List.copyOf(distractions);
    }
  }

  private static final String PRODUCTS =
      "camera lamp radio printer phone clock heater mixer kettle scanner drill toaster";

  /** %s stands for all that is said beside. */
  private static final List<String> MESSAGES =
      List.of(
          "i bought a {product} . %s",
          "hello , i am the one with the {product} . %s",
          "this is about a {product} . %s",
          "dear all , my order was a {product} , and now %s",
          "%s . i bought a {product}");

  private static final List<String> REQUESTS =
      List.of(
          "there is a problem with the {cue}",
          "i need help with the {cue}",
          "please have a look at the {cue}",
          "i have a question about the {cue}",
          "i am not happy with the {cue}",
          "something is wrong with the {cue}");

  /** %s stands for a request. */
  private static final List<String> DISTRACTED =
      List.of(
          "the {other} is fine , but %s",
          "i have no question about the {other} , but %s",
          "my question is not about the {other} , %s",
          "%s , although the {other} is fine",
          "%s , the {other} is not the problem");

  /** Checks the share. */
  public Routing {
    if (!(distraction >= 0 && distraction <= 1)) {
      throw new IllegalArgumentException(
          "Routing: the share of distractions " + distraction + " is not from 0 to 1.");
    }
  }

  /**
   * The nouns that tell a department, unless they distract.
   *
   * @param department that answers
   * @return six nouns
   */
  public static List<String> nouns(Department department) {
    return Words.of(
        switch (department) {
          case BILLING -> "invoice payment fee discount receipt instalment";
          case DELIVERY -> "parcel courier shipment delivery driver package";
          case RETURNS -> "return refund exchange replacement cancellation withdrawal";
          case TECHNICAL -> "screen battery cable button speaker software";
          case ACCOUNT -> "password login profile username registration newsletter";
        });
  }

  /** Requests of one department; what stands in braces tells. */
  private static List<String> requests(Department department) {
    return switch (department) {
      case BILLING ->
          List.of(
              "i was {charged twice} for it",
              "it {cost less} last week",
              "you {took too much} for it");
      case DELIVERY ->
          List.of(
              "it has not {arrived}",
              "i am still {waiting} for it",
              "it was {left at the wrong door}");
      case RETURNS ->
          List.of(
              "i want to {send it back}",
              "i do not want to {keep it}",
              "i would like to {swap it} for another one");
      case TECHNICAL ->
          List.of("it does not {switch on}", "it makes a {strange noise}", "it {gets too hot}");
      case ACCOUNT ->
          List.of(
              "i cannot {sign in}",
              "i want to {change my address}",
              "somebody else {uses my name} in your shop");
    };
  }

  @Override
  public List<Message> examples(RandomGenerator rng, int count) {
    return Draw.distinct("Routing", count, Message::tokens, () -> message(rng));
  }

  /** The thing, the words that tell and those that distract. */
  @Override
  public Object key(Message example) {
    Set<String> told = words(example, example.cues());
    Set<String> other = words(example, example.distractions());
    return List.of(example.tokens().get(example.product()), told, other);
  }

  private static Set<String> words(Message message, List<Integer> places) {
    Set<String> words = new HashSet<>();
    places.forEach(place -> words.add(message.tokens().get(place)));
    return words;
  }

  private Message message(RandomGenerator rng) {
    List<Department> departments = Draw.some(rng, List.of(Department.values()), 2);
    Department department = departments.get(0);
    boolean own = rng.nextInt(4) == 0;
    String request = Draw.one(rng, own ? requests(department) : REQUESTS);
    String cue = own ? braced(request) : Draw.one(rng, nouns(department));
    String beside = Draw.chance(rng, distraction) ? Draw.one(rng, DISTRACTED) : "%s";
    String all =
        Draw.one(rng, MESSAGES)
            .formatted(beside.formatted(own ? request.replace(cue, "cue") : request));
    Filled filled =
        Template.fill(
            all,
            slot ->
                switch (slot) {
                  case "cue" -> cue;
                  case "other" -> Draw.one(rng, nouns(departments.get(1)));
                  default -> Draw.word(rng, PRODUCTS);
                });
    return new Message(
        filled.tokens(),
        department,
        filled.at("product"),
        places(filled, "cue"),
        places(filled, "other"));
  }

  private static String braced(String request) {
    return request.substring(request.indexOf('{') + 1, request.indexOf('}'));
  }

  private static List<Integer> places(Filled filled, String slot) {
    return Stream.ofNullable(filled.slots().get(slot))
        .flatMap(span -> Stream.iterate(span.from(), i -> i < span.to(), i -> i + 1))
        .toList();
  }
}
