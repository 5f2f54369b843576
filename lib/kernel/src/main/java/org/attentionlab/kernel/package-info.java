/**
 * A Jupyter kernel for Java that runs notebooks made for IJava.
 *
 * <p>Reading order: {@link org.attentionlab.kernel.KernelMain} (how it starts), {@link
 * org.attentionlab.kernel.JavaKernel} (how requests are answered), {@link
 * org.attentionlab.kernel.session} (how a cell runs), {@link org.attentionlab.kernel.protocol} (how
 * messages travel), {@link org.attentionlab.kernel.render} (how values are shown), {@link
 * org.attentionlab.kernel.magic}. From the other side: {@link
 * org.attentionlab.kernel.KernelspecInstaller} makes the kernel known to Jupyter, and {@link
 * org.attentionlab.kernel.client.KernelClient} drives it without Jupyter.
 */
package org.attentionlab.kernel;
