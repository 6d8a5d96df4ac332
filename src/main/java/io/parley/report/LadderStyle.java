package io.parley.report;

import java.util.Locale;

/** The look of a ladder: plain CSS, first the light scheme, then what the dark one changes. */
final class LadderStyle {
  private static final String CSS =
      """
      text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#1f2328}
      .title{font:600 15px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
      .name{font:600 13px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
      .sub,.time,.failtext{font-size:10px;fill:#59636e}
      .mid{text-anchor:middle}
      .chiptext{font-size:11px;font-weight:600;fill:#fff}
      .paper{fill:#fff}
      .box{fill:#f6f8fa;stroke:#d1d9e0}
      .target{fill:#0b3d66;stroke:#0b3d66}
      .name.targetname,.sub.targetname{fill:#fff}
      .life{stroke:#c3ccd5;stroke-dasharray:2 3;fill:none}
      .line{stroke-width:1.5;fill:none;stroke:#1f2328}
      .tip{fill:#1f2328;stroke:none}
      .label{font-weight:600}
      .line.provisional{stroke:#818b98}.tip.provisional{fill:#818b98}
      .label.provisional{fill:#59636e;font-weight:400}
      .line.success{stroke:#1a7f37}.tip.success,.label.success,.chip.passed{fill:#1a7f37}
      .line.refusal{stroke:#9a5700}.tip.refusal,.label.refusal{fill:#9a5700}
      .line.retransmission{stroke:#a5afba;stroke-dasharray:5 4}.tip.retransmission{fill:#a5afba}
      .label.retransmission{fill:#67707a;font-weight:400;font-style:italic}
      .line.unreadable{stroke:#8250df}.tip.unreadable,.label.unreadable{fill:#8250df}
      .line.bad{stroke:#cf222e;stroke-width:2}.tip.bad,.label.bad,.time.bad,.chip.failed{fill:#cf222e}
      .line.gone{stroke-dasharray:4 4}
      .cross{stroke:#cf222e;stroke-width:2;fill:none}
      .fail{fill:#ffebe9;stroke:#ffb3ad}
      .failtext{fill:#a40e26}
      .divider{stroke:#d1d9e0;fill:none}
      .chip.broken{fill:#9a5700}
      .chip.skipped{fill:#59636e}
      @media (prefers-color-scheme:dark){
      text{fill:#e6edf3}
      .sub,.time{fill:#9198a1}
      .paper{fill:#0d1117}
      .box{fill:#161b22;stroke:#3d444d}
      .target{fill:#1f6feb;stroke:#1f6feb}
      .name.targetname,.sub.targetname,.chiptext{fill:#fff}
      .life{stroke:#3d444d}
      .line{stroke:#e6edf3}.tip{fill:#e6edf3}
      .line.provisional{stroke:#6e7681}.tip.provisional{fill:#6e7681}.label.provisional{fill:#9198a1}
      .line.success{stroke:#3fb950}.tip.success,.label.success{fill:#3fb950}
      .line.refusal{stroke:#d29922}.tip.refusal,.label.refusal{fill:#d29922}
      .line.retransmission{stroke:#57606a}.tip.retransmission{fill:#57606a}.label.retransmission{fill:#7d8590}
      .line.unreadable{stroke:#a371f7}.tip.unreadable,.label.unreadable{fill:#a371f7}
      .line.bad{stroke:#f85149}.tip.bad,.label.bad,.time.bad{fill:#f85149}
      .cross{stroke:#f85149}
      .fail{fill:#3a1417;stroke:#8e2a2f}
      .failtext{fill:#ff9a94}
      .divider{stroke:#3d444d}
      }
      """;

  private LadderStyle() {}

  /** The beginning of the picture: size, title for screen readers, style, background. */
  static String open(int width, int height, String title) {
    return String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
            + " role=\"img\">\n<title>%s</title>\n<style>\n%s</style>\n"
            + "<rect class=\"paper\" width=\"100%%\" height=\"100%%\"/>\n",
        width,
        height,
        width,
        height,
        Xml.text(title),
        CSS);
  }
}
