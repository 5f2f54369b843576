/**
 * Tensors of float32 with n axes and reverse-mode differentiation, on the JDK alone.
 *
 * <p>A {@link org.attentionlab.tensor.Tensor} holds its numbers row by row in one array. That of a
 * result is never written again, so results may share it; that of a leaf, such as a parameter, is
 * its own and an optimiser writes it. Shapes broadcast as in NumPy. Where an input requires a
 * gradient, each operation leaves a node behind that remembers its inputs and how to pass a
 * gradient back; {@code backward()} walks these nodes, each after all that used its result. In a
 * training, {@link org.attentionlab.tensor.Workspace} lends the arrays.
 *
 * <p>Reading order: {@link org.attentionlab.tensor.Tensor} (making and reading), {@link
 * org.attentionlab.tensor.FunctionOps} (the simplest operations, forward and backward side by
 * side), {@link org.attentionlab.tensor.Autograd} (the sweep), {@code Broadcast} and {@link
 * org.attentionlab.tensor.ArithmeticOps}, {@link org.attentionlab.tensor.ReductionOps}, {@link
 * org.attentionlab.tensor.SoftmaxOps}, {@link org.attentionlab.tensor.MatmulOps} with {@code
 * MatrixProduct}, {@link org.attentionlab.tensor.LayoutOps}, {@link
 * org.attentionlab.tensor.PickingOps}, {@link org.attentionlab.tensor.ActivationOps}, {@link
 * org.attentionlab.tensor.NormOps}, {@link org.attentionlab.tensor.CrossEntropy}, and last {@link
 * org.attentionlab.tensor.GradCheck}, which proves the backward of all of them. Who wants to add an
 * operation starts from {@link org.attentionlab.tensor.Operation}.
 */
package org.attentionlab.tensor;
