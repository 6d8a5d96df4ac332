package io.parley.match;

import io.parley.model.CodecsCheck;
import io.parley.model.FindingKind;
import io.parley.model.SdpExpectation;
import io.parley.sdp.Codec;
import io.parley.sdp.Media;
import io.parley.sdp.SdpLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checks on one audio stream. */
final class StreamMatcher {
  private final SdpExpectation expected;
  private final Media media;
  private final MessageLines lines;
  private final SdpContext context;
  private final List<Row> rows = new ArrayList<>();

  StreamMatcher(SdpExpectation expected, Media media, MessageLines lines, SdpContext context) {
    this.expected = expected;
    this.media = media;
    this.lines = lines;
    this.context = context;
  }

  List<Row> rows() {
    expected.codecs().ifPresent(this::codecs);
    expected.srtp().ifPresent(this::srtp);
    expected.ice().ifPresent(this::ice);
    expected.address().ifPresent(this::address);
    expected
        .direction()
        .ifPresent(
            d ->
                check(
                    media.direction() == d,
                    "direction " + d.attribute(),
                    media.directionLine().orElse(media.line()),
                    media.direction().attribute()
                        + (media.directionLine().isEmpty() ? " (by default)" : "")));
    expected.ptime().ifPresent(this::ptime);
    expected.rtcpMux().ifPresent(this::rtcpMux);
    return rows;
  }

  private void codecs(CodecsCheck check) {
    List<Codec> codecs = media.codecs();
    String found = codecs.isEmpty() ? "no codec" : CodecListMatcher.names(codecs);
    CodecListMatcher.check(check, codecs)
        .forEach(p -> check(p.met(), p.expectation(), media.line(), found));
  }

  private void srtp(String wanted) {
    boolean sdes = media.isSecure() && !media.cryptos().isEmpty();
    boolean dtls = media.isSecure() && media.fingerprint().isPresent();
    boolean met =
        switch (wanted) {
          case "any" -> sdes || dtls;
          case "sdes" -> sdes;
          case "dtls" -> dtls;
          default -> !media.isSecure() && media.cryptos().isEmpty();
        };
    String keys = media.cryptos().isEmpty() ? "no a=crypto" : media.cryptos().toString();
    String actual = media.protocol() + ", " + keys + (dtls ? ", a=fingerprint" : "");
    check(met, "srtp " + wanted, media.line(), actual);
  }

  private void ice(String wanted) {
    boolean there = media.ice().isPresent() || !media.ice().candidates().isEmpty();
    String found = there ? (media.ice().lite() ? "lite" : "full") : "none";
    SdpLine line = media.attributeLines("ice-ufrag").stream().findFirst().orElse(media.line());
    check(found.equals(wanted), "ice " + wanted, line, "ice " + found);
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
    check(
        met,
        "address " + wanted + (literal ? "" : " " + new java.util.TreeSet<>(allowed)),
        media.addressLine().orElse(media.line()),
        address.map(a -> "address " + a).orElse("no c= line"));
  }

  private void ptime(int wanted) {
    check(
        media.ptime().isPresent() && media.ptime().getAsInt() == wanted,
        "ptime " + wanted,
        media.attributeLines("ptime").stream().findFirst().orElse(media.line()),
        media.ptime().isPresent() ? "ptime " + media.ptime().getAsInt() : "no a=ptime");
  }

  private void rtcpMux(boolean wanted) {
    check(
        media.rtcpMux() == wanted,
        wanted ? "rtcp-mux" : "no rtcp-mux",
        media.attributeLines("rtcp-mux").stream().findFirst().orElse(media.line()),
        media.rtcpMux() ? "a=rtcp-mux" : "no a=rtcp-mux");
  }

  private void check(boolean met, String expectation, SdpLine line, String found) {
    int number = lines.body(line.number());
    rows.add(
        met
            ? Row.met(expectation, number)
            : Row.off(FindingKind.SDP, expected.at(), expectation, number, "found " + found, 1));
  }
}
