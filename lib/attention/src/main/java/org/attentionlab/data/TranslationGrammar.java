package org.attentionlab.data;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.attentionlab.data.TranslationWords.Adjective;
import org.attentionlab.data.TranslationWords.Kind;
import org.attentionlab.data.TranslationWords.Noun;
import org.attentionlab.data.TranslationWords.Tense;
import org.attentionlab.data.TranslationWords.Verb;

/**
 * Makes sentences in both languages at once.
 *
 * <pre>
 * statement  subject will not verb object place time .
 *            subject time not will place verb object .
 * question   will subject verb object place time ?
 *            subject time will place verb object ma ?
 * relative   the noun who verb object
 *            verb object de noun
 * </pre>
 */
final class TranslationGrammar {
  private static final List<Bitext> PRONOUNS =
      List.of(
          Bitext.of("I", "我"),
          Bitext.of("you", "你"),
          Bitext.of("we", "我们"),
          Bitext.of("they", "他们"),
          Bitext.of("he", "他"),
          Bitext.of("she", "她"));
  private static final List<Bitext> OWNERS =
      List.of(
          Bitext.of("my", "我 的"),
          Bitext.of("your", "你 的"),
          Bitext.of("our", "我们 的"),
          Bitext.of("their", "他们 的"),
          Bitext.of("his", "他 的"),
          Bitext.of("her", "她 的"));
  private static final List<Bitext> NUMBERS =
      List.of(
          Bitext.of("a", "一"),
          Bitext.of("two", "两"),
          Bitext.of("three", "三"),
          Bitext.of("four", "四"),
          Bitext.of("ten", "十"));

  private final RandomGenerator rng;

  /** How the verb follows its subject: "he reads", but "they read". */
  private record Subject(Bitext text, boolean thirdSingular) {}

  TranslationGrammar(RandomGenerator rng) {
    this.rng = rng;
  }

  Bitext sentence() {
    Verb verb = Draw.one(rng, TranslationWords.VERBS);
    boolean animal = !verb.animals().isEmpty() && Draw.chance(rng, 0.35);
    Tense tense = Draw.one(rng, verb.tenses());
    int mood = rng.nextInt(10);
    Subject subject = mood < 8 && Draw.chance(rng, 0.2) ? related(animal) : subject(animal);
    boolean definite = (mood >= 6 && mood < 8) || verb.base().equals("like");
    Bitext object = object(verb, animal, definite);
    boolean placed = !animal && !verb.places().isEmpty() && Draw.chance(rng, 0.4);
    Bitext place = placed ? Draw.one(rng, verb.places()) : Bitext.NONE;
    boolean timed = tense != Tense.PRESENT || (!verb.places().isEmpty() && Draw.chance(rng, 0.4));
    Bitext time = timed ? Draw.one(rng, TranslationWords.times(tense)) : Bitext.NONE;
    if (mood < 6) {
      return statement(subject, verb, tense, object, place, time);
    }
    return mood < 8
        ? negation(subject, verb, tense, object, place, time)
        : question(subject, verb, tense, object, place, time);
  }

  private Bitext statement(
      Subject subject, Verb verb, Tense tense, Bitext object, Bitext place, Bitext time) {
    Bitext will = tense == Tense.FUTURE ? Bitext.of("will", "会") : Bitext.NONE;
    Bitext act = told(verb, tense, subject.thirdSingular());
    Bitext stop = Bitext.of(".", "。");
    return Bitext.join(
        List.of(subject.text(), will, act, object, place, time, stop),
        List.of(subject.text(), time, will, place, act, object, stop));
  }

  private static Bitext negation(
      Subject subject, Verb verb, Tense tense, Bitext object, Bitext place, Bitext time) {
    Bitext help = helper(tense, subject.thirdSingular());
    Bitext not = Bitext.of("not", tense == Tense.PAST ? "没" : "不");
    Bitext act = Bitext.of(verb.base(), verb.chinese());
    Bitext stop = Bitext.of(".", "。");
    return Bitext.join(
        List.of(subject.text(), help, not, act, object, place, time, stop),
        List.of(subject.text(), time, not, help, place, act, object, stop));
  }

  private static Bitext question(
      Subject subject, Verb verb, Tense tense, Bitext object, Bitext place, Bitext time) {
    Bitext help =
        tense == Tense.PAST ? Bitext.of("did", "了") : helper(tense, subject.thirdSingular());
    Bitext act = Bitext.of(verb.base(), verb.chinese());
    Bitext mark = Bitext.of("?", "吗 ？");
    List<Bitext> english = List.of(help, subject.text(), act, object, place, time, mark);
    return Bitext.join(
        english,
        tense == Tense.PAST
            ? List.of(subject.text(), time, place, act, help, object, mark)
            : List.of(subject.text(), time, help, place, act, object, mark));
  }

  private static Bitext helper(Tense tense, boolean thirdSingular) {
    return switch (tense) {
      case PRESENT -> Bitext.of(thirdSingular ? "does" : "do", "");
      case PAST -> Bitext.of("did", "");
      case FUTURE -> Bitext.of("will", "会");
    };
  }

