package org.attentionlab.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Declines what a debugger asks, in the form of the Debug Adapter Protocol. */
final class DebugReply {
  private static final String WHY =
      "this kernel has no debugger; its kernel_info_reply says so (debugger: false)";

  private DebugReply() {}

  /**
   * The content of a debug_reply.
   *
   * @param request the content of the debug_request
   */
  static JsonObject declining(JsonObject request) {
    JsonObject content = new JsonObject();
    content.addProperty("status", "error");
    content.addProperty("ename", "NoDebugger");
    content.addProperty("evalue", WHY);
    content.add("traceback", new JsonArray());
    content.addProperty("type", "response");
    copy(request, "seq", content, "request_seq");
    copy(request, "command", content, "command");
    content.addProperty("success", false);
    content.addProperty("message", WHY);
    return content;
  }

  private static void copy(JsonObject from, String name, JsonObject to, String as) {
    JsonElement value = from.get(name);
    if (value != null) {
      to.add(as, value);
    }
  }
}
