package org.attentionlab.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.attentionlab.attention.MultiHeadAttention;
import org.attentionlab.recurrent.Seq2Seq;
import org.attentionlab.recurrent.Seq2SeqConfig;
import org.attentionlab.transformer.EncoderLayer;
import org.attentionlab.transformer.Gpt;
import org.attentionlab.transformer.GptConfig;
import org.attentionlab.transformer.LayerConfig;
import org.attentionlab.transformer.Transformer;
import org.attentionlab.transformer.TransformerConfig;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final SplittableRandom rng = new SplittableRandom(1);

  @Test
  void theWordsFollowTheFlow() {
    Architecture picture = Architecture.of("small");
    Flow left = picture.flow("left").input("x (B, 8)").box("Linear", "(8, 4)").shape("(B, 4)");
    picture
        .flow("right")
        .input("y")
        .group("× 2", layer -> layer.skip(inner -> inner.accent("Attention", "")))
        .box("Join", "")
        .takes(left, "(B, 4)");
    assertEquals(
        "Architecture \"small\". left: x (B, 8) → Linear [(8, 4)] → (B, 4). right: y → × 2 { add to"
            + " itself { Attention } } → Join with left (B, 4).",
        picture.toString());
    assertTrue(Pixels.hasFreeEdges(picture.image()));
  }

  @Test
  void aTransformersPictureTellsItsRealShapes() {
    Transformer model = new Transformer(rng, TransformerConfig.small(20, 30));
    String words = Architectures.of(model).toString();
    assertTrue(
        words.contains(String.format(Locale.ROOT, "%,d parameters", model.parameterCount())),
        words);
    for (String part :
        List.of(
            "table (20, 64)",
            "table (30, 64)",
            "× 2 {",
            "Feed-forward [(64, 256), (256, 64)]",
            "Cross-attention [4 heads, dK 16] with encoder memory (B, S, 64)",
            "logits (B, T, 30)")) {
      assertTrue(words.contains(part), part + " in " + words);
    }
    String shared =
        Architectures.of(
                new Transformer(rng, TransformerConfig.small(20, 20).withSharedEmbeddings()))
            .toString();
    assertTrue(shared.contains("Linear [the table, transposed]"), shared);
  }

  @Test
  void normalisationStandsWhereTheModelHasIt() {
    LayerConfig post = LayerConfig.of(8, 2, 16);
    String after = Architectures.of(new EncoderLayer(rng, post)).toString();
    assertTrue(
        after.contains("add to itself { Self-attention [2 heads, dK 4] } → Layer norm"), after);
    String before = Architectures.of(new EncoderLayer(rng, post.withPreNorm())).toString();
    assertTrue(before.contains("{ Layer norm → Self-attention [2 heads, dK 4] }"), before);
    assertFalse(before.contains("} → Layer norm"), before);
  }

  @Test
  void aRecurrentModelIsDrawnWithAndWithoutAttention() {
    Seq2SeqConfig config = Seq2SeqConfig.small(20, 30);
    String with = Architectures.of(new Seq2Seq(rng, config.inBothDirections())).toString();
    assertTrue(with.contains("GRU in both directions"), with);
    assertTrue(with.contains("with encoder states (B, S, 128)"), with);
    String without = Architectures.of(new Seq2Seq(rng, config.withoutAttention())).toString();
    assertFalse(without.contains("Additive attention"), without);
    assertTrue(without.contains("last state (B, 64)"), without);
  }

  @Test
  void allModelsFitAPage() {
    List<Architecture> pictures =
        List.of(
            Architectures.of(new Transformer(rng, TransformerConfig.small(20, 30))),
            Architectures.of(new Seq2Seq(rng, Seq2SeqConfig.small(20, 30))),
            Architectures.of(new MultiHeadAttention(rng, 64, 4)),
            Architectures.of(new Gpt(rng, GptConfig.small(50))),
            Architectures.of(new EncoderLayer(rng, LayerConfig.of(8, 2, 16))));
    for (Architecture picture : pictures) {
      assertTrue(picture.image().getWidth() < 900, picture.alt());
      assertTrue(Pixels.hasFreeEdges(picture.image()), picture.alt());
    }
  }

  @Test
  void partsOfEqualKindDoNotTouch() {
    Architecture picture = Architecture.of("");
    Flow flow =
        picture
            .flow("")
            .input("x")
            .group("× 2", g -> g.skip(s -> s.box("a", "").box("b", "c")).box("d", ""))
            .box("e", "");
    FlowLayout layout = new FlowLayout(flow, Lettering.of(List.of("x")));
    assertEquals(4, layout.boxes.size());
    for (int i = 1; i < layout.boxes.size(); i++) {
      assertTrue(layout.boxes.get(i).low() > layout.boxes.get(i - 1).high() + 10, "box " + i);
    }
    FlowLayout.Frame frame = layout.frames.get(0);
    assertTrue(
        frame.low() < layout.boxes.get(0).low() && frame.high() > layout.boxes.get(2).high());
    assertTrue(frame.high() < layout.boxes.get(3).low());
  }

  @Test
  void whatCannotBeDrawnIsExplained() {
    assertThrows(IllegalStateException.class, () -> Architecture.of("empty").image());
    Flow flow = Architecture.of("x").flow("f").input("x");
    assertThrows(IllegalStateException.class, () -> flow.takes(flow, ""));
    Architecture other = Architecture.of("y");
    other.flow("g").box("b", "").takes(flow, "");
    assertThrows(IllegalStateException.class, other::image);
  }
}
