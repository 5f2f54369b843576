package org.attentionlab.display;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is in a model and how data flow through it: boxes for the parts, arrows with shapes, frames
 * for what is repeated, ways around parts for residual connections. Data flow upwards, as in the
 * papers.
 *
 * <pre>
 * var picture = Architecture.of("A small network");
 * picture.flow("").input("x (B, 8)").box("Linear", "(8, 4)").shape("(B, 4)").box("ReLU", "");
 * </pre>
 *
 * <p>{@link Architectures} draws the course's models from their real shapes.
 */
public final class Architecture extends Picture {
  private static final Color PART = new Color(0xe9f1f8);
  private static final Color PART_EDGE = new Color(0x5f8fb4);
  private static final Color ACCENT = new Color(0xfdeedd);
  private static final Color ACCENT_EDGE = new Color(0xc07a2c);
  private static final Color WAY = new Color(0x6b737c);
  private static final double BETWEEN = 26;
  private static final double HEAD = 6;
  private static final double OUT = 24;
  private static final double NAME = 22;

  private final String title;
  private final List<Flow> flows = new ArrayList<>();

  private Architecture(String title) {
    this.title = title;
  }

  /**
   * An empty picture.
   *
   * @param title what stands over it; may be empty
   * @return the picture
   */
  public static Architecture of(String title) {
    return new Architecture(title);
  }

  /**
   * Adds a flow, to the right of those before.
   *
   * @param name what stands under it; may be empty
   * @return the flow, to which parts are added
   */
  public Flow flow(String name) {
    Flow flow = new Flow(name);
    flows.add(flow);
    return flow;
  }

  /** The places of all flows: their layouts, their middles, and the line on which they stand. */
  private record Plan(
      Lettering letters,
      List<String> titleLines,
      List<FlowLayout> layouts,
      List<Double> middles,
      double floor,
      int width,
      int height) {}

  private Plan plan() {
    if (flows.stream().allMatch(flow -> flow.steps().isEmpty())) {
      throw new IllegalStateException(
          "Architecture: there is nothing to draw yet.\n  Call flow(name) and add boxes to it.");
    }
    List<String> texts = new ArrayList<>(List.of(title));
    flows.forEach(flow -> texts.addAll(flow.texts()));
    Lettering letters = Lettering.of(texts);
    List<FlowLayout> layouts = new ArrayList<>();
    List<Double> middles = new ArrayList<>();
    double x = Ink.PADDING;
    double highest = 0;
    for (Flow flow : flows) {
      FlowLayout layout = new FlowLayout(flow, letters);
      layouts.add(layout);
      middles.add(x + layout.left());
      x += layout.left() + layout.right() + BETWEEN;
      highest = Math.max(highest, layout.top());
    }
    int width = (int) Math.ceil(x - BETWEEN + Ink.PADDING);
    List<String> lines =
        Ink.wrapped(letters.legible(title), letters.bold(Ink.TITLE), width - 2.0 * Ink.PADDING);
    double floor = Math.max(Ink.PADDING, Ink.titleHeight(lines) + 6) + OUT + highest + 4;
    double names = flows.stream().allMatch(flow -> flow.name().isEmpty()) ? 0 : NAME;
    return new Plan(
        letters,
        lines,
        layouts,
        middles,
        floor,
        width,
        (int) Math.ceil(floor + names + Ink.PADDING));
  }

  @Override
  Sheet sheet() {
    Plan plan = plan();
    return new Sheet(plan.width(), plan.height(), g -> draw(g, plan));
  }

  private void draw(Graphics2D g, Plan plan) {
    Ink.drawTitle(g, plan.titleLines(), plan.letters().bold(Ink.TITLE));
    g.setStroke(new BasicStroke(1.3f));
    for (int i = 0; i < flows.size(); i++) {
      drawFrames(g, plan, i);
    }
    for (int i = 0; i < flows.size(); i++) {
      drawWays(g, plan, i);
      for (FlowLayout.PlacedBox box : plan.layouts().get(i).boxes) {
        drawBox(g, plan, i, box);
        for (int f = 0; f < box.box().feeds().size(); f++) {
          drawFeed(g, plan, i, box, f);
        }
      }
      drawEnd(g, plan, i);
    }
  }

