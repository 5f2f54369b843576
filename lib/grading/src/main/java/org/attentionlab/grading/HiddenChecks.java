package org.attentionlab.grading;

import java.util.List;

/**
 * Names the hidden tests of one lesson.
 *
 * <p>A jar that only the grader reads offers it as a service ({@link java.util.ServiceLoader}); the
 * jar is given at run time and is never on a worker's class path.
 */
public interface HiddenChecks {

  /** Number of the lesson in two digits: {@code 04}. */
  String lesson();

  /** The check classes, one for each exercise, in the course's order; each has {@link ChecksOf}. */
  List<Class<?>> checks();
}
