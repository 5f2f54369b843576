package org.attentionlab.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordTokenizerTest {
  private final WordTokenizer words = new WordTokenizer();

  @Test
  void cutsWordsChineseCharactersAndSigns() {
    assertEquals(
        List.of("The", "cat's", "猫", "吃", "鱼", ",", "well-known", "?"),
        words.tokenize("The cat's 猫吃鱼, well-known?"));
  }

  @Test
  void joinsAsPrintDoes() {
    assertEquals(
        "The cat eats, it is full!", words.join(words.tokenize("The cat eats , it is full !")));
    assertEquals("我喜欢红烧狮子头。", words.join(words.tokenize("我喜欢红烧狮子头。")));
  }

  @Test
  void keepsSpecialTokensWhole() {
    assertEquals(
        List.of("the", "[MASK]", "sat"), WordTokenizer.lowerCasing().tokenize("The [MASK] sat"));
  }

  @Property(tries = 300)
  void cuttingOnceMoreGivesTheSame(@ForAll String text) {
    List<String> tokens = words.tokenize(text);
    assertEquals(tokens, words.tokenize(String.join(" ", tokens)));
  }

  @Property(tries = 300)
  void charactersLoseNothing(@ForAll String text) {
    CharacterTokenizer characters = new CharacterTokenizer();
    assertEquals(text, characters.join(characters.tokenize(text)));
  }
}
