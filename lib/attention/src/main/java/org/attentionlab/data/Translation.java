package org.attentionlab.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Sentences in English and Chinese, made by a small grammar, with the words linked that mean each
 * other.
 *
 * <pre>
 * the student bought two books in the shop yesterday .
 * 学生 昨天 在 商店 买 了 两 本 书 。            time and place go before the verb
 * the lion that drinks water does not like my cat .
 * 喝 水 的 狮子 不 喜欢 我 的 猫 。              what describes goes before its noun
 * she eats braised meatballs every day .
 * 她 每天 吃 红烧 狮子 头 。                     two words that mean one: not a lion's head
 * </pre>
 *
 * <p>What English says with endings (he reads, two books), Chinese does not; what Chinese says with
 * a classifier (两<b>本</b>书, 一<b>头</b>狮子), English does not; 头 is a classifier here and a part of a
 * dish there, 红烧 goes with fish, beef and tofu as well. Each sentence has one translation in either
 * direction, so exact match is a fair measure; the links tell what cross-attention should look at.
 * A split keeps sentences apart.
 */
public record Translation() implements Corpus<Translation.Example> {
  /**
   * Two words that mean each other.
   *
   * @param english place of a word in the English sentence
   * @param chinese place of a word in the Chinese one
   */
  public record Link(int english, int chinese) {}

  /**
   * A sentence and its translation.
   *
   * @param english words, in small letters but for "I"
   * @param chinese words or characters
   * @param links which words mean each other; a word may have several partners or none
   */
  public record Example(List<String> english, List<String> chinese, List<Link> links) {
    /** Copies the lists. */
    public Example {
      english = List.copyOf(english);
      chinese = List.copyOf(chinese);
      links = List.copyOf(links);
    }

    /**
     * The task from English to Chinese.
     *
     * @return the tokens
     */
    public TokenPair toChinese() {
      return new TokenPair(english, chinese);
    }

    /**
     * The task from Chinese to English.
     *
     * @return the tokens
     */
    public TokenPair toEnglish() {
      return new TokenPair(chinese, english);
    }

    /**
     * The English sentence as it is written.
     *
     * @return such as "The cat eats fish."
     */
    public String englishText() {
      int last = english.size() - 1;
      String words = String.join(" ", english.subList(0, last)) + english.get(last);
      return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /**
     * The Chinese sentence as it is written.
     *
     * @return such as "猫吃鱼。"
     */
    public String chineseText() {
      return String.join("", chinese);
    }

    /**
     * The same with one token for each Chinese character, as BERT reads Chinese.
     *
     * @return an example whose links go to characters
     */
    public Example byCharacter() {
      List<String> characters = new ArrayList<>();
      List<Integer> starts = new ArrayList<>();
      for (String word : chinese) {
        starts.add(characters.size());
        word.codePoints().mapToObj(Character::toString).forEach(characters::add);
      }
      starts.add(characters.size());
      List<Link> finer = new ArrayList<>();
      for (Link link : links) {
        for (int at = starts.get(link.chinese()); at < starts.get(link.chinese() + 1); at++) {
          finer.add(new Link(link.english(), at));
        }
      }
      return new Example(english, characters, finer);
    }
  }

  @Override
  public List<Example> examples(RandomGenerator rng, int count) {
    TranslationGrammar grammar = new TranslationGrammar(rng);
    return Draw.distinct(
        "Translation",
        count,
        Example::english,
        () -> {
          Bitext sentence = grammar.sentence();
          return new Example(sentence.english(), sentence.chinese(), sentence.links());
        });
  }

  /** The Chinese sentence; there is one English sentence for it. */
  @Override
  public Object key(Example example) {
    return example.chinese();
  }
}
