/**
 * The command line behind {@code ./lab}.
 *
 * <p>Reading order: {@link org.attentionlab.lab.Launcher} builds where something changed and loads
 * the rest; {@link org.attentionlab.lab.Lab} holds the commands; {@link
 * org.attentionlab.lab.Project} knows where everything lies.
 */
package org.attentionlab.lab;