  private void drawFrames(Graphics2D g, Plan plan, int index) {
    FlowLayout layout = plan.layouts().get(index);
    double middle = plan.middles().get(index);
    Font font = plan.letters().bold(FlowLayout.SMALL);
    for (FlowLayout.Frame frame : layout.frames) {
      double x = middle - layout.left(frame);
      double width = layout.left(frame) + layout.right(frame);
      double y = plan.floor() - frame.high();
      g.setColor(new Color(0xf6f7f8));
      var area = new RoundRectangle2D.Double(x, y, width, frame.high() - frame.low(), 12, 12);
      g.fill(area);
      g.setColor(Ink.LINE);
      g.draw(area);
      String label = plan.letters().legible(frame.label());
      double right = x + width - 8 - Lettering.width(label, font);
      Ink.drawText(g, label, font, Ink.SOFT, right, y + 14);
    }
  }

  private void drawWays(Graphics2D g, Plan plan, int index) {
    FlowLayout layout = plan.layouts().get(index);
    double middle = plan.middles().get(index);
    Font small = plan.letters().plain(FlowLayout.SMALL);
    for (FlowLayout.Words words : layout.words) {
      Font font = plan.letters().plain(FlowLayout.NAME);
      String text = plan.letters().legible(words.text());
      double x = middle - Lettering.width(text, font) / 2;
      Ink.drawText(g, text, font, Ink.TEXT, x, plan.floor() - words.low() - 5);
    }
    for (FlowLayout.Arrow arrow : layout.arrows) {
      up(g, middle, plan.floor() - arrow.low(), plan.floor() - arrow.high());
      Ink.drawText(
          g,
          plan.letters().legible(arrow.shape()),
          small,
          Ink.SOFT,
          middle + 9,
          plan.floor() - arrow.high() + FlowLayout.ARROW / 2 + 4);
    }
    for (FlowLayout.Around around : layout.arounds) {
      double left = middle - around.reach();
      double y = plan.floor() - around.high();
      Path2D path = new Path2D.Double();
      path.moveTo(middle, plan.floor() - around.low());
      path.lineTo(left, plan.floor() - around.low());
      path.lineTo(left, y);
      path.lineTo(middle - FlowLayout.PLUS - HEAD, y);
      g.setColor(WAY);
      g.draw(path);
      head(g, middle - FlowLayout.PLUS, y, 1, 0);
      g.setColor(Color.WHITE);
      double r = FlowLayout.PLUS;
      var circle = new Ellipse2D.Double(middle - r, y - r, 2 * r, 2 * r);
      g.fill(circle);
      g.setColor(WAY);
      g.draw(circle);
      g.draw(new Line2D.Double(middle - 4, y, middle + 4, y));
      g.draw(new Line2D.Double(middle, y - 4, middle, y + 4));
    }
  }

  private void drawBox(Graphics2D g, Plan plan, int index, FlowLayout.PlacedBox placed) {
    FlowLayout layout = plan.layouts().get(index);
    double middle = plan.middles().get(index);
    Flow.Box box = placed.box();
    double width = layout.boxWidth;
    double y = plan.floor() - placed.high();
    var area =
        new RoundRectangle2D.Double(
            middle - width / 2, y, width, placed.high() - placed.low(), 8, 8);
    g.setColor(box.accent() ? ACCENT : PART);
    g.fill(area);
    g.setColor(box.accent() ? ACCENT_EDGE : PART_EDGE);
    g.draw(area);
    centred(g, plan, box.name(), FlowLayout.NAME, Ink.TEXT, middle, y + 18, width);
    centred(g, plan, box.detail(), FlowLayout.SMALL, Ink.SOFT, middle, y + 34, width);
  }

  private static void centred(
      Graphics2D g,
      Plan plan,
      String text,
      double size,
      Color color,
      double middle,
      double y,
      double width) {
    Font font = plan.letters().plain(size);
    String shown = Ink.shortened(plan.letters().legible(text), font, width - 12);
    Ink.drawText(g, shown, font, color, middle - Lettering.width(shown, font) / 2, y);
  }

