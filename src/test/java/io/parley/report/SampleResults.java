package io.parley.report;

import io.parley.model.Actor;
import io.parley.model.Case;
import io.parley.model.CaseId;
import io.parley.model.Control;
import io.parley.model.Evidence;
import io.parley.model.Expectation;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Outcome;
import io.parley.model.Scenario;
import io.parley.model.Severity;
import io.parley.model.SourcePosition;
import io.parley.model.StatusPattern;
import io.parley.model.Verdict;
import io.parley.play.CaseResult;
import io.parley.play.RunInfo;
import io.parley.play.StepResult;
import io.parley.play.TranscriptEntry;
import io.parley.sip.SipMessage;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Results of cases as a run makes them, from messages written by hand. */
public final class SampleResults {
  public static final Instant START = Instant.parse("2026-11-20T10:00:00.123456Z");

  static final String KEY = "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz";
  static final String DIGEST = "6629fae49393a05397450978507c4ef1";
  static final String URI_PASSWORD = "s3cretpassw0rd";
  static final String ICE_PASSWORD = "asd88fgpdd777uzjYhagZg";

  private static final InetSocketAddress CALLER = new InetSocketAddress("127.0.1.1", 5071);
  private static final InetSocketAddress SBC = new InetSocketAddress("127.0.3.1", 5060);
  private static final InetSocketAddress SBC_OUT = new InetSocketAddress("127.0.3.1", 5080);
  private static final InetSocketAddress CALLEE = new InetSocketAddress("127.0.2.1", 5082);

  private SampleResults() {}

  public static RunInfo run(int cases) {
    return new RunInfo(
        "embedded",
        "127.0.3.1:5060",
        Optional.of("Parley embedded SBC"),
        "0.1.0",
        cases,
        START,
        Map.of("change", "CHG-1 \"a & b\""));
  }

  /** All of them. */
  public static List<CaseResult> all() {
    return List.of(
        refused(), accepted(), busy(), tcp(), silence(), unreachable(), skipped(), ipv6());
  }

  /** The same case played some milliseconds later, with the same end. */
  public static CaseResult later(CaseResult result, long ms) {
    return at(result, result.verdict(), result.findings(), ms);
  }

  /** The same case played some milliseconds later, and passed. */
  public static CaseResult passed(CaseResult result, long ms) {
    return at(result, Verdict.PASSED, List.of(), ms);
  }

  private static CaseResult at(
      CaseResult result, Verdict verdict, List<Finding> findings, long ms) {
    return new CaseResult(
        result.played(),
        verdict,
        findings,
        result.notes(),
        result.steps(),
        result.transcript(),
        result.cleanup(),
        result.skip(),
        result.started().plusMillis(ms),
        result.ended().plusMillis(ms));
  }

  /** An offer without SRTP, refused with 488 as expected. */
  public static CaseResult refused() {
    Script s = new Script("srtp-none", "srtp", "An offer without SRTP is refused");
    s.profile = Optional.of("teams-direct-routing");
    s.out(0, invite("sip:+15550100@sbc.example.com", "1", plainSdp()));
    s.in(8, response("100 Trying", "INVITE", "1", "", ""));
    s.in(
        21,
        response(
            "488 Not Acceptable Here",
            "INVITE",
            "1",
            "Server: Sample SBC 1.2\r\n"
                + "Warning: 304 sbc.example.com \"Media type not available\"\r\n",
            ""));
    s.out(22, ack("1"));
    s.step("caller sends INVITE", StepResult.Status.DONE, 0, 0, 0);
    s.step("caller receives 488", StepResult.Status.DONE, 0, 21, 2);
    return s.result(Verdict.PASSED, 24);
  }

