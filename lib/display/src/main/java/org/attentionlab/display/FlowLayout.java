package org.attentionlab.display;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the parts of one flow stand: heights above the lower edge, and how far it reaches to the
 * left and right of its middle.
 */
final class FlowLayout {
  static final double NAME = 13;
  static final double SMALL = 11.5;
  static final double PLUS = 8;
  static final double ARROW = 28;
  private static final double TALL = 42;
  private static final double FLAT = 30;
  private static final double INPUT = 20;
  private static final double FRAME = 12;
  private static final double SIDE = 16;
  private static final double LEAST_WIDTH = 150;
  private static final double MOST_WIDTH = 250;

  /** A box, and from where to where it reaches. */
  record PlacedBox(Flow.Box box, double low, double high) {
    double middle() {
      return (low + high) / 2;
    }
  }

  /** An arrow upwards, with a shape beside it or an empty text. */
  record Arrow(double low, double high, String shape) {}

  /** The words at the lower end. */
  record Words(String text, double low) {}

  /** A frame; the outermost is the widest. */
  record Frame(String label, double low, double high, double margin) {}

  /** A way around parts, from an arrow to a sum. */
  record Around(double low, double high, double reach) {}

  final List<PlacedBox> boxes = new ArrayList<>();
  final List<Arrow> arrows = new ArrayList<>();
  final List<Words> words = new ArrayList<>();
  final List<Frame> frames = new ArrayList<>();
  final List<Around> arounds = new ArrayList<>();
  final double boxWidth;

  private final Lettering letters;
  private double top;
  private double end;
  private double widestShape;
  private double sides;
  private String shape = "";
  private boolean empty = true;

  FlowLayout(Flow flow, Lettering letters) {
    this.letters = letters;
    this.boxWidth = width(flow);
    place(flow);
  }

  /** How high it reaches. */
  double top() {
    return top;
  }

  /** Where the last part ends, from which the way goes on; a frame may reach higher. */
  double end() {
    return end;
  }

  /** The shape that was named last and stands beside no arrow yet. */
  String lastShape() {
    return shape;
  }

  double left() {
    return boxWidth / 2 + sides + 4;
  }

  double right() {
    double frame = frames.isEmpty() ? 0 : 2 * FRAME;
    return Math.max(boxWidth / 2, widestShape) + frame + 4;
  }

  /** How far a frame reaches to the right. */
  double right(Frame frame) {
    return Math.max(boxWidth / 2, widestShape) + frame.margin();
  }

  double left(Frame frame) {
    return boxWidth / 2 + sides - FRAME + frame.margin();
  }

  private double width(Flow flow) {
    double widest = LEAST_WIDTH;
    for (Flow.Step step : flow.steps()) {
      if (step instanceof Flow.Box box) {
        widest = Math.max(widest, text(box.name(), NAME) + 26);
        widest = Math.max(widest, text(box.detail(), SMALL) + 26);
      } else if (step instanceof Flow.Input input) {
        widest = Math.max(widest, text(input.text(), NAME) + 10);
      } else if (step instanceof Flow.Group group) {
        widest = Math.max(widest, width(group.inside()));
      } else if (step instanceof Flow.Skip skip) {
        widest = Math.max(widest, width(skip.inside()));
      }
    }
    return Math.min(MOST_WIDTH, widest);
  }

  private double text(String text, double size) {
    Font font = letters.plain(size);
    return Lettering.width(letters.legible(text), font);
  }

  private void place(Flow flow) {
    for (Flow.Step step : flow.steps()) {
      if (step instanceof Flow.Input input) {
        words.add(new Words(input.text(), top));
        top += INPUT;
        end = top;
        empty = false;
      } else if (step instanceof Flow.Box box) {
        arrow();
        double high = top + (box.detail().isEmpty() ? FLAT : TALL);
        boxes.add(new PlacedBox(box, top, high));
        top = high;
        end = top;
      } else if (step instanceof Flow.Shape named) {
        shape = named.text();
        widestShape = Math.max(widestShape, 10 + text(shape, SMALL));
      } else if (step instanceof Flow.Group group) {
        placeGroup(group);
      } else if (step instanceof Flow.Skip skip) {
        placeSkip(skip);
      }
    }
  }

  private void placeGroup(Flow.Group group) {
    double start = top;
    if (!empty) {
      top += FRAME;
    }
    place(group.inside());
    // Room for the label over the last part.
    top += FRAME + 6;
    double low = start + (start == 0 ? 0 : FRAME);
    frames.add(new Frame(group.label(), low, top, FRAME));
    sides = Math.max(sides, FRAME + 4);
    widen();
  }

  private void placeSkip(Flow.Skip skip) {
    double start = top + 8;
    top += 10;
    place(skip.inside());
    arrow();
    arounds.add(new Around(start, top + PLUS, boxWidth / 2 + SIDE));
    top += 2 * PLUS;
    end = top;
    sides = Math.max(sides, SIDE + 2);
    widen();
  }

  /** A frame lies outside of the ways around parts. */
  private void widen() {
    if (!frames.isEmpty() && !arounds.isEmpty()) {
      sides = SIDE + FRAME + 6;
    }
  }

  private void arrow() {
    if (!empty) {
      arrows.add(new Arrow(end, top + ARROW, shape));
      top += ARROW;
    }
    shape = "";
    empty = false;
  }
}
