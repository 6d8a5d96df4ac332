package io.parley.fake;

/**
 * Rules for what leaves an SBC towards its far end, or comes to it from there, and what notices
 * them.
 */
final class TowardsFarEnd {
  private static final String TEAMS = "teams-direct-routing";
  private static final String BYPASS = "teams-media-bypass";
  private static final String ZOOM = "zoom-byoc";
  private static final String TRUNK = "sipconnect";
  private static final String CANDIDATE = "a=candidate:[^\r]*\r\n";

  private TowardsFarEnd() {}

  /** Each with its name, the rule, the scenario that fails and the profile it is played under. */
  static Object[][] rules() {
    return new Object[][] {
      {
        "c= is private",
        Manipulation.offer("c=IN IP4 [^\r]*", "c=IN IP4 10.0.0.10"),
        "addressing/address-private-anchored",
        ZOOM
      },
      {
        "o= tells the caller's address",
        Manipulation.offer("(o=.*IP4 )[^\r]*", "$110.0.0.10"),
        "ice/ice-private-candidate",
        TEAMS
      },
      {
        "another candidate",
        Manipulation.offer(
            "(" + CANDIDATE + ")", "$1a=candidate:2 1 UDP 2130706430 192.0.2.9 4000 typ host\r\n"),
        "ice/ice-one-candidate",
        BYPASS
      },
      {
        "the candidate is not c=",
        Manipulation.offer("(a=candidate:1 1 UDP \\d+ )[^ ]+", "$1192.0.2.9"),
        "ice/ice-one-candidate",
        BYPASS
      },
      {"no candidate", Manipulation.offer(CANDIDATE, ""), "codec/codec-legs-compared", TRUNK},
      {
        "keys are stripped",
        Manipulation.offer("a=crypto:[^\r]*\r\n", ""),
        "srtp/srtp-suites-preferred",
        ZOOM
      },
      {
        "SRTP becomes RTP",
        Manipulation.offer("RTP/SAVP|a=crypto:[^\r]*\r\n", ""),
        "ice/ice-lite",
        TEAMS
      },
      {
        "a codec more",
        Manipulation.offer("(m=audio [^\r]*)(\r\n)", "$1 96$2a=rtpmap:96 iLBC/8000$2"),
        "codec/codec-legs-compared",
        ZOOM
      },
      {
        "another order of codecs",
        Manipulation.offer("(m=audio \\d+ \\S+) 8 (.*) 0 ", "$1 0 $2 8 "),
        "codec/codec-legs-compared",
        TEAMS
      },
      {
        "another number for DTMF",
        Manipulation.offer("\\b101\\b", "97"),
        "codec/codec-legs-compared",
        TRUNK
      },
      {
        "another packet time",
        Manipulation.offer("a=ptime:20", "a=ptime:30"),
        "codec/codec-legs-compared",
        ZOOM
      },
      {
        "Annex B is dropped",
        Manipulation.offer("annexb=no", "annexb=yes"),
        "codec/codec-annex-b-agreed",
        TRUNK
      },
      {
        "Annex B is turned on in the answer",
        Manipulation.answer("annexb=no", "annexb=yes"),
        "codec/codec-annex-b-agreed",
        TEAMS
      },
      {
        "hold is dropped",
        Manipulation.offer("a=inactive", "a=sendrecv"),
        "call-control/hold-either-side",
        TEAMS
      },
      {
        "hold is not converted",
        Manipulation.offer("a=inactive", "a=sendonly"),
        "call-control/hold-sendonly-converted",
        TEAMS
      },
      {
        "the version stays",
        Manipulation.offer("(o=\\S+ \\S+) \\d+", "$1 7"),
        "call-control/hold-either-side",
        ZOOM
      },
      {"the offer is dropped", Manipulation.offer("(?s).+", ""), "ice/ice-lite", TEAMS},
      {
        "the answer in ACK is dropped",
        Manipulation.request("ACK", "(?s)(\r\n\r\n).*", "$1"),
        "offer-model/offer-delayed-through",
        TRUNK
      },
      {
        "Contact is passed on",
        Manipulation.request(
            "INVITE", "(?i)(\r\nContact: *)[^\r]*", "$1<sip:trunk.unknown.example.com>"),
        "addressing/contact-unknown-host",
        TEAMS
      },
      {
        "Record-Route is passed on",
        Manipulation.request(
            "INVITE", "(\r\nContact:)", "\r\nRecord-Route: <sip:203.0.113.7:5060;lr>$1"),
        "addressing/record-route-kept-back",
        ZOOM
      },
    };
  }
}