  private static Bitext told(Verb verb, Tense tense, boolean thirdSingular) {
    return switch (tense) {
      case PRESENT -> Bitext.of(thirdSingular ? verb.third() : verb.base(), verb.chinese());
      case PAST -> Bitext.of(verb.past(), verb.chinese() + " 了");
      case FUTURE -> Bitext.of(verb.base(), verb.chinese());
    };
  }

  private Subject subject(boolean animal) {
    if (!animal && Draw.chance(rng, 0.4)) {
      int who = rng.nextInt(PRONOUNS.size());
      return new Subject(PRONOUNS.get(who), who >= 4);
    }
    Noun noun = Draw.one(rng, TranslationWords.of(animal ? Kind.ANIMAL : Kind.PERSON));
    if (Draw.chance(rng, 0.4)) {
      return new Subject(Bitext.join(Bitext.of("the", ""), described(noun, false)), true);
    }
    if (Draw.chance(rng, 0.3)) {
      Bitext number = NUMBERS.get(1 + rng.nextInt(NUMBERS.size() - 1));
      return new Subject(counted(number, noun), false);
    }
    return pointed(noun);
  }

  /** "the cat that eats fish". */
  private Subject related(boolean animal) {
    List<Verb> verbs = new ArrayList<>(TranslationWords.VERBS);
    verbs.removeIf(verb -> animal && verb.animals().isEmpty());
    Verb verb = Draw.one(rng, verbs);
    Tense tense = verb.tenses().get(0);
    Bitext act = told(verb, tense, true);
    Bitext object = object(verb, animal, verb.base().equals("like"));
    Noun noun = Draw.one(rng, TranslationWords.of(animal ? Kind.ANIMAL : Kind.PERSON));
    Bitext head = described(noun, false);
    Bitext who = Bitext.of(animal ? "that" : "who", "的");
    Bitext the = Bitext.of("the", "");
    return new Subject(
        Bitext.join(List.of(the, head, who, act, object), List.of(act, object, who, the, head)),
        true);
  }

  private Bitext object(Verb verb, boolean animal, boolean definite) {
    Kind kind = Draw.one(rng, animal ? verb.animals() : verb.kinds());
    Noun noun = Draw.one(rng, TranslationWords.of(kind));
    if (noun.many().isEmpty()) {
      return definite || animal || Draw.chance(rng, 0.4) ? thing(noun) : measured(noun);
    }
    if (!definite && Draw.chance(rng, 0.6)) {
      return counted(Draw.one(rng, NUMBERS), noun);
    }
    return Draw.chance(rng, 0.3) ? described(noun, true) : pointed(noun).text();
  }

  /** "this cat", "those cats", "my cat". */
  private Subject pointed(Noun noun) {
    boolean near = rng.nextInt(2) == 0;
    return switch (rng.nextInt(4)) {
      case 0 -> {
        Bitext these = near ? Bitext.of("these", "这 些") : Bitext.of("those", "那 些");
        yield new Subject(Bitext.join(these, described(noun, true)), false);
      }
      case 1 -> {
        String chinese = (near ? "这 " : "那 ") + noun.classifier();
        Bitext that = Bitext.of(near ? "this" : "that", chinese);
        yield new Subject(Bitext.join(that, described(noun, false)), true);
      }
      default -> new Subject(Bitext.join(Draw.one(rng, OWNERS), described(noun, false)), true);
    };
  }

  /** "two black cats": number and classifier are one word in English. */
  private Bitext counted(Bitext number, Noun noun) {
    boolean one = number.english().contains("a");
    Bitext things = described(noun, !one);
    String article = "aeiou".indexOf(things.english().get(0).charAt(0)) >= 0 ? "an" : "a";
    String english = one ? article : number.english().get(0);
    return Bitext.join(
        Bitext.of(english, number.chinese().get(0) + " " + noun.classifier()), things);
  }

  /** "two cups of tea": here the classifier is a word in English too. */
  private Bitext measured(Noun noun) {
    Bitext number = Draw.one(rng, NUMBERS);
    String vessel =
        switch (noun.classifier()) {
          case "杯" -> "cup";
          case "碗" -> "bowl";
          default -> "plate";
        };
    boolean one = number.english().contains("a");
    return Bitext.join(
        number,
        Bitext.of(one ? vessel : vessel + "s", noun.classifier()),
        Bitext.of("of", ""),
        thing(noun));
  }

  /** "braised meatballs": the first words mean each other, and so do all the others together. */
  private static Bitext thing(Noun noun) {
    List<String> english = Words.of(noun.one());
    List<String> chinese = Words.of(noun.chinese());
    if (english.size() == 1) {
      return Bitext.of(noun.one(), noun.chinese());
    }
    return Bitext.join(
        Bitext.of(english.get(0), chinese.get(0)),
        Bitext.of(english.get(1), String.join(" ", chinese.subList(1, chinese.size()))));
  }

  private Bitext described(Noun noun, boolean many) {
    Bitext bare = Bitext.of(many ? noun.many() : noun.one(), noun.chinese());
    List<Adjective> fitting = new ArrayList<>(TranslationWords.ADJECTIVES);
    fitting.removeIf(adjective -> !adjective.kinds().contains(noun.kind()));
    return fitting.isEmpty() || Draw.chance(rng, 0.6)
        ? bare
        : Bitext.join(Draw.one(rng, fitting).text(), bare);
  }
}
