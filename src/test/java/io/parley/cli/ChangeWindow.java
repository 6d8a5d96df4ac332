package io.parley.cli;

import io.parley.compare.Kind;
import io.parley.target.docker.SeededKamailio.Edit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls that show what a change does, and changes of one place each. */
final class ChangeWindow {

  /** By name. Each accepts what the change makes of it, but for the last. */
  static final Map<String, String> SCENARIOS =
      Map.of(
          "codec-refused",
          """
          scenario: An offer without a common codec is refused
          id: codec-refused
          offer: { base: plain, codecs: [GSM] }
          control: none
          expect: { status: [488, 606], why: "either says that no codec fits" }
          """,
          "session-short",
          """
          scenario: A session interval that is too short is refused
          id: session-short
          offer: plain
          control: none
          headers: { Supported: timer, Session-Expires: "60" }
          expect: { status: 422 }
          """,
          "busy",
          """
          scenario: A busy number is answered 486
          id: busy
          offer: plain
          control: none
          to: "${numbers.busy}"
          expect: { status: 486 }
          """,
          "unavailable",
          """
          scenario: A number without a channel is answered 503
          id: unavailable
          offer: plain
          control: none
          to: "${numbers.unavailable}"
          expect: { status: 503 }
          """,
          "answered",
          """
          scenario: A call is answered and ended
          id: answered
          actors:
            caller: { offer: { base: plain, codecs: [PCMU, PCMA] } }
            callee: { number: "${numbers.callee}" }
          steps:
            - caller: { send: INVITE, to: callee }
            - callee: { receive: INVITE }
            - callee: { send: 180 }
            - caller: { receive: 180 }
            - callee: { send: 200 }
            - caller: { receive: 200 }
            - caller: { send: ACK }
            - callee: { receive: ACK }
            - caller: { send: BYE }
            - callee: { receive: BYE }
            - callee: { send: 200 }
            - caller: { receive: 200 }
          """,
          "secured",
          """
          scenario: A secured call is answered
          id: secured
          actors:
            caller: { offer: { base: secure, srtp: { sdes: [AES_CM_128_HMAC_SHA1_80, AES_CM_128_HMAC_SHA1_32] } } }
            callee: { number: "${numbers.callee}" }
          steps:
            - caller: { send: INVITE, to: callee }
            - callee: { receive: INVITE }
            - callee: { send: 200 }
            - caller: { receive: 200 }
            - caller: { send: ACK }
            - callee: { receive: ACK }
          """);

  private static final Edit WAITING = module("cfgutils");

  private ChangeWindow() {}

  /** The media relay is told more of the offer that goes out. */
  private static List<Edit> flags(String more) {
    String told = "        route(MEDIA_FLAGS);\n";
    String add = "        $var(flags) = $var(flags) + \" " + more + "\";\n";
    String asked = "        if (!rtpengine_offer(\"$var(flags)\"))";
    return List.of(new Edit("media.cfg", told + asked, told + add + asked));
  }

  private static Edit module(String name) {
    String last = "loadmodule \"xlog.so\"\n";
    return new Edit("kamailio.cfg", last, last + "loadmodule \"" + name + ".so\"\n");
  }

  /** Kind, the traits in which it shows, and the change, with what it takes. */
  static Object[][] seeds() {
    return new Object[][] {
      {
        Kind.STATUS,
        Set.of("status"),
        List.of(
            new Edit(
                "refuse.cfg",
                "$var(status) = 488; $var(phrase) = \"Not Acceptable Here\"",
                "$var(status) = 606; $var(phrase) = \"Not Acceptable\""))
      },
      {
        Kind.PHRASE,
        Set.of("phrase"),
        List.of(
            new Edit(
                "refuse.cfg",
                "$var(phrase) = \"Not Acceptable Here\"",
                "$var(phrase) = \"No Codec In Common\""))
      },
      {
        Kind.REASON,
        Set.of("Reason:"),
        List.of(
            new Edit(
                "refuse.cfg",
                "\"Reason: Q.850;cause=$var(cause)\\r\\n\"",
                "\"Reason: Q.850;cause=$var(cause);text=\\\"User busy\\\"\\r\\n\""))
      },
      {
        Kind.WARNING,
        Set.of("Warning:"),
        List.of(
            new Edit(
                "judge.cfg",
                "$var(rule) = \"codec-unsupported\"; $var(warning) = '305 \"Incompatible media format\"'",
                "$var(rule) = \"codec-unsupported\"; $var(warning) = '305 \"No codec in common\"'"))
      },
      {
        Kind.RETRY_AFTER,
        Set.of("Retry-After:"),
        List.of(new Edit("judge.cfg", "Retry-After: 1\\r\\n", "Retry-After: 30\\r\\n"))
      },
      {
        Kind.CODECS,
        Set.of("audio codecs"),
        flags("codec-strip-all codec-offer-PCMA codec-offer-PCMU codec-offer-telephone-event")
      },
      {Kind.SRTP, Set.of("audio SDES suites"), flags("SDES-no-AES_CM_128_HMAC_SHA1_32")},
      {Kind.SDP_LINE, Set.of("audio a=rtcp"), flags("no-rtcp-attribute")},
      {
        Kind.SESSION_TIMER,
        Set.of("Min-SE:"),
        List.of(new Edit("judge.cfg", "$var(least) = 90;", "$var(least) = 120;"))
      },
      {
        Kind.TOPOLOGY,
        Set.of("Server:"),
        List.of(
            new Edit(
                "kamailio.cfg",
                "server_header=\"Server: Parley lab SBC (Kamailio)\"",
                "server_header=\"Server: Lab SBC 10.0.0.17\""))
      },
      {
        Kind.REGRESSION,
        Set.of("verdict"),
        List.of(
            new Edit(
                "judge.cfg",
                "$var(status) = 486; $var(phrase) = \"Busy Here\"",
                "$var(status) = 480; $var(phrase) = \"Temporarily Unavailable\""))
      },
      {
        Kind.TIME,
        Set.of("final response"),
        List.of(
            new Edit(
                "refuse.cfg",
                "    if (is_method(\"INVITE\")) {\n        t_newtran();",
                "    if ($var(status) == 486) usleep(\"450000\");\n"
                    + "    if (is_method(\"INVITE\")) {\n        t_newtran();"),
            WAITING)
      },
    };
  }
}
