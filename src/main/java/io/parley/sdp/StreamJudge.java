package io.parley.sdp;

import io.parley.model.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges one stream of an answer against the offered one (RFC 3264 §6). */
final class StreamJudge {
  /** The answers that an offered direction allows (RFC 3264 §6.1). */
  private static final Map<Direction, Set<Direction>> ALLOWED =
      Map.of(
          Direction.SENDRECV, Set.of(Direction.values()),
          Direction.SENDONLY, Set.of(Direction.RECVONLY, Direction.INACTIVE),
          Direction.RECVONLY, Set.of(Direction.SENDONLY, Direction.INACTIVE),
          Direction.INACTIVE, Set.of(Direction.INACTIVE));

  private final Media offer;
  private final Media answer;
  private final List<Violation> found = new ArrayList<>();

  private StreamJudge(Media offer, Media answer) {
    this.offer = offer;
    this.answer = answer;
  }

  static List<Violation> judge(Media offer, Media answer) {
    StreamJudge judge = new StreamJudge(offer, answer);
    if (!offer.kind().equals(answer.kind())) {
      judge.broken(
          answer.line(),
          "m=" + offer.kind() + " in this place (RFC 3264 §6)",
          "m=" + answer.kind());
    } else if (!answer.isRejected()) {
      judge.taken();
    }
    return judge.found;
  }

  private void taken() {
    if (offer.isRejected()) {
      broken(answer.line(), "port 0, as offered (RFC 3264 §6)", "port " + answer.port());
      return;
    }
    protocol();
    codecs();
    found.addAll(KeyJudge.judge(offer, answer));
    direction();
    extensions();
  }

  private void protocol() {
    String offered = offer.protocol();
    boolean sdesChosen =
        !offer.cryptos().isEmpty()
            && !answer.cryptos().isEmpty()
            && offered.equals("UDP/TLS/" + answer.protocol());
    if (!offered.equals(answer.protocol()) && !sdesChosen) {
      broken(answer.line(), offered + ", as offered (RFC 3264 §6)", answer.protocol());
    }
  }

  private void codecs() {
    if (!offer.protocol().contains("RTP/")) {
      return;
    }
    List<Codec> offered = offer.codecs();
    if (answer.codecs().stream().noneMatch(a -> offered.stream().anyMatch(a::same))) {
      broken(
          answer.line(),
          "at least one of the codecs offered, " + offered + " (RFC 3264 §6.1)",
          answer.codecs().isEmpty() ? "no codec" : answer.codecs().toString());
      return;
    }
    answer.codecs().forEach(a -> codec(a, offered));
  }

  private void codec(Codec answered, List<Codec> offered) {
    List<Codec> sameType =
        offered.stream().filter(o -> o.payloadType() == answered.payloadType()).toList();
    if (!sameType.isEmpty() && sameType.stream().noneMatch(answered::same)) {
      found.add(
          new Violation(
              answered.line(),
              sameType.get(0).line(),
              "payload type "
                  + answered.payloadType()
                  + " to mean "
                  + sameType.get(0)
                  + " as offered (RFC 3264 §6.1)",
              answered.toString(),
              true));
    } else if (offered.stream().noneMatch(answered::same)) {
      // RFC 3264 §6.1 lets an answer list formats that were not offered, to no present use.
      found.add(
          new Violation(
              answered.line(),
              offer.line().number(),
              "only codecs offered, " + offered,
              answered + " (allowed by RFC 3264 §6.1, cannot be used)",
              false));
    }
  }

  private void direction() {
    if (!ALLOWED.get(offer.direction()).contains(answer.direction())) {
      SdpLine line = answer.directionLine().orElse(answer.line());
      broken(
          line,
          "a direction that fits the offered " + offer.direction().attribute() + " (RFC 3264 §6.1)",
          answer.direction().attribute()
              + (answer.directionLine().isEmpty() ? " (by default)" : ""));
    }
  }

  private void extensions() {
    if (answer.rtcpMux() && !offer.rtcpMux()) {
      broken(
          answer.attributeLines("rtcp-mux").get(0),
          "no rtcp-mux, since none was offered (RFC 5761 §5.1.1)",
          "a=rtcp-mux");
    }
    if (answer.ice().isPresent() && !offer.ice().isPresent()) {
      found.add(
          new Violation(
              answer.line().number(),
              0,
              "no ICE, since none was offered",
              "ICE credentials",
              false));
    }
    Optional<String> setup = answer.setup().filter("actpass"::equals);
    if (setup.isPresent() && offer.setup().isPresent()) {
      broken(answer.line(), "setup active or passive (RFC 5763 §5)", "setup actpass");
    }
  }

  private void broken(SdpLine line, String expected, String actual) {
    found.add(new Violation(line.number(), offer.line().number(), expected, actual, true));
  }
}
