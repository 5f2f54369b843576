package org.attentionlab.kernel.render;

/**
 * The look of containers: the page's own colours, so that light and dark themes both work; without
 * the style, plain tables and lists remain.
 */
final class NestedStyle {
  private static final String CSS =
      """
      <style>
      .jv{overflow-x:auto;--jv-line:var(--jp-border-color2,rgba(128,128,128,.35))}
      .jv table{border-collapse:collapse;border:0;margin:0 0 .3em 0;font-size:13px;\
      line-height:1.35;table-layout:auto;width:auto;color:inherit}
      .jv caption{caption-side:top;text-align:left;padding:0 0 .3em 0;font-weight:600;\
      white-space:nowrap;color:inherit}
      .jv th,.jv td{padding:.22em .65em;border:0;text-align:left;vertical-align:top;\
      background:none;color:inherit;max-width:none}
      .jv tbody tr{background:none;border:0}
      .jv tbody th{border-right:1px solid var(--jv-line);font-weight:600}
      .jv thead th{border-bottom:1px solid var(--jv-line);font-weight:600}
      .jv thead small{display:block}
      .jv small,.jv .jv-soft{font-weight:400;font-size:12px;opacity:.75}
      .jv .jv-n{text-align:right;font-variant-numeric:tabular-nums}
      .jv ol{margin:0;padding-left:2.2em}
      .jv pre{margin:0;background:none;color:inherit}
      .jv img{max-width:100%;height:auto}
      </style>
      """;

  private NestedStyle() {}

  static String block(String content) {
    return "<div class=\"jv\">" + CSS.replace("\n", "") + content + "</div>";
  }

  static String soft(String text) {
    return "<span class=\"jv-soft\">" + escape(text) + "</span>";
  }

  /** Text for HTML, inside of elements and of quoted attributes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
