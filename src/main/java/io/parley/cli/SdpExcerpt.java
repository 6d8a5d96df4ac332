package io.parley.cli;

import io.parley.report.Secrets;
import io.parley.report.Visible;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpFault;
import io.parley.sdp.SdpLine;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The lines of an offer around the one at fault, keys masked.
 *
 * @param palette how words are coloured
 */
record SdpExcerpt(Palette palette) {
  private static final int AROUND = 2;
  private static final String MARK = "   <<<<<";
  private static final int WIDTH = 112;

  /**
   * The excerpt; the whole offer where no single line shows the fault.
   *
   * @param line the line at fault, from 1
   * @param remark what is wrong with it
   */
  List<String> lines(Sdp offer, OptionalInt line, String remark) {
    int at = line.orElse(0);
    List<String> out = new ArrayList<>();
    for (SdpLine l : offer.lines()) {
      boolean near = at == 0 || Math.abs(l.number() - at) <= AROUND;
      if (near) {
        String text = Visible.line(Secrets.MASKED.mask(l.text()));
        String numbered = String.format("  %4d  %s", l.number(), text);
        out.add(l.number() == at ? palette.bad(marked(numbered, remark)) : numbered);
      }
    }
    if (at == 0) {
      out.add(palette.bad("       " + MARK + " " + remark));
    }
    return out;
  }

  /** A remark that does not fit is left out: it stands above the excerpt too. */
  private static String marked(String line, String remark) {
    String whole = line + MARK + " " + remark;
    return whole.length() <= WIDTH ? whole : line + MARK;
  }

  /** What is wrong in a few words: the grammar's own where it breaks that. */
  static String remark(Sdp offer, OptionalInt line, String explanation) {
    return offer.faults().stream()
        .filter(f -> !f.tolerable() && f.line() == line.orElse(0))
        .map(SdpFault::words)
        .findFirst()
        .orElse(explanation);
  }
}
