/**
 * Networks that read a sequence step by step, and so need no positions, but cannot do the steps at
 * the same time.
 *
 * <p>Reading order: {@link org.attentionlab.recurrent.GruCell} and {@link
 * org.attentionlab.recurrent.LstmCell} (one step), {@link org.attentionlab.recurrent.Gru} and
 * {@link org.attentionlab.recurrent.Lstm} (whole sequences, stacked, in both directions), {@link
 * org.attentionlab.recurrent.Seq2Seq} (an encoder and a decoder, with and without attention).
 */
package org.attentionlab.recurrent;
