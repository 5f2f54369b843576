package org.attentionlab.grading;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a functional interface as the contract of one exercise.
 *
 * <p>The interface's Javadoc is the task. Its arguments and its result are values: tensors,
 * numbers, booleans, strings, lists, arrays and records of them, because the grader sends them to
 * another process.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Exercise {

  /** Number of the exercise in the course: {@code 4.1} is the first of lesson 04. */
  String id();

  /** Name of the field or variable that holds the answer: {@code selfAttention}. */
  String name();

  /** Points for an answer without fault. */
  int points();

  /** Numbers of the syllabus' claims that the exercise exercises. */
  int[] claims();

  /** The public tests, which {@link Check} runs in the notebook. */
  Class<?> tests();
}
