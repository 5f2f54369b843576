/**
 * How fast the library is. {@link org.attentionlab.bench.Workload} names what is timed; the JMH
 * benchmarks time it alone, and {@link org.attentionlab.bench.Contest} beside PyTorch, whose side
 * is {@code compare.py}.
 */
package org.attentionlab.bench;
