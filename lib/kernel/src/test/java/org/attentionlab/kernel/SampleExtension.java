package org.attentionlab.kernel;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** What a library on the class path may bring: a renderer for a type of its own. */
public final class SampleExtension implements Extension {
  /** A value that shows itself as HTML. */
  public record Sample(String name) {}

  @Override
  public void install(BaseKernel kernel) {
    kernel
        .getRenderer()
        .createRegistration(Sample.class)
        .preferring(MIMEType.TEXT_HTML)
        .register(
            (sample, context) ->
                context.renderIfRequested(
                    MIMEType.TEXT_HTML, () -> "<em>" + sample.name() + "</em>"));
  }
}
