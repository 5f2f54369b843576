package org.attentionlab.display;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One path through a model, from its input at the bottom upwards.
 *
 * <p>Each call adds what comes next, and returns this flow.
 */
public final class Flow {

  /** Something on the way. */
  sealed interface Step permits Input, Box, Shape, Group, Skip {}

  record Input(String text) implements Step {}

  record Box(String name, String detail, boolean accent, List<Feed> feeds) implements Step {}

  record Shape(String text) implements Step {}

  record Group(String label, Flow inside) implements Step {}

  record Skip(Flow inside) implements Step {}

  /** The end of another flow, which a box takes in too. */
  record Feed(Flow from, String shape) {}

  private final String name;
  private final List<Step> steps = new ArrayList<>();

  Flow(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  List<Step> steps() {
    return steps;
  }

  /**
   * What goes in.
   *
   * @param text such as {@code tokens (B, T)}
   * @return this flow
   */
  public Flow input(String text) {
    steps.add(new Input(text));
    return this;
  }

  /**
   * A part of the model.
   *
   * @param title what it is
   * @param detail more about it, such as the shapes of its parameters; may be empty
   * @return this flow
   */
  public Flow box(String title, String detail) {
    steps.add(new Box(title, detail, false, new ArrayList<>()));
    return this;
  }

  /**
   * A part of the model that the picture is about, in another colour.
   *
   * @param title what it is
   * @param detail more about it; may be empty
   * @return this flow
   */
  public Flow accent(String title, String detail) {
    steps.add(new Box(title, detail, true, new ArrayList<>()));
    return this;
  }

  /**
   * Writes the shape of what leaves the last part beside the arrow that leaves it.
   *
   * @param text such as {@code (B, T, 64)}
   * @return this flow
   */
  public Flow shape(String text) {
    steps.add(new Shape(text));
    return this;
  }

  /**
   * Draws a frame around parts, such as a layer that comes several times.
   *
   * @param label what stands in the frame's corner, such as {@code × 6}
   * @param inside adds the parts
   * @return this flow
   */
  public Flow group(String label, Consumer<Flow> inside) {
    Flow inner = new Flow("");
    inside.accept(inner);
    steps.add(new Group(label, inner));
    return this;
  }

  /**
   * Leads what comes in past parts, and adds it to what they give: a residual connection.
   *
   * @param inside adds the parts
   * @return this flow
   */
  public Flow skip(Consumer<Flow> inside) {
    Flow inner = new Flow("");
    inside.accept(inner);
    steps.add(new Skip(inner));
    return this;
  }

  /**
   * Leads the end of another flow into the last box.
   *
   * @param from a flow of the same picture
   * @param shape of what comes from there; may be empty
   * @return this flow
   * @throws IllegalStateException if the last step is no box
   */
  public Flow takes(Flow from, String shape) {
    if (steps.isEmpty() || !(steps.get(steps.size() - 1) instanceof Box box)) {
      throw new IllegalStateException(
          "Architecture: takes(...) belongs right behind the box that takes it.");
    }
    box.feeds().add(new Feed(from, shape));
    return this;
  }

  /** The steps in words. */
  String words() {
    return steps.stream().map(Flow::words).collect(Collectors.joining(" → "));
  }

  private static String words(Step step) {
    if (step instanceof Input input) {
      return input.text();
    } else if (step instanceof Box box) {
      String fed =
          box.feeds().stream()
              .map(f -> " with " + f.from().name() + (f.shape().isEmpty() ? "" : " " + f.shape()))
              .collect(Collectors.joining());
      return box.name() + (box.detail().isEmpty() ? "" : " [" + box.detail() + "]") + fed;
    } else if (step instanceof Shape shape) {
      return shape.text();
    } else if (step instanceof Group group) {
      return group.label() + " { " + group.inside().words() + " }";
    }
    return "add to itself { " + ((Skip) step).inside().words() + " }";
  }

  /** All texts, for the choice of a font. */
  List<String> texts() {
    List<String> texts = new ArrayList<>(List.of(name));
    for (Step step : steps) {
      if (step instanceof Input input) {
        texts.add(input.text());
      } else if (step instanceof Box box) {
        texts.addAll(List.of(box.name(), box.detail()));
        box.feeds().forEach(feed -> texts.add(feed.shape()));
      } else if (step instanceof Shape shape) {
        texts.add(shape.text());
      } else if (step instanceof Group group) {
        texts.add(group.label());
        texts.addAll(group.inside().texts());
      } else if (step instanceof Skip skip) {
        texts.addAll(skip.inside().texts());
      }
    }
    return texts;
  }
}
