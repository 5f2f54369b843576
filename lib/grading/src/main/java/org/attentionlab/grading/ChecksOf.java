package org.attentionlab.grading;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.attentionlab.grading.engine.AnswerResolver;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a JUnit class as tests of an exercise.
 *
 * <p>The class' constructor takes the contract and receives the answer under test. Every test
 * method tests one mechanism and carries {@link Mechanism} and {@link Points}, and mostly {@link
 * Hint}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(AnswerResolver.class)
public @interface ChecksOf {

  /** The exercise's contract. */
  Class<?> value();
}
