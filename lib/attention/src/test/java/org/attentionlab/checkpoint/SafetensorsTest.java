package org.attentionlab.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.attentionlab.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
  @TempDir Path folder;

  /** A file that safetensors_golden.py made with the safetensors package. */
  private Path golden(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = SafetensorsTest.class.getResourceAsStream("/golden/" + name)) {
      Files.write(file, in.readAllBytes());
    }
    return file;
  }

  @Test
  void readsEveryTypeOfThePackage() throws IOException {
    Safetensors file = Safetensors.open(golden("all_types.safetensors"));
    assertEquals(Map.of("made", "here"), file.metadata());
    assertEquals(10, file.names().size());
    for (String name : List.of("f64", "f32", "f16", "bf16")) {
      assertArrayEquals(
          new float[] {0, 1, -2.5f, 0.125f, Float.POSITIVE_INFINITY, -0.0f},
          file.read(name).toArray(),
          name);
    }
    for (String name : List.of("i64", "i32", "i16", "i8")) {
      assertArrayEquals(new float[] {0, 1, -2, 100}, file.read(name).toArray(), name);
    }
    assertArrayEquals(new float[] {0, 1, 255}, file.read("u8").toArray());
    assertArrayEquals(new float[] {0, 1, 1}, file.read("bool").toArray());
    assertArrayEquals(new int[] {2, 3}, file.shape("f32"));
  }

  @Test
  void readsTheSmallestHalves() throws IOException {
    float[] halves = Safetensors.open(golden("halves.safetensors")).read("halves").toArray();
    assertArrayEquals(new float[] {0x1p-24f, 0x1.ff8p-15f, 0x1p-14f, 65504, -0x1p-24f}, halves);
  }

  @Test
  void writesTheBytesThatThePackageWrites() throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("b.weight", Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
    tensors.put("a", Tensor.scalar(-1.5f));
    tensors.put("鱼 \"\\", Tensor.zeros(0, 4));
    Path file = folder.resolve("ours.safetensors");
    Safetensors.write(file, tensors, Map.of("made", "here"));
    assertArrayEquals(Files.readAllBytes(golden("written.safetensors")), Files.readAllBytes(file));
  }

  @Property(tries = 60)
  void givesBackWhatWasWritten(
      @ForAll @Size(max = 4)
          Map<@StringLength(max = 6) String, @Size(max = 3) List<@IntRange(max = 4) Integer>>
              shapes,
      @ForAll @Size(max = 3)
          Map<@StringLength(max = 6) String, @StringLength(max = 6) String> words)
      throws IOException {
    boolean writable =
        Stream.concat(
                shapes.keySet().stream(),
                Stream.concat(words.keySet().stream(), words.values().stream()))
            .allMatch(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
    if (!writable) {
      return; // half a character has no bytes
    }
    Random rng = new Random(1);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    shapes.forEach(
        (name, shape) ->
            tensors.put(name, Tensor.randn(rng, shape.stream().mapToInt(i -> i).toArray())));
    Path file = Files.createTempFile("round", ".safetensors");
    Safetensors.write(file, tensors, words);
    Safetensors read = Safetensors.open(file);
    assertEquals(words, read.metadata());
    assertEquals(tensors.keySet(), read.readAll().keySet());
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      Tensor tensor = read.read(entry.getKey());
      assertArrayEquals(entry.getValue().shape(), tensor.shape());
      assertArrayEquals(entry.getValue().toArray(), tensor.toArray());
    }
    Files.delete(file);
  }

  @Test
  void everyDamageIsNamedOrHarmless() throws IOException {
    byte[] whole = Files.readAllBytes(golden("written.safetensors"));
    Path file = folder.resolve("damaged.safetensors");
    for (int cut = 0; cut < whole.length; cut++) {
      Files.write(file, java.util.Arrays.copyOf(whole, cut));
      assertThrows(CheckpointException.class, () -> Safetensors.open(file).readAll());
    }
    int refused = 0;
    for (int place = 0; place < whole.length; place++) {
      for (int change : new int[] {1, 0x20, 0x80, 0xFF}) {
        byte[] damaged = whole.clone();
        damaged[place] ^= (byte) change;
        Files.write(file, damaged);
        try {
          Safetensors.open(file).readAll();
        } catch (CheckpointException e) {
          refused++;
          assertTrue(e.getMessage().contains("damaged.safetensors"), e.getMessage());
        }
      }
    }
    assertTrue(refused > whole.length, refused + " of " + 4 * whole.length);
  }

  @Test
  void aFileThatNoWriterMakesIsRefused() throws IOException {
    refuse("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}", 4, "needs 8 bytes");
    refuse(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", 8, "begins at byte 4");
    refuse(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
        9,
        "written to afterwards");
    refuse("{\"a\":{\"dtype\":\"F8\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4, "type F8");
    refuse("{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}", 4, "not negative");
    refuse(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[65536,65536],\"data_offsets\":[0,4]}}",
        4,
        "can hold");
    refuse("{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}", 4, "in place of");
    refuse("{\"a\":1,\"a\":2}", 0, "comes twice");
    refuse("[]", 0, "no JSON object");
    refuse("{\"__metadata__\":{\"x\":1}}", 0, "in place of a string");
    refuse("{}x", 0, "behind the end");
    refuse("[".repeat(1000), 0, "too deep");
  }

  private void refuse(String header, int numbers, String named) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + json.length + numbers).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json);
    Path file = folder.resolve("odd.safetensors");
    Files.write(file, bytes.array());
    var problem = assertThrows(CheckpointException.class, () -> Safetensors.open(file));
    assertTrue(problem.getMessage().contains(named), problem.getMessage());
  }

  @Test
  void aFailedWriteLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = folder.resolve("model.safetensors");
    Safetensors.write(file, Map.of("a", Tensor.scalar(1)), Map.of());
    byte[] before = Files.readAllBytes(file);
    Map<String, Tensor> bad = Map.of("__metadata__", Tensor.scalar(2));
    assertThrows(IllegalArgumentException.class, () -> Safetensors.write(file, bad, Map.of()));
    Path nowhere = folder.resolve("missing").resolve("model.safetensors");
    assertThrows(
        IOException.class,
        () -> Safetensors.write(nowhere, Map.of("a", Tensor.scalar(1)), Map.of()));
    Path taken = Files.createDirectories(folder.resolve("taken").resolve("inside")).getParent();
    assertThrows(
        IOException.class, () -> Safetensors.write(taken, Map.of("a", Tensor.scalar(1)), Map.of()));
    assertArrayEquals(before, Files.readAllBytes(file));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(2, left.count(), "the file and the folder");
    }
  }

  @Test
  void readsAModelInSeveralFiles() throws IOException {
    Safetensors.write(folder.resolve("one.safetensors"), Map.of("a", Tensor.scalar(1)), Map.of());
    Safetensors.write(folder.resolve("two.safetensors"), Map.of("b", Tensor.scalar(2)), Map.of());
    Path index = folder.resolve("model.safetensors.index.json");
    Files.writeString(
        index,
        "{\"metadata\":{\"total_size\":8},\"weight_map\":{\"a\":\"one.safetensors\",\"b\":\"two.safetensors\"}}");
    Map<String, Tensor> all = Safetensors.readModel(folder);
    assertEquals(1, all.get("a").item());
    assertEquals(2, all.get("b").item());
    Files.writeString(index, "{\"weight_map\":{\"a\":\"two.safetensors\"}}");
    assertThrows(CheckpointException.class, () -> Safetensors.readModel(index));
    Files.writeString(index, "{\"weight_map\":{\"a\":\"../elsewhere.safetensors\"}}");
    assertThrows(CheckpointException.class, () -> Safetensors.readModel(index));
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() throws IOException {
    Safetensors file = Safetensors.open(golden("written.safetensors"));
    var problem = assertThrows(IllegalArgumentException.class, () -> file.read("c"));
    assertTrue(problem.getMessage().contains("b.weight"), problem.getMessage());
  }
}
