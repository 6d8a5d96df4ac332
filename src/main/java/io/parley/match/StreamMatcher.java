package io.parley.match;

import io.parley.model.CodecsCheck;
import io.parley.model.LinesCheck;
import io.parley.model.StreamCheck;
import io.parley.sdp.Candidate;
import io.parley.sdp.Codec;
import io.parley.sdp.Media;
import io.parley.sdp.SdpLine;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** The checks on one stream. */
final class StreamMatcher {
  private final StreamCheck expected;
  private final Media media;
  private final SdpContext context;
  private final StreamRows rows;

  StreamMatcher(StreamCheck expected, Media media, SdpContext context, StreamRows rows) {
    this.expected = expected;
    this.media = media;
    this.context = context;
    this.rows = rows;
  }

  List<Row> rows() {
    mediaLine();
    expected.codecs().ifPresent(this::codecs);
    new SecurityMatcher(media, rows).check(expected);
    expected.ice().ifPresent(this::ice);
    expected.candidates().ifPresent(this::candidates);
    expected.address().ifPresent(this::address);
    expected
        .direction()
        .ifPresent(
            d ->
                rows.check(
                    media.direction() == d,
                    "direction " + d.attribute(),
                    media.directionLine().orElse(media.line()),
                    media.direction().attribute()
                        + (media.directionLine().isEmpty() ? " (by default)" : "")));
    time("ptime", expected.ptime(), media.ptime());
    time("maxptime", expected.maxPtime(), media.maxPtime());
    expected.rtcpMux().ifPresent(this::rtcpMux);
    expected.lines().ifPresent(l -> lines(l, media.lines(), media.line(), rows));
    return rows.rows();
  }

  private void mediaLine() {
    expected.kind().ifPresent(k -> rows.equal("kind", k, media.kind(), media.line()));
    expected
        .rejected()
        .ifPresent(
            r ->
                rows.check(
                    media.isRejected() == r,
                    r ? "rejected (port 0)" : "in use (no port 0)",
                    media.line(),
                    "port " + media.port()));
    if (expected.port().isPresent()) {
      String wanted = Integer.toString(expected.port().getAsInt());
      rows.equal("port", wanted, Integer.toString(media.port()), media.line());
    }
    expected.protocol().ifPresent(p -> rows.equal("protocol", p, media.protocol(), media.line()));
    expected
        .formats()
        .ifPresent(
            f ->
                rows.check(
                    f.equals(media.formats()),
                    "formats " + f,
                    media.line(),
                    media.formats().toString()));
  }

  private void codecs(CodecsCheck check) {
    List<Codec> codecs = media.codecs();
    String found = codecs.isEmpty() ? "no codec" : CodecListMatcher.names(codecs);
    CodecListMatcher.check(check, codecs)
        .forEach(p -> rows.check(p.met(), p.expectation(), media.line(), found));
  }

  private void ice(String wanted) {
    boolean there = media.ice().isPresent() || !media.ice().candidates().isEmpty();
    String found = there ? (media.ice().lite() ? "lite" : "full") : "none";
    SdpLine line = media.attributeLines("ice-ufrag").stream().findFirst().orElse(media.line());
    rows.check(found.equals(wanted), "ice " + wanted, line, "ice " + found);
  }

  private void candidates(List<String> wanted) {
    List<String> found = media.ice().candidates().stream().map(Candidate::type).toList();
    rows.check(
        wanted.stream().sorted().toList().equals(found.stream().sorted().toList()),
        wanted.isEmpty() ? "no candidate" : "candidates " + wanted,
        media.attributeLines("candidate").stream().findFirst().orElse(media.line()),
        found.isEmpty() ? "no candidate" : "candidates " + found);
  }

  private void address(String wanted) {
    Set<String> allowed =
        switch (wanted) {
          case "target" -> context.targetAddresses();
          case "caller" -> context.callerAddresses();
          default -> Set.of(wanted);
        };
    Optional<String> address = media.address();
    boolean met =
        address.isPresent() && allowed.stream().anyMatch(a -> AddressText.same(a, address.get()));
    boolean literal = allowed.equals(Set.of(wanted));
    rows.check(
        met,
        "address " + wanted + (literal ? "" : " " + new TreeSet<>(allowed)),
        media.addressLine().orElse(media.line()),
        address.map(a -> "address " + a).orElse("no c= line"));
  }

  private void time(String what, OptionalInt wanted, OptionalInt found) {
    if (wanted.isPresent()) {
      rows.check(
          wanted.equals(found),
          what + " " + wanted.getAsInt(),
          media.attributeLines(what).stream().findFirst().orElse(media.line()),
          found.isPresent() ? what + " " + found.getAsInt() : "no a=" + what);
    }
  }

  private void rtcpMux(boolean wanted) {
    rows.check(
        media.rtcpMux() == wanted,
        wanted ? "rtcp-mux" : "no rtcp-mux",
        media.attributeLines("rtcp-mux").stream().findFirst().orElse(media.line()),
        media.rtcpMux() ? "a=rtcp-mux" : "no a=rtcp-mux");
  }

  /** Checks lines by how they start. */
  static void lines(LinesCheck check, List<SdpLine> lines, SdpLine at, StreamRows rows) {
    for (String start : check.include()) {
      Optional<SdpLine> line = starting(lines, start);
      rows.check(line.isPresent(), "a line " + start, line.orElse(at), "none");
    }
    for (String start : check.exclude()) {
      Optional<SdpLine> line = starting(lines, start);
      rows.check(
          line.isEmpty(),
          "no line " + start,
          line.orElse(at),
          line.map(l -> "'" + l + "'").orElse(""));
    }
  }

  private static Optional<SdpLine> starting(List<SdpLine> lines, String start) {
    return lines.stream().filter(l -> l.text().startsWith(start)).findFirst();
  }
}
