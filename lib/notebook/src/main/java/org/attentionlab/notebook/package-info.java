/**
 * Jupyter notebooks as files: the format nbformat 4.5, read and written as Jupyter does, and the
 * Markdown that people edit.
 *
 * <p>Reading order: {@link org.attentionlab.notebook.Notebook} and {@link
 * org.attentionlab.notebook.Cell} are the model, {@link org.attentionlab.notebook.NotebookReader}
 * and {@link org.attentionlab.notebook.NotebookWriter} its file, {@link
 * org.attentionlab.notebook.MarkdownSource} what it is made from, and {@link
 * org.attentionlab.notebook.OutputComparison} what tells two executions apart.
 */
package org.attentionlab.notebook;
