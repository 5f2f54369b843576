/**
 * What cells were run, in this session and in those before it: for front ends that scroll back and
 * search.
 *
 * <p>Reading order: {@link org.attentionlab.kernel.history.SessionHistory} answers, {@link
 * org.attentionlab.kernel.history.HistoryFile} keeps.
 */
package org.attentionlab.kernel.history;
