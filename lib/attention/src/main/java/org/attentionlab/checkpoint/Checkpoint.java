package org.attentionlab.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attentionlab.nn.Layer;
import org.attentionlab.tensor.Tensor;
import org.attentionlab.train.Optimizer;
import org.attentionlab.train.ResumableRandom;

/**
 * A model in a file, or a whole training that can be gone on with.
 *
 * <pre>
 * Checkpoint.save(file, model);                                // the weights
 * Checkpoint.load(file, model);
 *
 * var random = new ResumableRandom(1);                         // for the dropout of the model
 * var training = new Checkpoint.Training(model, adam, List.of(random));
 * Checkpoint.save(file, training, 500);                        // after step 500
 *
 * int done = Checkpoint.resume(file, training);                // in another JVM
 * Trainer.of(model, adam).resumeAfter(done).train(1000, batches, loss);
 * </pre>
 *
 * <p>A training that was stopped and gone on with ends with the same bits as one that was not,
 * where its batches come from the same seed and all its chance from the generators that were kept.
 */
public final class Checkpoint {
  private static final String KIND = "attentionlab.kind";
  private static final String TRAINING = "training";
  private static final String STEP = "attentionlab.step";
  private static final String OPTIMIZER = "attentionlab.optimizer";
  private static final String RATE = "attentionlab.rate";
  private static final String RANDOM = "attentionlab.random.";
  private static final String OF_MODEL = "model.";
  private static final String OF_OPTIMIZER = "optimizer.";

  private Checkpoint() {}

  /**
   * All that a training consists of besides its batches.
   *
   * @param model what learns
   * @param optimizer what moves it
   * @param randoms where chance comes from, such as the generator of the model's dropout
   */
  public record Training(Layer model, Optimizer optimizer, List<ResumableRandom> randoms) {
    /** Copies the list. */
    public Training {
      randoms = List.copyOf(randoms);
    }
  }

  /**
   * Keeps the weights of a model.
   *
   * @param file is replaced where it exists, wholly or not at all
   * @param model its {@link Layer#state} is written
   * @throws IOException if the file cannot be written
   */
  public static void save(Path file, Layer model) throws IOException {
    Safetensors.write(file, model.state(), Map.of(KIND, "model"));
  }

  /**
   * Gives a model the weights of a file.
   *
   * @param file written by either {@code save}
   * @param model of the same shape
   * @throws CheckpointException if the file is damaged, or of another model: names that are
   *     missing, left over or of another shape are listed; the model is as before then
   * @throws IOException if the file cannot be read
   */
  public static void load(Path file, Layer model) throws IOException {
    Safetensors read = Safetensors.open(file);
    boolean training = TRAINING.equals(read.metadata().get(KIND));
    load(file, model, training ? part(read, OF_MODEL) : read.readAll());
  }

  /**
   * Keeps a training.
   *
   * @param file is replaced where it exists, wholly or not at all
   * @param training its model, optimiser and generators are written
   * @param step how many steps were taken
   * @throws IllegalArgumentException if the number of steps is negative
   * @throws IOException if the file cannot be written
   */
  public static void save(Path file, Training training, int step) throws IOException {
    if (step < 0) {
      throw new IllegalArgumentException("Checkpoint: " + step + " steps were taken?");
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    training.model().state().forEach((name, tensor) -> tensors.put(OF_MODEL + name, tensor));
    training
        .optimizer()
        .state()
        .forEach((name, tensor) -> tensors.put(OF_OPTIMIZER + name, tensor));
    Map<String, String> words = new LinkedHashMap<>();
    words.put(KIND, TRAINING);
    words.put(STEP, Integer.toString(step));
    words.put(OPTIMIZER, training.optimizer().getClass().getSimpleName());
    words.put(RATE, Double.toString(training.optimizer().rate()));
    for (int i = 0; i < training.randoms().size(); i++) {
      words.put(RANDOM + i, Long.toString(training.randoms().get(i).state()));
    }
    Safetensors.write(file, tensors, words);
  }

  /**
   * Gives a training what it was when it was kept.
   *
   * @param file written by {@link #save(Path, Training, int)}
   * @param training made as the one that was kept: the same model, optimiser and number of
   *     generators
   * @return how many steps were taken
   * @throws CheckpointException if the file is damaged, or of another training; nothing was changed
   *     then
   * @throws IOException if the file cannot be read
   */
  public static int resume(Path file, Training training) throws IOException {
    Safetensors read = Safetensors.open(file);
    Map<String, String> words = read.metadata();
    String optimizer = training.optimizer().getClass().getSimpleName();
    require(file, TRAINING.equals(words.get(KIND)), "holds weights, but no training to resume.");
    require(
        file,
        optimizer.equals(words.get(OPTIMIZER)),
        "was trained by " + words.get(OPTIMIZER) + ", not by " + optimizer + ".");
    long[] places = places(file, words, training.randoms().size());
    long step = number(file, words, STEP);
    require(
        file,
        step >= 0 && step <= Integer.MAX_VALUE,
        "counts " + step + " steps, which is no number of steps.");
    double rate = rate(file, words);
    Map<String, Tensor> before = training.model().state();
    load(file, training.model(), part(read, OF_MODEL));
    try {
      training.optimizer().load(part(read, OF_OPTIMIZER));
    } catch (IllegalArgumentException e) {
      training.model().load(before);
      throw new CheckpointException(file, e.getMessage());
    }
    training.optimizer().rate(rate);
    for (int i = 0; i < places.length; i++) {
      training.randoms().get(i).state(places[i]);
    }
    return (int) step;
  }

  private static long[] places(Path file, Map<String, String> words, int count)
      throws CheckpointException {
    long kept = words.keySet().stream().filter(name -> name.startsWith(RANDOM)).count();
    require(file, kept == count, "keeps " + kept + " generators, the training has " + count + ".");
    long[] places = new long[count];
    for (int i = 0; i < count; i++) {
      places[i] = number(file, words, RANDOM + i);
    }
    return places;
  }

  private static long number(Path file, Map<String, String> words, String name)
      throws CheckpointException {
    try {
      return Long.parseLong(words.getOrDefault(name, ""));
    } catch (NumberFormatException e) {
      throw new CheckpointException(file, "has no number as its " + name + ".");
    }
  }

  private static double rate(Path file, Map<String, String> words) throws CheckpointException {
    String written = words.getOrDefault(RATE, "");
    double rate;
    try {
      rate = Double.parseDouble(written);
    } catch (NumberFormatException e) {
      rate = Double.NaN;
    }
    require(
        file,
        rate >= 0 && Float.isFinite((float) rate),
        "has no learning rate as its " + RATE + ", but \"" + written + "\".");
    return rate;
  }

  private static void load(Path file, Layer model, Map<String, Tensor> state)
      throws CheckpointException {
    try {
      model.load(state);
    } catch (IllegalArgumentException e) {
      throw new CheckpointException(file, e.getMessage());
    }
  }

  /** The tensors whose names begin so, without that beginning. */
  private static Map<String, Tensor> part(Safetensors read, String beginning) throws IOException {
    Map<String, Tensor> part = new LinkedHashMap<>();
    for (String name : read.names()) {
      if (name.startsWith(beginning)) {
        part.put(name.substring(beginning.length()), read.read(name));
      }
    }
    return part;
  }

  private static void require(Path file, boolean holds, String problem) throws CheckpointException {
    if (!holds) {
      throw new CheckpointException(file, problem);
    }
  }
}
