/**
 * The magics: what IJava and JJava have, but for the shell, and help on each.
 *
 * <p>Reading order: {@link org.attentionlab.kernel.magic.Magics} (names, completion, what an
 * unknown one says), then Manual (what each is for), then the classes that do it.
 */
package org.attentionlab.kernel.magic;