  /** The same accepted with 200 and a secret key, cleaned up with ACK and BYE. */
  public static CaseResult accepted() {
    Script s = new Script("srtp-none", "srtp", "An offer without SRTP is refused");
    s.profile = Optional.of("zoom-byoc");
    s.cell = Map.of("codec", "PCMU");
    s.out(0, invite("sip:+15550100@sbc.example.com", "2", plainSdp()));
    s.out(500, invite("sip:+15550100@sbc.example.com", "2", plainSdp()));
    s.retransmission();
    s.in(508, response("100 Trying", "INVITE", "2", "", ""));
    s.in(521, response("200 OK", "INVITE", "2", "Contact: <sip:127.0.3.1:5060>\r\n", secureSdp()));
    s.cleanupOut(522, ack("2"));
    s.cleanupOut(523, request("BYE", "sip:127.0.3.1:5060", "2", 2, "", ""));
    s.cleanupIn(530, response("200 OK", "BYE", "2", "", ""));
    s.cleanup = Optional.of("accepted unexpectedly: ACK and BYE sent, BYE answered 200");
    s.step("caller sends INVITE", StepResult.Status.DONE, 0, 0, 0);
    s.step("caller receives 488", StepResult.Status.FAILED, 0, 521, 3);
    s.findings.add(
        Finding.of(
                FindingKind.STATUS,
                at("srtp-none.yaml", 9, 28),
                "488",
                "the SBC answered 200 OK after 521 ms")
            .withClosest(
                "expectation | message\n"
                    + "------------+-----------------------------------------\n"
                    + "status 488  | SIP/2.0 200 OK  <<<<< 200\n"
                    + "            | c=IN IP4 127.0.3.1\n"
                    + "            | a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:"
                    + KEY
                    + "|2^31\n")
            .withDiagnosis(
                "SRTP policy",
                "SRTP is not enforced on this trunk",
                "set media encryption to mandatory",
                "SBC administrator"));
    s.findings.add(
        Finding.of(
            FindingKind.ANSWER,
            at("srtp-none.yaml", 9, 28),
            "RTP/AVP",
            "the answer has m=audio 40000 RTP/SAVP 8 101"));
    return s.result(Verdict.FAILED, 531);
  }

  /** Two legs: the far end is busy, the SBC tells the caller 503 instead. */
  public static CaseResult busy() {
    Script s =
        new Script("busy-through", "call-control", "Busy at the far end reaches the caller as 486");
    s.actors.put("callee", actor("callee", Actor.Role.CALLEE));
    s.out(0, invite("sip:+15550100@sbc.example.com", "3", plainSdp()));
    s.in(3, response("100 Trying", "INVITE", "3", "", ""));
    s.calleeIn(
        12,
        invite("sip:+15550100@127.0.2.1:5082", "3b", plainSdp().replace("127.0.1.1", "127.0.3.1")));
    s.calleeOut(15, response("180 Ringing", "INVITE", "3b", "", ""));
    s.in(19, response("180 Ringing", "INVITE", "3", "", ""));
    s.calleeOut(
        22,
        response(
            "486 Busy Here", "INVITE", "3b", "Reason: Q.850;cause=17;text=\"User busy\"\r\n", ""));
    s.calleeIn(24, ack("3b"));
    s.in(31, response("503 Service Unavailable", "INVITE", "3", "Retry-After: 30\r\n", ""));
    s.out(32, ack("3"));
    s.step("caller sends INVITE", StepResult.Status.DONE, 0, 0, 0);
    s.step("callee receives INVITE", StepResult.Status.DONE, 0, 12, 2);
    s.step("callee sends 180", StepResult.Status.DONE, 12, 15, 3);
    s.step("caller receives 180 or 183", StepResult.Status.DONE, 12, 19, 4);
    s.step("callee sends 486", StepResult.Status.DONE, 19, 22, 5);
    s.step("caller receives 486", StepResult.Status.FAILED, 22, 31, 7);
    s.findings.add(
        Finding.of(
            FindingKind.STATUS,
            at("busy-through.yaml", 14, 5),
            "486 within 2 s",
            "the SBC answered 503 Service Unavailable after 31 ms"));
    s.notes.add("the SBC asks to retry after 30 s, which a busy callee does not call for");
    return s.result(Verdict.FAILED, 33);
  }

