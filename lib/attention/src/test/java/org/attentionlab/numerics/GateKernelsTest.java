package org.attentionlab.numerics;

import java.util.stream.IntStream;
import java.util.stream.Stream;

class GateKernelsTest extends KernelCases {
  private static final double ERROR = 3e-6;

  @Override
  Stream<KernelCase> cases() {
    Stream<int[]> few = IntStream.range(0, SIZES.length).mapToObj(i -> new int[] {i % 5, SIZES[i]});
    Stream<int[]> many = Stream.of(new int[] {350, 64}, new int[] {301, 65}, new int[] {500, 50});
    return Stream.concat(few, many)
        .flatMap(
            size ->
                Stream.of(
                    gru(size[0], size[1], 1),
                    gru(size[0], size[1], 300),
                    gruBackward(size[0], size[1]),
                    lstm(size[0], size[1], 1),
                    lstm(size[0], size[1], 300),
                    lstmBackward(size[0], size[1])));
  }

  private static String name(String kernel, int rows, int hidden) {
    return kernel + " (" + rows + ", " + hidden + ")";
  }

  private static Operand numbers(Operands operands, int rows, int n, int gap, double size) {
    return operands.given(rows, n, gap, i -> size * operands.rng().nextGaussian());
  }

  /** Numbers as a gate has them, from 0 to 1. */
  private static Operand shares(Operands operands, int rows, int n) {
    return operands.given(rows, n, 0, i -> operands.rng().nextDouble());
  }

  /**
   * A step of the GRU.
   *
   * @param size of what the input contributes; large values close and open the gates wholly
   */
  private static KernelCase gru(int rows, int hidden, double size) {
    return new KernelCase(
        name("gru", rows, hidden) + " of size " + size,
        (kernels, operands) -> {
          Operand x = numbers(operands, rows, 3 * hidden, 2, size);
          Operand s = operands.numbers(rows, 3 * hidden, 0);
          Operand h = operands.numbers(rows, hidden, 1);
          Operand gates = operands.blank(rows, 3 * hidden, 0);
          Operand next = operands.blank(rows, hidden, 3);
          kernels.gru(
              rows,
              hidden,
              x.array,
              x.at,
              x.ld,
              s.array,
              s.at,
              h.array,
              h.at,
              h.ld,
              gates.array,
              gates.at,
              next.array,
              next.at,
              next.ld);
          Operand.Formula gate =
              (i, j) -> {
                if (j < 2 * hidden) {
                  return Normal.sigmoid(x.get(i, j) + s.get(i, j));
                }
                int reset = j - 2 * hidden;
                double r = Normal.sigmoid(x.get(i, reset) + s.get(i, reset));
                return Math.tanh(x.get(i, j) + r * s.get(i, j));
              };
          gates.holds(ERROR, gate);
          next.holds(
              ERROR,
              (i, j) -> {
                double z = gate.at(i, hidden + j);
                return (1 - z) * gate.at(i, 2 * hidden + j) + z * h.get(i, j);
              });
        });
  }

  private static KernelCase gruBackward(int rows, int hidden) {
    return new KernelCase(
        name("gruBackward", rows, hidden),
        (kernels, operands) -> {
          Operand gates = shares(operands, rows, 3 * hidden);
          Operand s = operands.numbers(rows, 3 * hidden, 0);
          Operand h = operands.numbers(rows, hidden, 1);
          Operand g = operands.numbers(rows, hidden, 0);
          Operand dx = operands.blank(rows, 3 * hidden, 2);
          Operand ds = operands.blank(rows, 3 * hidden, 0);
          Operand dh = operands.numbers(rows, hidden, 0);
          kernels.gruBackward(
              rows,
              hidden,
              gates.array,
              gates.at,
              s.array,
              s.at,
              h.array,
              h.at,
              h.ld,
              g.array,
              g.at,
              dx.array,
              dx.at,
              dx.ld,
              ds.array,
              ds.at,
              dh.array,
              dh.at);
          Operand.Formula dn =
              (i, j) -> {
                double n = gates.get(i, 2 * hidden + j);
                return g.get(i, j) * (1 - gates.get(i, hidden + j)) * (1 - n * n);
              };
          Operand.Formula d =
              (i, column) -> {
                int j = column % hidden;
                double r = gates.get(i, j);
                double z = gates.get(i, hidden + j);
                double n = gates.get(i, 2 * hidden + j);
                return switch (column / hidden) {
                  case 0 -> dn.at(i, j) * s.get(i, 2 * hidden + j) * r * (1 - r);
                  case 1 -> g.get(i, j) * (h.get(i, j) - n) * z * (1 - z);
                  default -> dn.at(i, j);
                };
              };
          dx.holds(ERROR, d);
          ds.holds(
              ERROR,
              (i, j) -> j < 2 * hidden ? d.at(i, j) : d.at(i, j) * gates.get(i, j - 2 * hidden));
          dh.holds(ERROR, (i, j) -> dh.get(i, j) + g.get(i, j) * gates.get(i, hidden + j));
        });
  }

