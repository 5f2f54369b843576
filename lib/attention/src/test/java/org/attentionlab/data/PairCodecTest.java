package org.attentionlab.data;

import static org.attentionlab.Refusal.ofArgument;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.attentionlab.text.CharacterTokenizer;
import org.junit.jupiter.api.Test;

class PairCodecTest {
  private static final CharacterTokenizer CHARACTERS = new CharacterTokenizer();
  private static final List<TokenPair> PAIRS =
      List.of(new Pair("abc", "xy"), new Pair("a", "xxx")).stream()
          .map(pair -> pair.tokens(CHARACTERS, CHARACTERS))
          .toList();

  @Test
  void eachSideHasItsOwnVocabulary() {
    PairCodec codec = PairCodec.of(PAIRS);
    assertEquals(4 + 3, codec.source().size());
    assertEquals(4 + 2, codec.target().size());
    assertFalse(codec.target().contains("a"));
  }

  @Test
  void sharedSidesHaveOne() {
    PairCodec codec = PairCodec.shared(PAIRS);
    assertSame(codec.source(), codec.target());
    assertEquals(4 + 5, codec.source().size());
  }

  @Test
  void theDecoderReadsWhatItHasToWriteOnePlaceEarlier() {
    PairCodec codec = PairCodec.of(PAIRS);
    PairBatch batch = codec.batch(PAIRS);
    assertEquals(List.of("a", "[PAD]", "[PAD]"), codec.source().decode(batch.source()[1]));
    assertArrayEquals(new int[] {3, 1}, batch.lengths());
    assertEquals(List.of("[BOS]", "x", "y", "[PAD]"), codec.target().decode(batch.shifted()[0]));
    assertEquals(List.of("x", "y", "[EOS]", "[PAD]"), codec.target().decode(batch.target()[0]));
  }

  @Test
  void tagsStandAtTheirTokens() {
    TokenPair even = new TokenPair(List.of("a", "b"), List.of("x", "y"));
    PairCodec codec = PairCodec.of(PAIRS);
    assertEquals(List.of("x", "y"), codec.target().decode(codec.tags(List.of(even))[0]));
    ofArgument("a source of 3 tokens has a target of 2", () -> codec.tags(PAIRS));
  }

  @Test
  void bothSidesHaveTheSameNumber() {
    ofArgument(
        "2 sources and 1 targets",
        () -> PairBatch.of(List.of(new int[1], new int[1]), List.of(new int[2])));
  }
}
