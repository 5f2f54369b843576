package org.attentionlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.attentionlab.tensor.ShapeException;
import org.junit.jupiter.api.function.Executable;

/**
 * What a learner is told where a call is refused. The kind is exact: an index that runs out of a
 * Java array by accident is no answer, though it is an {@link IndexOutOfBoundsException} as well.
 */
public final class Refusal {
  private Refusal() {}

  /** Shapes that do not fit. */
  public static void ofShapes(String essential, Executable call) {
    ofKind(ShapeException.class, essential, call);
  }

  /** A number out of its range, or an empty list. */
  public static void ofArgument(String essential, Executable call) {
    ofKind(IllegalArgumentException.class, essential, call);
  }

  /** An index, an id or a length that is not there. */
  public static void ofIndex(String essential, Executable call) {
    ofKind(IndexOutOfBoundsException.class, essential, call);
  }

  /** An exception of exactly a kind, whose message holds the essential. */
  public static void ofKind(Class<? extends Exception> kind, String essential, Executable call) {
    Exception refused = assertThrows(kind, call);
    assertEquals(kind, refused.getClass(), () -> refused.getMessage());
    assertTrue(refused.getMessage().contains(essential), () -> refused.getMessage());
  }
}
