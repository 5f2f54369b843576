package org.attentionlab.display;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.attentionlab.nn.Layer;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.train.History;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Tables of Tablesaw about models and trainings, to be shown, filtered and sorted.
 *
 * <pre>
 * show(Tables.parameters(model));
 * show(Tables.parts(model, 2));
 * show(Tables.of(history));
 * </pre>
 */
public final class Tables {
  private Tables() {}

  /**
   * All parameters of a model, and in the last row their total.
   *
   * @param model any layer
   * @return a table with the columns name, shape and count; a parameter that stands in two places
   *     is counted in the first, and says in the other where that is
   */
  public static Table parameters(Layer model) {
    List<String> names = new ArrayList<>();
    List<String> shapes = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    IdentityHashMap<Tensor, String> first = new IdentityHashMap<>();
    model
        .namedParameters()
        .forEach(
            (name, parameter) -> {
              String same = first.putIfAbsent(parameter, name);
              names.add(name);
              shapes.add(parameter.shapeString() + (same == null ? "" : ", the same as " + same));
              counts.add(same == null ? (long) parameter.numel() : 0L);
            });
    return table(model, names, shapes, counts);
  }

  /**
   * The parts of a model with the numbers of their parameters, and in the last row the total.
   *
   * @param model any layer
   * @param depth how many names deep the parts lie: 1 for {@code encoder}, 2 for {@code
   *     encoder.layers}
   * @return a table with the columns name, shape (of how many tensors) and count
   * @throws IllegalArgumentException if the depth is below 1
   */
  public static Table parts(Layer model, int depth) {
    if (depth < 1) {
      throw new IllegalArgumentException("Tables.parts: depth " + depth + " is below 1.");
    }
    List<String> names = new ArrayList<>();
    List<Integer> tensors = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    IdentityHashMap<Tensor, String> first = new IdentityHashMap<>();
    model
        .namedParameters()
        .forEach(
            (name, parameter) -> {
              if (first.putIfAbsent(parameter, name) != null) {
                return;
              }
              String part = part(name, depth);
              if (!names.contains(part)) {
                names.add(part);
                tensors.add(0);
                counts.add(0L);
              }
              int at = names.indexOf(part);
              tensors.set(at, tensors.get(at) + 1);
              counts.set(at, counts.get(at) + parameter.numel());
            });
    return table(
        model,
        names,
        tensors.stream().map(n -> n + (n == 1 ? " tensor" : " tensors")).toList(),
        counts);
  }

  private static String part(String name, int depth) {
    int end = -1;
    for (int i = 0; i < depth; i++) {
      end = name.indexOf('.', end + 1);
      if (end < 0) {
        return name;
      }
    }
    return name.substring(0, end);
  }

  private static Table table(
      Layer model, List<String> names, List<String> shapes, List<Long> counts) {
    StringColumn name = StringColumn.create("name", names);
    StringColumn shape = StringColumn.create("shape", shapes);
    LongColumn count = LongColumn.create("count");
    counts.forEach(count::append);
    name.append("total");
    shape.append("");
    count.append(model.parameterCount());
    return Table.create(model.getClass().getSimpleName(), name, shape, count);
  }

  /**
   * What a training went through, a row for each step.
   *
   * @param history of a training
   * @return a table with the columns step, loss, rate, norm and validation; columns without any
   *     number are left out
   */
  public static Table of(History history) {
    Table table = Table.create("Training");
    double[] steps = history.step();
    IntColumn step = IntColumn.create("step");
    for (double number : steps) {
      step.append((int) number);
    }
    table.addColumns(step);
    history
        .columns()
        .forEach(
            (name, values) -> {
              DoubleColumn column = DoubleColumn.create(name, values);
              if (!name.equals("step") && column.countMissing() < values.length) {
                table.addColumns(column);
              }
            });
    return table;
  }
}