  /** Over TCP, with credentials. */
  public static CaseResult tcp() {
    Script s = new Script("auth-digest", "auth", "A challenged call is repeated with credentials");
    s.transport = Transport.TCP;
    s.out(0, invite("sip:+15550100@sbc.example.com", "4", secureSdp()));
    s.in(
        5,
        response(
            "407 Proxy Authentication Required",
            "INVITE",
            "4",
            "Proxy-Authenticate: Digest realm=\"example.com\", nonce=\"84a4cc6f3082121f32b42a2187831a9e\"\r\n",
            ""));
    s.out(6, ack("4"));
    s.out(
        8,
        request(
            "INVITE",
            "sip:+15550100@sbc.example.com",
            "4",
            2,
            "Contact: <sip:alice:"
                + URI_PASSWORD
                + "@127.0.1.1:5071;transport=tcp>\r\n"
                + "Proxy-Authorization: Digest username=\"alice\", realm=\"example.com\",\r\n nonce=\"84a4cc6f3082121f32b42a2187831a9e\", response=\""
                + DIGEST
                + "\"\r\n",
            secureSdp()));
    s.in(15, second(response("100 Trying", "INVITE", "4", "", "")));
    s.in(22, second(response("200 OK", "INVITE", "4", "", secureSdp())));
    s.out(23, ack("4"));
    s.cleanupOut(24, request("BYE", "sip:127.0.3.1:5060", "4", 3, "", ""));
    s.cleanupIn(28, response("200 OK", "BYE", "4", "", ""));
    s.cleanup = Optional.of("BYE sent, answered 200");
    s.step("caller sends INVITE", StepResult.Status.DONE, 0, 0, 0);
    s.step("caller receives 2xx", StepResult.Status.DONE, 0, 22, 5);
    return s.result(Verdict.PASSED, 30);
  }

  /** The response to the second request of a dialog instead. */
  private static String second(String response) {
    return response.replace("CSeq: 1 ", "CSeq: 2 ").replace("-1;rport", "-2;rport");
  }

  /** Nothing came back. */
  public static CaseResult silence() {
    Script s =
        new Script(
            "offer-none",
            "offer-model",
            "A call without an offer is answered with an offer or refused");
    s.out(0, request("INVITE", "sip:+15550100@sbc.example.com", "5", 1, "", ""));
    for (int ms : new int[] {500, 1500}) {
      s.out(ms, request("INVITE", "sip:+15550100@sbc.example.com", "5", 1, "", ""));
      s.retransmission();
    }
    s.step("caller sends INVITE", StepResult.Status.DONE, 0, 0, 0);
    s.step("caller receives 415, 488 or 2xx", StepResult.Status.FAILED, 0, 2000, -1);
    s.findings.add(
        Finding.of(
            FindingKind.NO_ANSWER,
            at("offer-none.yaml", 8, 11),
            "415, 488 or 2xx within 2 s",
            "nothing was received at all; the port is not closed"));
    return s.result(Verdict.FAILED, 2010);
  }

  /** The target cannot be reached. */
  public static CaseResult unreachable() {
    Script s = new Script("codec-none", "codec", "No common codec is refused");
    s.profile = Optional.of("sipconnect");
    s.out(0, invite("sip:+15550100@sbc.example.com", "6", plainSdp()));
    s.step("caller sends INVITE", StepResult.Status.DONE, 0, 0, 0);
    s.step("caller receives 488", StepResult.Status.FAILED, 0, 1000, -1);
    s.findings.add(
        Finding.of(
            FindingKind.UNREACHABLE,
            null,
            "an answer from 127.0.3.1:5060",
            "port unreachable (ICMP)"));
    return s.result(Verdict.BROKEN, 1001);
  }

  /** Does not apply. */
  public static CaseResult skipped() {
    Script s = new Script("ice-none", "ice", "No ICE under media bypass is refused");
    s.profile = Optional.of("sipconnect");
    s.skip = Optional.of("no expectation for sipconnect");
    return s.result(Verdict.SKIPPED, 0);
  }

