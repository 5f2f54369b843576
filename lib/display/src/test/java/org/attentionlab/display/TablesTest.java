package org.attentionlab.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.attentionlab.nn.Linear;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.train.Batches;
import org.attentionlab.train.History;
import org.attentionlab.train.Sgd;
import org.attentionlab.train.Trainer;
import org.attentionlab.transformer.Transformer;
import org.attentionlab.transformer.TransformerConfig;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class TablesTest {
  private static Transformer model(TransformerConfig config) {
    return new Transformer(new SplittableRandom(1), config);
  }

  @Test
  void parametersAreListedWithTheirTotal() {
    Table table = Tables.parameters(new Linear(new SplittableRandom(1), 3, 2));
    assertEquals(List.of("weight", "bias", "total"), table.stringColumn("name").asList());
    assertEquals(List.of("(3, 2)", "(2)", ""), table.stringColumn("shape").asList());
    assertEquals(List.of(6L, 2L, 8L), table.longColumn("count").asList());
    assertTrue(Html.of(table).contains("<b>Linear</b>"));
  }

  @Test
  void sharedParametersCountOnce() {
    Transformer model = model(TransformerConfig.small(20, 20).withSharedEmbeddings());
    Table table = Tables.parameters(model);
    long sum = table.longColumn("count").asList().stream().mapToLong(n -> n).sum();
    assertEquals(2 * model.parameterCount(), sum, "all rows, and the total once more");
    assertTrue(
        table.stringColumn("shape").asList().contains("(20, 64), the same as source.tokens.weight"),
        table.print(100));
  }

  @Test
  void partsAddUp() {
    Transformer model = model(TransformerConfig.small(20, 30));
    Table table = Tables.parts(model, 1);
    assertEquals(
        List.of("source", "encoder", "target", "decoder", "output", "total"),
        table.stringColumn("name").asList());
    assertEquals(20 * 64L, table.longColumn("count").get(0));
    assertEquals("2 tensors", table.stringColumn("shape").get(4));
    long sum = table.longColumn("count").asList().stream().mapToLong(n -> n).sum();
    assertEquals(2 * model.parameterCount(), sum);
    assertThrows(IllegalArgumentException.class, () -> Tables.parts(model, 0));
  }

  @Test
  void aTrainingIsARowForEachStep() {
    Linear model = new Linear(new SplittableRandom(1), 1, 1);
    History history =
        Trainer.of(model, new Sgd(model.parameters(), 0.1))
            .validate(2, () -> 0.5)
            .train(
                3,
                Batches.of(List.of(1f), 1, 3),
                batch -> model.forward(Tensor.ones(1, 1)).pow(2).sum());
    Table table = Tables.of(history);
    assertEquals(List.of("step", "loss", "rate", "validation"), table.columnNames());
    assertEquals(List.of(1, 2, 3), table.intColumn("step").asList());
    assertEquals(history.loss()[2], table.doubleColumn("loss").get(2));
    assertTrue(table.doubleColumn("validation").isMissing(0));
    assertEquals(0.5, table.doubleColumn("validation").get(1));
  }
}
