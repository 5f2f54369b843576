package org.attentionlab.data;

import java.util.ArrayList;
import java.util.List;

/** The words of the parallel corpus, with what their grammar needs. */
final class TranslationWords {
  /** What a thing is, for verbs and adjectives to choose by. */
  enum Kind {
    PERSON,
    ANIMAL,
    TEXT,
    THING,
    CLOTHES,
    FRUIT,
    FOOD,
    DRINK
  }

  /** When something is done. */
  enum Tense {
    PRESENT,
    PAST,
    FUTURE
  }

  /**
   * A noun. What cannot be counted has no plural; its classifier is a vessel.
   *
   * @param classifier stands between a Chinese number and the noun
   */
  record Noun(Kind kind, String one, String many, String chinese, String classifier) {}

  /**
   * A verb.
   *
   * @param kinds what is done to
   * @param animals what animals do it to; empty if they do not
   * @param places where it is done
   */
  record Verb(
      String base,
      String third,
      String past,
      String chinese,
      List<Tense> tenses,
      List<Kind> kinds,
      List<Kind> animals,
      List<Bitext> places) {}

  /** An adjective and what it may be said of. */
  record Adjective(Bitext text, List<Kind> kinds) {}

  private static final List<Tense> ALL = List.of(Tense.values());
  private static final List<Kind> GOODS =
      List.of(Kind.TEXT, Kind.THING, Kind.CLOTHES, Kind.FRUIT, Kind.FOOD);
  private static final List<Kind> ALIVE = List.of(Kind.PERSON, Kind.ANIMAL);
  private static final Bitext AT_HOME = place("at home", "家");
  private static final Bitext AT_SCHOOL = place("at school", "学校");
  private static final Bitext AT_THE_STATION = place("at the station", "车站");
  private static final Bitext IN_THE_KITCHEN = place("in the kitchen", "厨房");
  private static final Bitext IN_THE_LIBRARY = place("in the library", "图书馆");
  private static final Bitext IN_THE_PARK = place("in the park", "公园");
  private static final Bitext IN_THE_RESTAURANT = place("in the restaurant", "餐馆");
  private static final Bitext IN_THE_SHOP = place("in the shop", "商店");

  static final List<Noun> NOUNS =
      List.of(
          new Noun(Kind.PERSON, "student", "students", "学生", "个"),
          new Noun(Kind.PERSON, "child", "children", "孩子", "个"),
          new Noun(Kind.PERSON, "friend", "friends", "朋友", "个"),
          new Noun(Kind.PERSON, "teacher", "teachers", "老师", "位"),
          new Noun(Kind.PERSON, "doctor", "doctors", "医生", "位"),
          new Noun(Kind.ANIMAL, "cat", "cats", "猫", "只"),
          new Noun(Kind.ANIMAL, "dog", "dogs", "狗", "只"),
          new Noun(Kind.ANIMAL, "lion", "lions", "狮子", "头"),
          new Noun(Kind.ANIMAL, "cow", "cows", "牛", "头"),
          new Noun(Kind.ANIMAL, "horse", "horses", "马", "匹"),
          new Noun(Kind.TEXT, "book", "books", "书", "本"),
          new Noun(Kind.TEXT, "dictionary", "dictionaries", "词典", "本"),
          new Noun(Kind.TEXT, "newspaper", "newspapers", "报纸", "份"),
          new Noun(Kind.TEXT, "letter", "letters", "信", "封"),
          new Noun(Kind.THING, "umbrella", "umbrellas", "雨伞", "把"),
          new Noun(Kind.THING, "chair", "chairs", "椅子", "把"),
          new Noun(Kind.THING, "table", "tables", "桌子", "张"),
          new Noun(Kind.THING, "bicycle", "bicycles", "自行车", "辆"),
          new Noun(Kind.CLOTHES, "shirt", "shirts", "衬衫", "件"),
          new Noun(Kind.CLOTHES, "coat", "coats", "外套", "件"),
          new Noun(Kind.CLOTHES, "skirt", "skirts", "裙子", "条"),
          new Noun(Kind.FRUIT, "apple", "apples", "苹果", "个"),
          new Noun(Kind.FRUIT, "orange", "oranges", "橙子", "个"),
          new Noun(Kind.FRUIT, "banana", "bananas", "香蕉", "根"));

  /** What is eaten or drunk and not counted; the dishes are most of them. */
  static final List<Noun> FOODS =
      List.of(
          new Noun(Kind.FOOD, "fish", "", "鱼", "盘"),
          new Noun(Kind.FOOD, "beef", "", "牛肉", "盘"),
          new Noun(Kind.FOOD, "tofu", "", "豆腐", "盘"),
          new Noun(Kind.FOOD, "rice", "", "米饭", "碗"),
          new Noun(Kind.FOOD, "noodles", "", "面条", "碗"),
          new Noun(Kind.FOOD, "braised fish", "", "红烧 鱼", "盘"),
          new Noun(Kind.FOOD, "braised beef", "", "红烧 牛肉", "盘"),
          new Noun(Kind.FOOD, "braised tofu", "", "红烧 豆腐", "盘"),
          new Noun(Kind.FOOD, "braised meatballs", "", "红烧 狮子 头", "盘"),
          new Noun(Kind.DRINK, "tea", "", "茶", "杯"),
          new Noun(Kind.DRINK, "coffee", "", "咖啡", "杯"),
          new Noun(Kind.DRINK, "water", "", "水", "杯"),
          new Noun(Kind.DRINK, "milk", "", "牛奶", "杯"));

