package org.attentionlab.transformer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.attentionlab.nn.Layer;
import org.attentionlab.tensor.Tensor;

/**
 * Weights of BERT as they are published, in the names of Hugging Face's transformers.
 *
 * <p>There the matrix of a linear map is (dOut, dIn), the transpose of ours. Names are understood
 * with their prefix {@code bert.} and, as files of a body alone have them, without it; {@code
 * LayerNorm.gamma} and {@code beta} of older files as well. The output map of the masked-word head
 * is the embedding once more, and has to have the same numbers.
 *
 * <pre>
 * var bert = new BertMaskedWords(rng, new Bert(rng, BertConfig.base().withoutPooler()));
 * BertWeights.load(bert, tensors);                // from a safetensors file
 * </pre>
 */
public final class BertWeights {
  private static final int MOST_LISTED = 20;

  private BertWeights() {}

  /**
   * What a load did not touch, in the names of transformers.
   *
   * @param fresh parameters of the model that the file does not have and that keep their numbers,
   *     such as those of a new head
   * @param unused tensors of the file that the model has no place for, such as those of another
   *     head
   */
  public record Report(List<String> fresh, List<String> unused) {
    /** Copies the lists. */
    public Report {
      fresh = List.copyOf(fresh);
      unused = List.copyOf(unused);
    }
  }

  /**
   * Loads a file that was made of such a model: every parameter is in it, and nothing else.
   *
   * @param model a {@link Bert}, or a head on one
   * @param published tensors by the names of transformers, as a safetensors file lists them
   * @throws IllegalArgumentException if a tensor is missing or too many or a shape differs; the
   *     message lists these, and nothing is loaded
   */
  public static void load(Layer model, Map<String, Tensor> published) {
    Map<String, Tensor> mine = theirNames(model);
    Map<String, Tensor> given = canonical(published);
    List<String> problems = new ArrayList<>();
    missing(mine, given).forEach(name -> problems.add("missing: " + named(name, mine)));
    problems.addAll(differences(mine, given));
    surplus(mine, given)
        .forEach(name -> problems.add("surplus: " + name + " " + given.get(name).shapeString()));
    require(problems, model, "Where only a part is wanted, loadShared takes what both have.");
    assign(mine, given);
  }

  /**
   * Loads what model and file have in common, such as a published body into a model with a new
   * head.
   *
   * @param model a {@link Bert}, or a head on one
   * @param published tensors by the names of transformers, as a safetensors file lists them
   * @return what was not touched; worth a look
   * @throws IllegalArgumentException if the embeddings or the encoder are not whole in the file or
   *     a shape differs; the message lists these, and nothing is loaded
   */
  public static Report loadShared(Layer model, Map<String, Tensor> published) {
    Map<String, Tensor> mine = theirNames(model);
    Map<String, Tensor> given = canonical(published);
    List<String> fresh = missing(mine, given);
    List<String> problems = new ArrayList<>();
    fresh.stream()
        .filter(BertNames::isEssential)
        .forEach(name -> problems.add("missing: " + named(name, mine)));
    problems.addAll(differences(mine, given));
    require(problems, model, "Do the settings of the model agree with those of the file?");
    assign(mine, given);
    return new Report(fresh, surplus(mine, given));
  }

  /**
   * The weights of a model as transformers reads them.
   *
   * @param model a {@link Bert}, or a head on one
   * @return copies by the names of transformers, in the order of the model
   */
  public static Map<String, Tensor> published(Layer model) {
    Map<String, Tensor> published = new LinkedHashMap<>();
    theirNames(model)
        .forEach((name, parameter) -> published.put(name, turned(name, parameter.detach())));
    return published;
  }

  private static Map<String, Tensor> theirNames(Layer model) {
    String prefix = model instanceof Bert ? "bert." : "";
    Map<String, Tensor> names = new LinkedHashMap<>();
    model
        .namedParameters()
        .forEach((name, parameter) -> names.put(BertNames.theirs(prefix + name), parameter));
    return names;
  }

  private static Map<String, Tensor> canonical(Map<String, Tensor> published) {
    Map<String, Tensor> canonical = new LinkedHashMap<>();
    published.forEach(
        (name, tensor) ->
            BertNames.canonical(name)
                .map(known -> canonical.put(known, tensor))
                .ifPresent(
                    before -> {
                      throw new IllegalArgumentException(
                          "BertWeights: " + name + " is listed twice, once under another name.");
                    }));
    return canonical;
  }

  private static List<String> missing(Map<String, Tensor> mine, Map<String, Tensor> given) {
    return mine.keySet().stream().filter(name -> !given.containsKey(name)).toList();
  }

  /** What has no place; a repetition has, where what it repeats is there. */
  private static List<String> surplus(Map<String, Tensor> mine, Map<String, Tensor> given) {
    return given.keySet().stream()
        .filter(name -> !mine.containsKey(name))
        .filter(name -> BertNames.repeated(name).filter(given::containsKey).isEmpty())
        .toList();
  }

  /** Wrong shapes, and an output map that is not the embedding. */
  private static List<String> differences(Map<String, Tensor> mine, Map<String, Tensor> given) {
    List<String> problems = new ArrayList<>();
    both(
        mine,
        given,
        (name, tensor) -> {
          if (!Arrays.equals(shape(name, mine.get(name)), tensor.shape())) {
            problems.add("wrong shape: " + named(name, mine) + ", got " + tensor.shapeString());
          }
        });
    given.forEach(
        (name, tensor) ->
            BertNames.repeated(name)
                .filter(given::containsKey)
                .filter(twin -> mine.containsKey("cls.predictions.bias"))
                .filter(twin -> !Arrays.equals(given.get(twin).toArray(), tensor.toArray()))
                .ifPresent(twin -> problems.add("not tied: " + name + " differs from " + twin)));
    return problems;
  }

  private static void assign(Map<String, Tensor> mine, Map<String, Tensor> given) {
    both(
        mine,
        given,
        (name, tensor) -> mine.get(name).assign(turned(name, tensor.detach()).toArray()));
  }

  private static void both(
      Map<String, Tensor> mine, Map<String, Tensor> given, BiConsumer<String, Tensor> each) {
    given.forEach(
        (name, tensor) -> {
          if (mine.containsKey(name)) {
            each.accept(name, tensor);
          }
        });
  }

  private static Tensor turned(String theirs, Tensor tensor) {
    return BertNames.isTurned(theirs, tensor.rank()) ? tensor.transpose() : tensor;
  }

  /** The shape that a parameter has in a file. */
  private static int[] shape(String theirs, Tensor parameter) {
    int[] shape = parameter.shape();
    return BertNames.isTurned(theirs, shape.length) ? new int[] {shape[1], shape[0]} : shape;
  }

  private static String named(String theirs, Map<String, Tensor> mine) {
    String list = Arrays.toString(shape(theirs, mine.get(theirs)));
    return theirs + " (" + list.substring(1, list.length() - 1) + ")";
  }

  private static void require(List<String> problems, Layer model, String repair) {
    if (problems.isEmpty()) {
      return;
    }
    int more = problems.size() - MOST_LISTED;
    List<String> listed = problems.subList(0, Math.min(problems.size(), MOST_LISTED));
    throw new IllegalArgumentException(
        "BertWeights: the weights do not fit "
            + model.getClass().getSimpleName()
            + ", and nothing was loaded:\n  "
            + String.join("\n  ", listed)
            + (more > 0 ? "\n  and " + more + " more" : "")
            + "\n  "
            + repair);
  }
}
