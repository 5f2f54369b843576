package org.attentionlab.grading.intake;

/**
 * Who handed in.
 *
 * @param name the name under which the student stands in the gradebook
 * @param id the learning platform's number or login; empty where there is none
 */
public record Student(String name, String id) {}