  static final List<Verb> VERBS =
      List.of(
          new Verb(
              "eat",
              "eats",
              "ate",
              "吃",
              ALL,
              List.of(Kind.FOOD, Kind.FOOD, Kind.FRUIT),
              List.of(Kind.FOOD),
              List.of(AT_HOME, AT_SCHOOL, IN_THE_RESTAURANT, IN_THE_KITCHEN)),
          new Verb(
              "drink",
              "drinks",
              "drank",
              "喝",
              ALL,
              List.of(Kind.DRINK),
              List.of(Kind.DRINK),
              List.of(AT_HOME, AT_SCHOOL, IN_THE_RESTAURANT)),
          new Verb(
              "buy",
              "buys",
              "bought",
              "买",
              ALL,
              GOODS,
              List.of(),
              List.of(IN_THE_SHOP, AT_THE_STATION)),
          new Verb(
              "sell",
              "sells",
              "sold",
              "卖",
              ALL,
              GOODS,
              List.of(),
              List.of(IN_THE_SHOP, AT_THE_STATION)),
          new Verb(
              "read",
              "reads",
              "read",
              "读",
              ALL,
              List.of(Kind.TEXT),
              List.of(),
              List.of(AT_HOME, AT_SCHOOL, IN_THE_LIBRARY, IN_THE_PARK)),
          new Verb(
              "draw",
              "draws",
              "drew",
              "画",
              ALL,
              List.of(Kind.ANIMAL, Kind.THING, Kind.FRUIT),
              List.of(),
              List.of(AT_HOME, AT_SCHOOL, IN_THE_PARK)),
          new Verb(
              "wash",
              "washes",
              "washed",
              "洗",
              ALL,
              List.of(Kind.CLOTHES, Kind.FRUIT, Kind.THING),
              List.of(),
              List.of(AT_HOME, IN_THE_KITCHEN)),
          new Verb(
              "look for",
              "looks for",
              "looked for",
              "找",
              ALL,
              List.of(Kind.PERSON, Kind.ANIMAL, Kind.TEXT, Kind.THING),
              ALIVE,
              List.of(IN_THE_PARK, IN_THE_LIBRARY, AT_THE_STATION)),
          new Verb(
              "see",
              "sees",
              "saw",
              "看见",
              List.of(Tense.PAST, Tense.FUTURE),
              List.of(Kind.PERSON, Kind.ANIMAL, Kind.THING),
              ALIVE,
              List.of(IN_THE_PARK, IN_THE_SHOP, AT_THE_STATION)),
          new Verb(
              "like",
              "likes",
              "liked",
              "喜欢",
              List.of(Tense.PRESENT),
              List.of(Kind.values()),
              List.of(Kind.PERSON, Kind.ANIMAL, Kind.FOOD),
              List.of()));

  static final List<Adjective> ADJECTIVES =
      List.of(
          new Adjective(Bitext.of("big", "大"), List.of(Kind.ANIMAL, Kind.THING, Kind.FRUIT)),
          new Adjective(Bitext.of("small", "小"), List.of(Kind.ANIMAL, Kind.THING, Kind.FRUIT)),
          new Adjective(Bitext.of("black", "黑"), List.of(Kind.ANIMAL, Kind.CLOTHES)),
          new Adjective(Bitext.of("white", "白"), List.of(Kind.ANIMAL, Kind.CLOTHES)),
          new Adjective(Bitext.of("red", "红"), List.of(Kind.CLOTHES, Kind.FRUIT)),
          new Adjective(Bitext.of("new", "新"), List.of(Kind.TEXT, Kind.THING, Kind.CLOTHES)),
          new Adjective(Bitext.of("old", "旧"), List.of(Kind.TEXT, Kind.THING, Kind.CLOTHES)),
          new Adjective(Bitext.of("old", "老"), List.of(Kind.ANIMAL)));

  private TranslationWords() {}

  /** The nouns of a kind, counted or not. */
  static List<Noun> of(Kind kind) {
    List<Noun> all = new ArrayList<>(NOUNS);
    all.addAll(FOODS);
    return all.stream().filter(noun -> noun.kind() == kind).toList();
  }

  /** Times at which something is done. */
  static List<Bitext> times(Tense tense) {
    return switch (tense) {
      case PRESENT -> List.of(Bitext.of("every day", "每天"), Bitext.of("every week", "每周"));
      case PAST -> List.of(Bitext.of("yesterday", "昨天"), Bitext.of("last week", "上周"));
      case FUTURE -> List.of(Bitext.of("tomorrow", "明天"), Bitext.of("next week", "下周"));
    };
  }

  /** "in the park": the preposition and the noun have partners, the article has none. */
  private static Bitext place(String english, String chinese) {
    List<String> words = Words.of(english);
    return Bitext.join(
        Bitext.of(words.get(0), "在"),
        Bitext.of(words.size() == 3 ? words.get(1) : "", ""),
        Bitext.of(words.get(words.size() - 1), chinese));
  }
}