  /** Over IPv6, with a message that is no SIP. */
  public static CaseResult ipv6() {
    Script s =
        new Script("garbage", "robustness", "A garbled response is not taken for an answer <&>");
    s.caller = new InetSocketAddress("::1", 5071);
    s.sbc = new InetSocketAddress("::1", 5060);
    s.out(0, invite("sip:+15550100@[::1]", "7", plainSdp()));
    s.in(3, "SIP/2.0 799\0 <b>Odd</b> & \u00ff\nvia: broken\r\n\r\n");
    s.step("caller sends INVITE", StepResult.Status.DONE, 0, 0, 0);
    return s.result(Verdict.PASSED, 9);
  }

  /** A message larger than one segment, and one larger than an Ethernet frame. */
  public static CaseResult large() {
    Script s = new Script("large", "robustness", "A large message");
    s.transport = Transport.TCP;
    s.out(
        0,
        invite(
            "sip:+15550100@sbc.example.com",
            "8",
            plainSdp() + "a=x:".concat("y".repeat(90_000)) + "\r\n"));
    s.in(
        5,
        response(
            "200 OK", "INVITE", "8", "", plainSdp() + "a=x:".concat("z".repeat(3_000)) + "\r\n"));
    return s.result(Verdict.PASSED, 9);
  }

  /** A call over TLS, to the port of TLS. */
  public static CaseResult tls(String caller, String sbc) {
    Script s = new Script("tls", "tls", "A refused call over TLS");
    s.transport = Transport.TLS;
    s.caller = new InetSocketAddress(caller, 5071);
    s.sbc = new InetSocketAddress(sbc, 5061);
    s.out(0, invite("sip:+15550100@sbc.example.com;transport=tls", "9", secureSdp()));
    s.in(5, response("488 Not Acceptable Here", "INVITE", "9", "", ""));
    s.out(6, ack("9"));
    return s.result(Verdict.PASSED, 9);
  }

  private static SourcePosition at(String file, int line, int column) {
    return new SourcePosition("scenarios/" + file, line, column);
  }