  private static KernelCase lstm(int rows, int hidden, double size) {
    return new KernelCase(
        name("lstm", rows, hidden) + " of size " + size,
        (kernels, operands) -> {
          Operand x = numbers(operands, rows, 4 * hidden, 1, size);
          Operand s = operands.numbers(rows, 4 * hidden, 0);
          Operand cell = operands.numbers(rows, hidden, 0);
          Operand gates = operands.blank(rows, 4 * hidden, 0);
          Operand nextCell = operands.blank(rows, hidden, 0);
          Operand next = operands.blank(rows, hidden, 2);
          kernels.lstm(
              rows,
              hidden,
              x.array,
              x.at,
              x.ld,
              s.array,
              s.at,
              cell.array,
              cell.at,
              gates.array,
              gates.at,
              nextCell.array,
              nextCell.at,
              next.array,
              next.at,
              next.ld);
          Operand.Formula gate =
              (i, j) -> {
                double sum = x.get(i, j) + s.get(i, j);
                return j / hidden == 2 ? Math.tanh(sum) : Normal.sigmoid(sum);
              };
          Operand.Formula memory =
              (i, j) ->
                  gate.at(i, hidden + j) * cell.get(i, j)
                      + gate.at(i, j) * gate.at(i, 2 * hidden + j);
          gates.holds(ERROR, gate);
          nextCell.holds(ERROR, memory);
          next.holds(ERROR, (i, j) -> gate.at(i, 3 * hidden + j) * Math.tanh(memory.at(i, j)));
        });
  }

  private static KernelCase lstmBackward(int rows, int hidden) {
    return new KernelCase(
        name("lstmBackward", rows, hidden),
        (kernels, operands) -> {
          Operand gates = shares(operands, rows, 4 * hidden);
          Operand cell = operands.numbers(rows, hidden, 0);
          Operand nextCell = operands.numbers(rows, hidden, 0);
          Operand g = operands.numbers(rows, hidden, 0);
          Operand d = operands.blank(rows, 4 * hidden, 3);
          Operand dCell = operands.numbers(rows, hidden, 0);
          kernels.lstmBackward(
              rows,
              hidden,
              gates.array,
              gates.at,
              cell.array,
              cell.at,
              nextCell.array,
              nextCell.at,
              g.array,
              g.at,
              d.array,
              d.at,
              d.ld,
              dCell.array,
              dCell.at);
          Operand.Formula c =
              (i, j) -> {
                double t = Math.tanh(nextCell.get(i, j));
                return dCell.get(i, j) + g.get(i, j) * gates.get(i, 3 * hidden + j) * (1 - t * t);
              };
          d.holds(
              ERROR,
              (i, column) -> {
                int j = column % hidden;
                double own = gates.get(i, column);
                double in = gates.get(i, j);
                double u = gates.get(i, 2 * hidden + j);
                return switch (column / hidden) {
                  case 0 -> c.at(i, j) * u * own * (1 - own);
                  case 1 -> c.at(i, j) * cell.get(i, j) * own * (1 - own);
                  case 2 -> c.at(i, j) * in * (1 - own * own);
                  default -> g.get(i, j) * Math.tanh(nextCell.get(i, j)) * own * (1 - own);
                };
              });
          dCell.holds(ERROR, (i, j) -> c.at(i, j) * gates.get(i, hidden + j));
        });
  }
}
