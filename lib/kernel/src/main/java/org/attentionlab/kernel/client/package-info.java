/**
 * Runs notebooks' code in a kernel of its own process, without Jupyter.
 *
 * <p>Reading order: {@link org.attentionlab.kernel.client.KernelClient}, {@link
 * org.attentionlab.kernel.client.Execution} (what comes back), then OutputCollector (how messages
 * become nbformat outputs).
 */
package org.attentionlab.kernel.client;
