package org.attentionlab.numerics;

/** Kernels on one thread, with the pieces that tiled attention is made of. */
interface SerialNumerics extends Numerics, TiledAttentionKernels {}
