/**
 * The arithmetic below tensors: kernels over arrays of float, each in a readable form and in one
 * for the CPU's vector registers.
 *
 * <p>{@link org.attentionlab.numerics.Numerics#get()} gives the kernels that this JVM runs fastest.
 * They check their arguments, and split large work over the threads of {@link
 * org.attentionlab.numerics.Parallel}. {@link org.attentionlab.numerics.Numerics#plain()} gives the
 * readable ones, which run everywhere and which the tests compare the fast ones with.
 *
 * <p>Conventions: an array is told by itself and by the place of its first number ({@code x, xAt});
 * a matrix with gaps between its rows by a leading dimension too ({@code ldx}). A forward kernel
 * sets its result. A backward kernel adds to gradients, and says so where it sets one instead.
 * Nothing is allocated per call but what a large work hands to the other threads.
 *
 * <p>Reading order: {@link org.attentionlab.numerics.Numerics} and the themes it gathers, {@code
 * Plain...} (the readable kernels), {@code TiledAttention}, {@link
 * org.attentionlab.numerics.Parallel}, {@code Parallel...} (checks and splitting), and last the
 * directory {@code src/main/vector} with {@code VectorTiles}, where the time is spent.
 */
package org.attentionlab.numerics;