  /** From the end of another flow into the side of a box. */
  private void drawFeed(
      Graphics2D g, Plan plan, int index, FlowLayout.PlacedBox box, int feedIndex) {
    Flow.Feed feed = box.box().feeds().get(feedIndex);
    int source = flows.indexOf(feed.from());
    if (source < 0 || source == index) {
      throw new IllegalStateException(
          "Architecture: a box takes from a flow that is not another one of this picture.");
    }
    FlowLayout from = plan.layouts().get(source);
    double side = source < index ? -1 : 1;
    double start = plan.middles().get(source);
    double end = plan.middles().get(index) + side * plan.layouts().get(index).boxWidth / 2;
    double y = plan.floor() - box.middle();
    Path2D path = new Path2D.Double();
    path.moveTo(start, plan.floor() - from.end());
    double labelY;
    if (box.middle() >= from.top() + 10) {
      path.lineTo(start, y);
      labelY = y;
    } else {
      double over = plan.floor() - from.top() - OUT;
      double channel =
          side < 0
              ? plan.middles().get(index) - plan.layouts().get(index).left() - BETWEEN / 2
              : plan.middles().get(index) + plan.layouts().get(index).right() + BETWEEN / 2;
      path.lineTo(start, over);
      path.lineTo(channel, over);
      path.lineTo(channel, y);
      labelY = over;
    }
    path.lineTo(end + side * HEAD, y);
    g.setColor(WAY);
    g.draw(path);
    head(g, end, y, -side, 0);
    Font font = plan.letters().plain(FlowLayout.SMALL);
    String shape = plan.letters().legible(feed.shape());
    double x = side < 0 ? start + 6 : start - 6 - Lettering.width(shape, font);
    Ink.drawText(g, shape, font, Ink.SOFT, x, labelY - 5);
  }

  /** An arrow out of the top, where no other flow takes the end; and the flow's name below it. */
  private void drawEnd(Graphics2D g, Plan plan, int index) {
    FlowLayout layout = plan.layouts().get(index);
    Flow flow = flows.get(index);
    double middle = plan.middles().get(index);
    double y = plan.floor() - layout.top();
    boolean taken =
        plan.layouts().stream()
            .flatMap(l -> l.boxes.stream())
            .flatMap(b -> b.box().feeds().stream())
            .anyMatch(feed -> feed.from() == flow);
    if (!taken) {
      up(g, middle, plan.floor() - layout.end(), y - OUT);
      Font font = plan.letters().plain(FlowLayout.SMALL);
      String shape = plan.letters().legible(layout.lastShape());
      Ink.drawText(g, shape, font, Ink.SOFT, middle + 9, y - OUT / 2 + 4);
    }
    Font font = plan.letters().bold(FlowLayout.NAME);
    String name = plan.letters().legible(flow.name());
    double x = middle - Lettering.width(name, font) / 2;
    Ink.drawText(g, name, font, Ink.TEXT, x, plan.floor() + NAME - 6);
  }

  private static void up(Graphics2D g, double x, double from, double to) {
    g.setColor(WAY);
    g.draw(new Line2D.Double(x, from, x, to + HEAD));
    head(g, x, to, 0, -1);
  }

  /** The head of an arrow that points to a place, from a direction. */
  private static void head(Graphics2D g, double x, double y, double dx, double dy) {
    Path2D head = new Path2D.Double();
    head.moveTo(x, y);
    head.lineTo(x - HEAD * dx - 3.5 * dy, y - HEAD * dy - 3.5 * dx);
    head.lineTo(x - HEAD * dx + 3.5 * dy, y - HEAD * dy + 3.5 * dx);
    head.closePath();
    g.setColor(WAY);
    g.fill(head);
  }

  /** Every flow from its input to its end. */
  @Override
  public String alt() {
    return flows.stream()
        .map(flow -> (flow.name().isEmpty() ? "" : flow.name() + ": ") + flow.words() + ".")
        .collect(
            Collectors.joining(
                " ", "Architecture" + (title.isEmpty() ? ". " : " \"" + title + "\". "), ""));
  }

  /** The description in words. */
  @Override
  public String toString() {
    return alt();
  }
}
