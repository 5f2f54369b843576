package org.attentionlab.kernel.render;

import java.awt.image.RenderedImage;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.BaseStream;

/** The text of a value that is shown whole, whatever its {@code toString()} does. */
final class SafeText {
  private SafeText() {}

  /** The value's own text; for what has none that says anything, a description. */
  static String of(Object value) {
    if (value instanceof BaseStream<?, ?>) {
      return "a stream, not yet consumed; .toList() or .toArray() at its end shows what is in it";
    }
    if (value instanceof RenderedImage image) {
      return "Image, " + image.getWidth() + " by " + image.getHeight() + " pixels";
    }
    return guarded(
        () -> {
          String text = Objects.toString(value);
          return text == null ? name(value) + " (its toString() gives null)" : text;
        },
        name(value) + " (its toString() throws ");
  }

  /** What reading gives, or what it threw, in words. */
  static String guarded(Supplier<String> reading, String beginning) {
    try {
      return reading.get();
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      return beginning + thrown(e) + ")";
    }
  }

  /** An exception in one line, even where its message throws in turn. */
  static String thrown(Throwable e) {
    String name = name(e);
    if (e instanceof StackOverflowError) {
      return name;
    }
    try {
      String message = e.getMessage();
      return message == null ? name : name + ": " + message.lines().findFirst().orElse("");
    } catch (RuntimeException | StackOverflowError | AssertionError inTurn) {
      return name;
    }
  }

  /** The simple name of a value's class, also where it has none in the source. */
  static String name(Object value) {
    if (value == null) {
      return "null";
    }
    Class<?> type = value.getClass();
    if (!type.isAnonymousClass()) {
      return type.getSimpleName();
    }
    String name = type.getName();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