  private static Actor actor(String name, Actor.Role role) {
    return new Actor(
        name,
        role,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  static String invite(String uri, String call, String sdp) {
    return request("INVITE", uri, call, 1, "Contact: <sip:127.0.1.1:5071>\r\n", sdp);
  }

  private static String ack(String call) {
    return request("ACK", "sip:+15550100@sbc.example.com", call, 1, "", "");
  }

  private static String request(
      String method, String uri, String call, int cseq, String more, String sdp) {
    return method
        + " "
        + uri
        + " SIP/2.0\r\n"
        + headers(call, cseq, method, "")
        + "Max-Forwards: 70\r\n"
        + more
        + body(sdp);
  }

  private static String response(
      String status, String method, String call, String more, String sdp) {
    return "SIP/2.0 "
        + status
        + "\r\n"
        + headers(call, 1, method, status.startsWith("100") ? "" : ";tag=t" + call)
        + more
        + body(sdp);
  }

  private static String headers(String call, int cseq, String method, String toTag) {
    return "Via: SIP/2.0/UDP 127.0.1.1:5071;branch=z9hG4bK-"
        + call
        + "-"
        + cseq
        + ";rport\r\n"
        + "From: <sip:+15550199@sbc.example.com>;tag=f"
        + call
        + "\r\n"
        + "To: <sip:+15550100@sbc.example.com>"
        + toTag
        + "\r\n"
        + "Call-ID: "
        + call
        + "@parley\r\n"
        + "CSeq: "
        + cseq
        + " "
        + method
        + "\r\n";
  }

  private static String body(String sdp) {
    return (sdp.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
        + "Content-Length: "
        + sdp.length()
        + "\r\n\r\n"
        + sdp;
  }

  private static String plainSdp() {
    return "v=0\r\no=- 1 1 IN IP4 127.0.1.1\r\ns=-\r\nc=IN IP4 127.0.1.1\r\nt=0 0\r\n"
        + "m=audio 30000 RTP/AVP 0 8 101\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:8 PCMA/8000\r\n"
        + "a=rtpmap:101 telephone-event/8000\r\na=sendrecv\r\n";
  }

  private static String secureSdp() {
    return "v=0\r\no=- 1 1 IN IP4 127.0.3.1\r\ns=-\r\nc=IN IP4 127.0.3.1\r\nt=0 0\r\n"
        + "m=audio 40000 RTP/SAVP 8 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\n"
        + "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:"
        + KEY
        + "|2^31\r\n"
        + "a=ice-ufrag:8hhY\r\na=ice-pwd:"
        + ICE_PASSWORD
        + "\r\na=sendrecv\r\n";
  }

  /** Collects what happened. */
  private static final class Script {
    private final String id;
    private final String category;
    private final String title;
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private final List<TranscriptEntry> transcript = new ArrayList<>();
    private final List<StepResult> steps = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Map<String, String> cell = Map.of();
    private Optional<String> profile = Optional.empty();
    private Optional<String> cleanup = Optional.empty();
    private Optional<String> skip = Optional.empty();
    private Transport transport = Transport.UDP;
    private InetSocketAddress caller = CALLER;
    private InetSocketAddress sbc = SBC;

    Script(String id, String category, String title) {
      this.id = id;
      this.category = category;
      this.title = title;
      actors.put("caller", actor("caller", Actor.Role.CALLER));
    }

    void out(int ms, String text) {
      add("caller", Frame.Way.OUT, ms, text, false);
    }

    void in(int ms, String text) {
      add("caller", Frame.Way.IN, ms, text, false);
    }

    void calleeOut(int ms, String text) {
      add("callee", Frame.Way.OUT, ms, text, false);
    }

    void calleeIn(int ms, String text) {
      add("callee", Frame.Way.IN, ms, text, false);
    }

    void cleanupOut(int ms, String text) {
      add("caller", Frame.Way.OUT, ms, text, true);
    }

    void cleanupIn(int ms, String text) {
      add("caller", Frame.Way.IN, ms, text, true);
    }

    private void add(String actor, Frame.Way way, int ms, String text, boolean clean) {
      boolean callee = actor.equals("callee");
      Flow flow = new Flow(transport, callee ? CALLEE : caller, callee ? SBC_OUT : sbc);
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      Frame frame = new Frame(START.plusMillis(ms), way, flow, bytes);
      transcript.add(new TranscriptEntry(actor, frame, SipMessage.of(bytes), false, clean));
    }

    void retransmission() {
      TranscriptEntry e = transcript.remove(transcript.size() - 1);
      transcript.add(new TranscriptEntry(e.actor(), e.frame(), e.message(), true, e.cleanup()));
    }

    void step(String text, StepResult.Status status, int from, int to, int entry) {
      steps.add(
          new StepResult(
              text,
              status,
              START.plusMillis(from),
              START.plusMillis(to),
              entry < 0 ? OptionalInt.empty() : OptionalInt.of(entry),
              Optional.empty()));
    }

    CaseResult result(Verdict verdict, int ms) {
      Expectation expected =
          new Expectation(
              at(id + ".yaml", 9, 11),
              List.of(
                  new Outcome(
                      at(id + ".yaml", 9, 28),
                      List.of(new StatusPattern.Code(488)),
                      false,
                      List.of(),
                      Optional.empty(),
                      Optional.empty())),
              OptionalInt.of(531000),
              Optional.of(Evidence.DOCUMENTED),
              Optional.of("Microsoft Teams: SIP 488 response codes"),
              Optional.empty());
      Scenario scenario =
          new Scenario(
              at(id + ".yaml", 1, 1),
              id,
              title,
              category,
              Optional.of("A far end that demands SRTP refuses clear RTP instead of *downgrading*"),
              Severity.BLOCKER,
              List.of(category, "offer"),
              List.of("RFC 3261 §13.3.1.3", "RFC 3264 section 6", "Lab notes"),
              actors,
              List.of(),
              Map.of(),
              new Control.Base(),
              Optional.empty(),
              false,
              "scenario: " + title + "\n");
      return new CaseResult(
          new Case(CaseId.of(id, cell, profile), scenario, Map.of("", expected), skip),
          verdict,
          findings,
          notes,
          steps,
          transcript,
          cleanup,
          skip,
          START,
          START.plusMillis(ms));
    }
  }
}
