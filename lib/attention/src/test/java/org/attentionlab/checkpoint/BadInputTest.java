package org.attentionlab.checkpoint;

import static org.attentionlab.Refusal.ofArgument;
import static org.attentionlab.Refusal.ofKind;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attentionlab.nn.Linear;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.train.Adam;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
  @TempDir Path folder;

  private final Linear model = new Linear(new Random(1), 2, 2);
  private final Adam adam = new Adam(model.parameters(), 0.1);
  private final Checkpoint.Training training = new Checkpoint.Training(model, adam, List.of());
  private Path file;

  @BeforeEach
  void keepATraining() throws IOException {
    file = folder.resolve("file.safetensors");
    Checkpoint.save(file, training, 5);
  }

  private static void damaged(String essential, Executable call) {
    ofKind(CheckpointException.class, essential, call);
  }

  @Test
  void everyDamageToATrainingIsNamedOrHarmless() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int header = (int) ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong();
    Random rng = new Random(1);
    int refused = 0;
    for (int place = 0; place < Long.BYTES + header; place++) {
      byte[] damaged = whole.clone();
      damaged[place] =
          (byte)
              (rng.nextBoolean() ? rng.nextInt() : "0123456789-{}[],\"\\".charAt(rng.nextInt(18)));
      Files.write(file, damaged);
      refused += isRefused() ? 1 : 0;
    }
    assertTrue(refused > header / 2, refused + " of " + header);
  }

  private boolean isRefused() throws IOException {
    float[] before = model.weight().toArray();
    Map<String, Tensor> moments = adam.state();
    try {
      Checkpoint.resume(file, training);
      return false;
    } catch (CheckpointException e) {
      assertArrayEquals(before, model.weight().toArray(), "the model is as before");
      moments.forEach(
          (name, tensor) -> assertTrue(tensor.allClose(adam.state().get(name), 0), name));
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 100_000_001, 1L << 31, 1L << 32, Long.MAX_VALUE, -1, Long.MIN_VALUE})
  void aHeaderOfImpossibleLengthTakesNoMemory(long length) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    Files.write(file, bytes);
    damaged("this is no safetensors file, or it was cut off", () -> Safetensors.open(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[2147483647,2147483647,0]",
        "[0,2147483647,2147483647]",
        "[9223372036854775807,0]",
        "[2147483647,0]"
      })
  void anEmptyTensorHidesNoOverflow(String shape) throws IOException {
    writeHeader("{\"a\":{\"dtype\":\"F32\",\"shape\":" + shape + ",\"data_offsets\":[0,0]}}");
    damaged("has more numbers than a tensor can hold", () -> Safetensors.open(file).readAll());
  }

  private void writeHeader(String header) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + json.length).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(file, bytes.putLong(json.length).put(json).array());
  }

  @ParameterizedTest
  @CsvSource({
    "attentionlab.step, 99999999999, counts 99999999999 steps",
    "attentionlab.step, -1, counts -1 steps",
    "attentionlab.step, many, has no number as its attentionlab.step",
    "attentionlab.rate, fast, has no learning rate as its attentionlab.rate",
    "attentionlab.rate, NaN, has no learning rate as its attentionlab.rate",
    "attentionlab.rate, -1, has no learning rate as its attentionlab.rate",
    "attentionlab.rate, 1e300, has no learning rate as its attentionlab.rate"
  })
  void aTrainingWithWrongWordsChangesNothing(String word, String text, String essential)
      throws IOException {
    Safetensors kept = Safetensors.open(file);
    Map<String, String> words = new HashMap<>(kept.metadata());
    Map<String, Tensor> tensors = kept.readAll();
    words.put(word, text);
    tensors.put("optimizer.0.steps", Tensor.scalar(7));
    tensors.put("model.bias", Tensor.ones(2));
    Safetensors.write(file, tensors, words);
    damaged(essential, () -> Checkpoint.resume(file, training));
    assertEquals(0, adam.state().get("0.steps").item());
    assertEquals(0, model.bias().orElseThrow().at(0));
  }

  @Test
  void anOptimiserThatWasDamagedChangesNothing() throws IOException {
    Safetensors kept = Safetensors.open(file);
    Map<String, Tensor> tensors = kept.readAll();
    tensors.put("optimizer.1.steps", Tensor.scalar(Float.NaN));
    tensors.put("model.bias", Tensor.ones(2));
    Safetensors.write(file, tensors, kept.metadata());
    damaged("1.steps of the state is NaN", () -> Checkpoint.resume(file, training));
    assertEquals(0, model.bias().orElseThrow().at(0));
  }

  @Test
  void whatNoReaderCouldReadIsNotWritten() {
    Path other = folder.resolve("other.safetensors");
    Map<String, Tensor> half = Map.of("\ud800", Tensor.zeros(1), "?", Tensor.zeros(1));
    Map<String, Tensor> fine = Map.of("a", Tensor.zeros(1));
    String essential = "holds half a surrogate pair";
    ofArgument(essential, () -> Safetensors.write(other, half, Map.of()));
    ofArgument(essential, () -> Safetensors.write(other, fine, Map.of("word", "\udc00")));
    ofArgument(essential, () -> Safetensors.write(other, fine, Map.of("\udc00", "word")));
    ofArgument("Checkpoint: -1 steps", () -> Checkpoint.save(other, training, -1));
    assertFalse(Files.exists(other));
  }

  @Test
  void anIndexThatIsDamagedIsNamed() throws IOException {
    Path index = folder.resolve("model.safetensors.index.json");
    Files.write(index, new byte[] {'{', (byte) 0xFF});
    damaged("is not UTF-8", () -> Safetensors.readModel(index));
    for (String name : List.of("b\\u0000", "", ".", "../file.safetensors", "/etc/hosts", "none")) {
      Files.writeString(index, "{\"weight_map\":{\"a\":\"" + name + "\"}}");
      damaged("speaks of ", () -> Safetensors.readModel(index));
    }
    for (String text : List.of("", "[]", "{}", "{\"weight_map\":{\"a\":1}}", "{\"weight_map\":")) {
      Files.writeString(index, text);
      damaged("index.json: ", () -> Safetensors.readModel(folder));
    }
  }

  @Test
  void anIndexInTheWorkingFolderIsRead() throws IOException {
    Path index = folder.resolve("model.safetensors.index.json");
    Files.writeString(index, "{\"weight_map\":{\"model.bias\":\"file.safetensors\"}}");
    Path relative = Path.of("").toAbsolutePath().relativize(index);
    assertEquals(2, Safetensors.readModel(relative).get("model.bias").numel());
  }
}
