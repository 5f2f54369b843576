/**
 * Corpora that are made, not collected: each is drawn from a random generator that is passed in, so
 * the same seed gives the same sentences on every machine.
 *
 * <p>A {@link org.attentionlab.data.Corpus} draws examples and splits them into {@link
 * org.attentionlab.data.Split train, validation and test} so that nothing of one part is found in
 * another. What "the same" means is said by each corpus: the whole source for {@link
 * org.attentionlab.data.SequenceTask}, the day for {@link org.attentionlab.data.Dates}.
 *
 * <p>Everything is delivered as text or as lists of tokens; to turn them into numbers is another
 * package's task.
 */
package org.attentionlab.data;
