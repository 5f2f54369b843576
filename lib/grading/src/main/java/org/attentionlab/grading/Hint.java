package org.attentionlab.grading;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Three steps of help, shown one at a time to a learner whose answer failed the test. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Hint {

  /** Where to look, then what to do, then almost the code. */
  String[] value();
}
