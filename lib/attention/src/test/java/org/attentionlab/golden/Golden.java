package org.attentionlab.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.attentionlab.tensor.Tensor;

/** Reads the figures that PyTorch computed. */
final class Golden {
  private final String name;
  private final JsonNode root;

  private Golden(String name, JsonNode root) {
    this.name = name;
    this.root = root;
  }

  static Golden read(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
      return new Golden(name, new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tensor at a path such as {@code /inputs/q} or {@code /outputs/0}. */
  Tensor tensor(String path) {
    JsonNode node = root.at(path);
    if (node.isMissingNode()) {
      throw new IllegalArgumentException(name + " has no " + path);
    }
    int[] shape = new int[node.get("shape").size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = node.get("shape").get(i).intValue();
    }
    JsonNode values = node.get("data");
    float[] data = new float[values.size()];
    for (int i = 0; i < data.length; i++) {
      data[i] =
          values.get(i).isBoolean()
              ? (values.get(i).booleanValue() ? 1 : 0)
              : values.get(i).floatValue();
    }
    return Tensor.of(data, shape);
  }

  /** All tensors below a path, by name. */
  Map<String, Tensor> tensors(String path) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    root.at(path).fieldNames().forEachRemaining(key -> tensors.put(key, tensor(path + "/" + key)));
    return tensors;
  }

  /** The whole numbers of a tensor, row by row. */
  int[] ids(String path) {
    float[] values = tensor(path).toArray();
    int[] ids = new int[values.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (int) values[i];
    }
    return ids;
  }

  /** The whole numbers of a matrix. */
  int[][] idRows(String path) {
    int columns = tensor(path).size(1);
    int[] flat = ids(path);
    int[][] rows = new int[flat.length / columns][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(flat, i * columns, (i + 1) * columns);
    }
    return rows;
  }

  int count(String path) {
    return root.at(path).size();
  }

  double number(String path) {
    return root.at(path).doubleValue();
  }

  void expect(String path, Tensor actual, double tolerance) {
    Tensor expected = tensor(path);
    assertArrayEquals(expected.shape(), actual.shape(), name + path);
    float[] want = expected.toArray();
    float[] got = actual.toArray();
    for (int i = 0; i < want.length; i++) {
      if (!(Math.abs(want[i] - got[i]) <= tolerance * Math.max(1, Math.abs(want[i])))) {
        fail(name + path + "[" + i + "]: expected " + want[i] + ", got " + got[i]);
      }
    }
  }
}
