/**
 * What the grader and a worker say to each other: typed values in frames over two pipes.
 *
 * <p>Nothing of Java's serialisation is used. A reader knows the type it waits for from the
 * contract, and checks tag, shape and size before it allocates anything.
 *
 * <p>Reading order: {@link org.attentionlab.grading.protocol.Frames}, {@link
 * org.attentionlab.grading.protocol.ValueCodec}, {@link org.attentionlab.grading.protocol.Request},
 * {@link org.attentionlab.grading.protocol.Reply}.
 */
package org.attentionlab.grading.protocol;
