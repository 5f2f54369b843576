package org.attentionlab.grading;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says in one sentence what a test method tests: {@code 4.1.2 scores are divided by sqrt(dK)}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Mechanism {

  /** Number and sentence; results are listed in the order of these texts. */
  String value();
}
