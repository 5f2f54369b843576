package org.attentionlab.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.attentionlab.tensor.Tensor;

/** Reads a file of float32 tensors that is known to be sound. */
final class SafetensorsFile {
  private SafetensorsFile() {}

  static Map<String, Tensor> read(String name) {
    try (InputStream in = SafetensorsFile.class.getResourceAsStream("/golden/" + name)) {
      ByteBuffer file = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      byte[] header = new byte[(int) file.getLong()];
      file.get(header);
      JsonNode entries = new ObjectMapper().readTree(header);
      int start = file.position();
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      entries
          .fieldNames()
          .forEachRemaining(
              key -> {
                if (!key.equals("__metadata__")) {
                  tensors.put(key, tensor(file, start, entries.get(key)));
                }
              });
      return tensors;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Tensor tensor(ByteBuffer file, int start, JsonNode entry) {
    JsonNode sizes = entry.get("shape");
    int[] shape = new int[sizes.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = sizes.get(i).intValue();
    }
    int from = entry.get("data_offsets").get(0).intValue();
    int to = entry.get("data_offsets").get(1).intValue();
    float[] data = new float[(to - from) / Float.BYTES];
    for (int i = 0; i < data.length; i++) {
      data[i] = file.getFloat(start + from + i * Float.BYTES);
    }
    return Tensor.of(data, shape);
  }
}
