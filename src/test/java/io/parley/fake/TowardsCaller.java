package io.parley.fake;

/** Rules for what an SBC says to its caller, and what notices them. */
final class TowardsCaller {
  private static final String TEAMS = "teams-direct-routing";
  private static final String BYPASS = "teams-media-bypass";
  private static final String ZOOM = "zoom-byoc";
  private static final String TRUNK = "sipconnect";

  private TowardsCaller() {}

  /** Each with its name, the rule, the scenario that fails and the profile it is played under. */
  static Object[][] rules() {
    return new Object[][] {
      {
        "c= of the answer is private",
        Manipulation.answer("c=IN IP4 [^\r]*", "c=IN IP4 10.0.0.10"),
        "addressing/address-private-anchored",
        TEAMS
      },
      {
        "a codec that was not offered",
        Manipulation.answer("(m=audio \\d+ \\S+ )[^\r]*", "$118"),
        "srtp/srtp-key-lifetime",
        ZOOM
      },
      {"another tag", Manipulation.answer("a=crypto:0", "a=crypto:1"), "srtp/srtp-tag-zero", TRUNK},
      {
        "another suite",
        Manipulation.answer("(a=crypto:\\d+) \\S+", "$1 F8_128_HMAC_SHA1_80"),
        "srtp/srtp-suites-preferred",
        TEAMS
      },
      {
        "SRTP is answered with RTP",
        Manipulation.answer("RTP/SAVP|a=crypto:[^\r]*\r\n", ""),
        "ice/ice-lite",
        ZOOM
      },
      {
        "the video is taken",
        Manipulation.answer("m=video 0 ", "m=video 40002 "),
        "codec/codec-audio-and-video",
        ZOOM
      },
      {
        "the video's m= line is dropped",
        Manipulation.answer("(?s)m=video.*", ""),
        "codec/codec-audio-and-video",
        TEAMS
      },
      {
        "rtcp-mux that nobody offered",
        Manipulation.answer("(m=audio [^\r]*\r\n)", "$1a=rtcp-mux\r\n"),
        "ice/rtcp-mux-not-offered",
        TRUNK
      },
      {
        "a restart of ICE is not answered",
        Manipulation.answer("a=ice-ufrag:[^\r]*", "a=ice-ufrag:same"),
        "ice/ice-restart-answered",
        BYPASS
      },
      {
        "hold is answered sendrecv",
        Manipulation.answer("a=inactive", "a=sendrecv"),
        "call-control/hold-inactive",
        TEAMS
      },
      {"no answer in the 200", Manipulation.answer("(?s).+", ""), "codec/codec-g729-only", ZOOM},
      {
        "no Accept in 415",
        Manipulation.response("\r\nAccept:[^\r]*", ""),
        "offer-model/body-unsupported",
        TRUNK
      },
      {
        "no Retry-After in 500",
        Manipulation.response("(?i)\r\nRetry-After:[^\r]*", ""),
        "offer-model/re-invite-twice",
        TRUNK
      },
      {"480 for 488", Manipulation.response("SIP/2.0 488", "SIP/2.0 480"), "srtp/srtp-none", TEAMS},
      {
        "488 for 410",
        Manipulation.response("SIP/2.0 410", "SIP/2.0 488"),
        "sdp-grammar/sdp-version-missing",
        TEAMS
      },
      {
        "488 for 415",
        Manipulation.response("SIP/2.0 415", "SIP/2.0 488"),
        "offer-model/body-type-missing",
        TEAMS
      },
      {
        "488 for 491",
        Manipulation.response("SIP/2.0 491", "SIP/2.0 488"),
        "early/glare-re-invite",
        ZOOM
      },
      {
        "404 for 403",
        Manipulation.response("SIP/2.0 403", "SIP/2.0 404"),
        "addressing/contact-is-address",
        TEAMS
      },
    };
  }
}
