package org.attentionlab.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.attentionlab.kernel.protocol.Wire;
import org.dflib.jjava.jupyter.kernel.HelpLink;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;

/** What the kernel says of itself. */
final class KernelInfo {
  static final String NAME = "attentionlab";
  static final String VERSION = "0.1.0";

  static final LanguageInfo LANGUAGE =
      new LanguageInfo.Builder("Java")
          .version(Runtime.version().toString())
          .mimetype("text/x-java-source")
          .fileExtension(".jshell")
          .pygments("java")
          .codemirror("text/x-java")
          .exporter("script")
          .build();

  private static final int FEATURE = Runtime.version().feature();

  static final List<HelpLink> HELP =
      List.of(
          new HelpLink(
              "Java " + FEATURE + " API",
              "https://docs.oracle.com/en/java/javase/" + FEATURE + "/docs/api/"),
          new HelpLink(
              "Java " + FEATURE + " language",
              "https://docs.oracle.com/javase/specs/jls/se" + FEATURE + "/html/index.html"));

  private static final Gson GSON = new Gson();

  private KernelInfo() {}

  static String banner() {
    return "Java " + Runtime.version() + " :: Attention Lab kernel " + VERSION;
  }

  /** The content of a kernel_info_reply: no debugger, no subshells. */
  static JsonObject reply() {
    JsonObject content = new JsonObject();
    content.addProperty("status", "ok");
    content.addProperty("protocol_version", Wire.PROTOCOL_VERSION);
    content.addProperty("implementation", NAME);
    content.addProperty("implementation_version", VERSION);
    content.add("language_info", GSON.toJsonTree(LANGUAGE));
    content.addProperty("banner", banner());
    content.addProperty("debugger", false);
    content.add("supported_features", new JsonArray());
    content.add("help_links", GSON.toJsonTree(HELP));
    return content;
  }
}
