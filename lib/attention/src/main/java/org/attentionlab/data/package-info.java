/**
 * Corpora that are made, not collected, and what a reader of one's own corpora needs.
 *
 * <p>Each made corpus is drawn from a random generator that is passed in, so the same seed gives
 * the same sentences on every machine. A {@link org.attentionlab.data.Corpus} draws examples and
 * splits them into {@link org.attentionlab.data.Split train, validation and test} so that nothing
 * of one part is found in another. What "the same" means is said by each corpus.
 *
 * <table>
 * <caption>What there is to learn, and what a split keeps apart</caption>
 * <tr><th>corpus</th><th>task</th><th>kept apart</th></tr>
 * <tr><td>{@link org.attentionlab.data.SequenceTask}</td>
 *     <td>copy, reverse, sort or shift a row</td><td>rows</td></tr>
 * <tr><td>{@link org.attentionlab.data.Dates}</td>
 *     <td>write a date as a machine does</td><td>days</td></tr>
 * <tr><td>{@link org.attentionlab.data.Translation}</td>
 *     <td>English to Chinese and back</td><td>sentences</td></tr>
 * <tr><td>{@link org.attentionlab.data.Mouse}</td>
 *     <td>an animal or a device</td><td>sentences; cues on request</td></tr>
 * <tr><td>{@link org.attentionlab.data.Coreference}</td>
 *     <td>what "it" refers to</td><td>things and what is said of them</td></tr>
 * <tr><td>{@link org.attentionlab.data.Sentiment}</td>
 *     <td>praise or blame</td><td>things and how they are judged</td></tr>
 * <tr><td>{@link org.attentionlab.data.Entities}</td>
 *     <td>tag persons, places, organisations, dates</td><td>sentences; names on request</td></tr>
 * <tr><td>{@link org.attentionlab.data.Routing}</td>
 *     <td>the department that answers a message</td><td>products and what is asked</td></tr>
 * </table>
 *
 * <p>Where a sentence has a label, its record also says where the words stand that tell it, to be
 * held against the weights of attention.
 *
 * <p>A user's own text is read by {@link org.attentionlab.data.TabSeparated} and {@link
 * org.attentionlab.data.PlainText}, cleaned with {@link org.attentionlab.data.Duplicates}, reduced
 * with {@link org.attentionlab.data.Sample} and dealt out with {@link
 * org.attentionlab.data.Split#byKey}.
 *
 * <p>Everything is delivered as text or as lists of tokens; {@link org.attentionlab.text} turns
 * them into numbers, and {@link org.attentionlab.data.PairCodec} whole pairs. Reading order: {@link
 * org.attentionlab.data.Corpus}, {@link org.attentionlab.data.Split}, {@link
 * org.attentionlab.data.SequenceTask}, then any of the others.
 */
package org.attentionlab.data;
