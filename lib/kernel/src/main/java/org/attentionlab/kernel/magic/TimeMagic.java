package org.attentionlab.kernel.magic;

import java.util.List;
import org.attentionlab.kernel.JavaKernel;
import org.attentionlab.kernel.session.Stopwatch;
import org.dflib.jjava.jupyter.kernel.magic.CellMagic;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;

/** {@code %time CODE} and {@code %%time}: what code takes to run; gives the code's value. */
final class TimeMagic implements LineMagic<Object, JavaKernel>, CellMagic<Object, JavaKernel> {
  @Override
  public Object eval(JavaKernel kernel, List<String> arguments) {
    String code = String.join(" ", arguments);
    if (code.isBlank()) {
      throw MagicErrors.usage("%time", "which code?");
    }
    return time(kernel, code);
  }

  @Override
  public Object eval(JavaKernel kernel, List<String> arguments, String body) {
    if (!arguments.isEmpty()) {
      throw MagicErrors.usage("%%time", "takes no arguments; %time is for one line.");
    }
    return time(kernel, body);
  }

  private static Object time(JavaKernel kernel, String code) {
    Stopwatch watch = Stopwatch.start();
    try {
      return kernel.evalRaw(code);
    } finally {
      System.out.println(watch.stop());
    }
  }
}
