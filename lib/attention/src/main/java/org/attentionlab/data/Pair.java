package org.attentionlab.data;

/**
 * A text and what a model has to make of it.
 *
 * @param source what the model reads
 * @param target what it has to write
 */
public record Pair(String source, String target) {}
