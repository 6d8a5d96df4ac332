package io.parley.report;

import static io.parley.report.SampleMessages.ack;
import static io.parley.report.SampleMessages.invite;
import static io.parley.report.SampleMessages.plainSdp;
import static io.parley.report.SampleMessages.request;
import static io.parley.report.SampleMessages.response;
import static io.parley.report.SampleMessages.secureSdp;
import static io.parley.report.SampleScript.actor;

import io.parley.model.Actor;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.result.RunInfo;
import io.parley.result.StepResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results of cases as a run makes them, from messages written by hand. */
public final class SampleResults {
  public static final Instant START = Instant.parse("2026-11-20T10:00:00.123456Z");
  static final String KEY = "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz";
  static final String DIGEST = "6629fae49393a05397450978507c4ef1";
  static final String URI_PASSWORD = "s3cretpassw0rd";
  static final String ICE_PASSWORD = "asd88fgpdd777uzjYhagZg";

  private SampleResults() {}

  public static RunInfo run(int cases) {
    return RunInfo.of("embedded", "127.0.3.1:5060", "0.1.0", START)
        .software(Optional.of("Parley embedded SBC"))
        .cases(cases)
        .labels(Map.of("change", "CHG-1 \"a & b\""))
        .build();
  }

  /** All of them. */
  public static List<CaseResult> all() {
    return List.of(
        refused(),
        accepted(),
        busy(),
        SampleTransports.tcp(),
        silence(),
        unreachable(),
        skipped(),
        SampleTransports.ipv6());
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
    return result
        .but()
        .verdict(verdict)
        .findings(findings)
        .started(result.started().plusMillis(ms))
        .ended(result.ended().plusMillis(ms))
        .build();
  }

  /** An offer without SRTP, refused with 488 as expected. */
  public static CaseResult refused() {
    SampleScript s = new SampleScript("srtp-none", "srtp", "An offer without SRTP is refused");
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
    SampleScript s = new SampleScript("srtp-none", "srtp", "An offer without SRTP is refused");
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
                SampleScript.at("srtp-none.yaml", 9, 28),
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
            SampleScript.at("srtp-none.yaml", 9, 28),
            "RTP/AVP",
            "the answer has m=audio 40000 RTP/SAVP 8 101"));
    return s.result(Verdict.FAILED, 531);
  }

  /** Two legs: the far end is busy, the SBC tells the caller 503 instead. */
  public static CaseResult busy() {
    SampleScript s =
        new SampleScript(
            "busy-through", "call-control", "Busy at the far end reaches the caller as 486");
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
            SampleScript.at("busy-through.yaml", 14, 5),
            "486 within 2 s",
            "the SBC answered 503 Service Unavailable after 31 ms"));
    s.notes.add("the SBC asks to retry after 30 s, which a busy callee does not call for");
    return s.result(Verdict.FAILED, 33);
  }

  /** Nothing came back. */
  public static CaseResult silence() {
    SampleScript s =
        new SampleScript(
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
            SampleScript.at("offer-none.yaml", 8, 11),
            "415, 488 or 2xx within 2 s",
            "nothing was received at all; the port is not closed"));
    return s.result(Verdict.FAILED, 2010);
  }

  /** The target cannot be reached. */
  public static CaseResult unreachable() {
    SampleScript s = new SampleScript("codec-none", "codec", "No common codec is refused");
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
    SampleScript s = new SampleScript("ice-none", "ice", "No ICE under media bypass is refused");
    s.profile = Optional.of("sipconnect");
    s.skip = Optional.of("no expectation for sipconnect");
    return s.result(Verdict.SKIPPED, 0);
  }
}
