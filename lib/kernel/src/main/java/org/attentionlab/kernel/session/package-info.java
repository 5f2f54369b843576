/**
 * The Java session behind the notebook: JShell, the threads that run cells, what they print, and
 * how errors are told.
 *
 * <p>Reading order: {@link org.attentionlab.kernel.session.JavaSession} (a cell from text to
 * value), {@link org.attentionlab.kernel.session.Cell} (whose output is it), then CellRunner and
 * {@link org.attentionlab.kernel.session.StopCheck} (how a cell is ended), CompileErrors and
 * RuntimeErrors.
 */
package org.attentionlab.kernel.session;
