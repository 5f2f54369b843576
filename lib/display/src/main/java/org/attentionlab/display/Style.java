package org.attentionlab.display;

import java.util.List;

/**
 * The look of the tables.
 *
 * <p>Colours come from the page where it names them (JupyterLab, VS Code) and are else those of the
 * surrounding text, so light and dark themes both work. Where a front end drops the style, plain
 * tables with captions and headers remain.
 */
final class Style {
  private static final String CSS =
      """
      <style>
      .al{margin:.4em 0;overflow-x:auto;color:var(--jp-content-font-color1,inherit);\
      --al-line:var(--jp-border-color2,rgba(128,128,128,.35));\
      --al-soft:var(--jp-content-font-color2,inherit)}
      .al .al-t{border-collapse:collapse;margin:0 0 .3em 0;font-size:13px;line-height:1.35;\
      table-layout:auto;width:auto;border:0}
      .al .al-t caption{caption-side:top;text-align:left;padding:0 0 .35em 0;white-space:nowrap}
      .al .al-t caption b{font-weight:600}
      .al .al-soft{color:var(--al-soft);font-weight:400;font-size:12px}
      .al .al-t th,.al .al-t td{padding:.22em .65em;border:0;text-align:right;\
      white-space:nowrap;background:none;color:inherit;font-variant-numeric:tabular-nums;max-width:none}
      .al .al-t thead th{border-bottom:1px solid var(--al-line);font-weight:600;vertical-align:bottom;\
      white-space:normal}
      .al .al-t tbody th{border-right:1px solid var(--al-line);font-weight:600}
      .al .al-t tbody tr{background:none;border:0}
      .al .al-t .al-l{text-align:left;white-space:normal}
      .al .al-t th small{display:block;font-weight:400;font-size:11px;color:var(--al-soft)}
      .al .al-t .al-gap{color:var(--al-soft);text-align:center}
      .al .al-pairs th,.al .al-pairs td{text-align:left;vertical-align:top}
      .al .al-mask thead th{text-align:center}
      .al .al-mask td{text-align:center;min-width:1.6em;border:1px solid var(--al-line)}
      .al .al-mask .al-yes{background:rgba(46,125,190,.28);font-weight:600}
      .al .al-mask .al-no{color:var(--al-soft);background:repeating-linear-gradient(45deg,\
      transparent 0 4px,rgba(128,128,128,.22) 4px 5px)}
      .al .al-pre{margin:0;background:none;color:inherit}
      .al .al-items{margin:0;padding-left:2.2em}
      .al .al-note{margin:.1em 0 0 0;color:var(--al-soft);font-size:12px}
      .al .al-bar{height:6px;max-width:420px;margin:.3em 0;border-radius:3px;\
      background:rgba(128,128,128,.25)}
      .al .al-bar div{height:6px;border-radius:3px;background:#2e7dbe}
      .al .al-row{display:flex;flex-wrap:wrap;gap:1.2em;align-items:flex-start}
      .al .al-pic{position:relative;display:inline-block;max-width:100%}
      .al .al-pic img{display:block}
      .al .al-over{position:absolute}
      .al .al-over>div{display:grid;width:100%;height:100%;grid-auto-rows:1fr}
      .al .al-over i:hover{outline:2px solid #111;outline-offset:-1px}
      .al .al-over i:hover::after{content:attr(data-v);position:absolute;right:0;\
      bottom:calc(100% + 3px);padding:.15em .5em;border-radius:4px;background:#26292e;\
      color:#fff;font:12.5px sans-serif;white-space:nowrap;pointer-events:none;z-index:1}
      .al img{max-width:100%;height:auto;border-radius:6px;background:#fff}
      </style>
      """;

  private Style() {}

  /** A fragment with the style that it needs. */
  static String block(String content) {
    return "<div class=\"al\">" + CSS.replace("\n", "") + content + "</div>";
  }

  /** A fragment with the style once, however often its parts brought it. */
  static String once(String html) {
    String style = CSS.replace("\n", "");
    int end = html.indexOf(style) + style.length();
    return end < style.length()
        ? html
        : html.substring(0, end) + html.substring(end).replace(style, "");
  }

  /** Tables of one thing: side by side where there are several. */
  static String row(List<String> tables) {
    String all = String.join("", tables);
    return tables.size() == 1 ? all : "<div class=\"al-row\">" + all + "</div>";
  }

  /** A line of small text under a table. */
  static String note(String text) {
    return "<p class=\"al-note\">" + Html.escape(text) + "</p>";
  }

  /** A table's caption: the title, and softer the rest. */
  static String caption(String title, String rest) {
    String strong = title.isEmpty() ? "" : "<b>" + Html.escape(title) + "</b> ";
    return "<caption>"
        + strong
        + "<span class=\"al-soft\">"
        + Html.escape(rest)
        + "</span></caption>";
  }
}
