/**
 * The Jupyter messaging protocol over ZeroMQ: sockets, threads, frames.
 *
 * <p>Message classes and their JSON come from jjava-jupyter; the loops are our own, because its own
 * ones poll with a sleep of 50 ms and end at the first malformed message. Each socket belongs to
 * one thread that blocks on it.
 *
 * <p>Reading order: {@link org.attentionlab.kernel.protocol.Connection} (what there is), {@link
 * org.attentionlab.kernel.protocol.Wire} (frames and JSON), then the channels.
 */
package org.attentionlab.kernel.protocol;
