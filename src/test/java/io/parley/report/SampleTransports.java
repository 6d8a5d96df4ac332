package io.parley.report;

import static io.parley.report.SampleMessages.ack;
import static io.parley.report.SampleMessages.invite;
import static io.parley.report.SampleMessages.plainSdp;
import static io.parley.report.SampleMessages.request;
import static io.parley.report.SampleMessages.response;
import static io.parley.report.SampleMessages.secureSdp;

import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.result.StepResult;
import io.parley.wire.Transport;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Results of cases over each transport and both versions of IP, from messages written by hand. */
public final class SampleTransports {
  private SampleTransports() {}

  /** Over TCP, with credentials. */
  public static CaseResult tcp() {
    SampleScript s =
        new SampleScript("auth-digest", "auth", "A challenged call is repeated with credentials");
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
                + SampleResults.URI_PASSWORD
                + "@127.0.1.1:5071;transport=tcp>\r\n"
                + "Proxy-Authorization: Digest username=\"alice\", realm=\"example.com\",\r\n nonce=\"84a4cc6f3082121f32b42a2187831a9e\", response=\""
                + SampleResults.DIGEST
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

  /** Over IPv6, with a message that is no SIP. */
  public static CaseResult ipv6() {
    SampleScript s =
        new SampleScript(
            "garbage", "robustness", "A garbled response is not taken for an answer <&>");
    s.caller = new InetSocketAddress("::1", 5071);
    s.sbc = new InetSocketAddress("::1", 5060);
    s.out(0, invite("sip:+15550100@[::1]", "7", plainSdp()));
    s.in(3, "SIP/2.0 799\0 <b>Odd</b> & \u00ff\nvia: broken\r\n\r\n");
    s.step("caller sends INVITE", StepResult.Status.DONE, 0, 0, 0);
    return s.result(Verdict.PASSED, 9);
  }

  /** A message larger than one segment, and one larger than an Ethernet frame. */
  public static CaseResult large() {
    SampleScript s = new SampleScript("large", "robustness", "A large message");
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
    SampleScript s = new SampleScript("tls", "tls", "A refused call over TLS");
    s.transport = Transport.TLS;
    s.caller = new InetSocketAddress(caller, 5071);
    s.sbc = new InetSocketAddress(sbc, 5061);
    s.out(0, invite("sip:+15550100@sbc.example.com;transport=tls", "9", secureSdp()));
    s.in(5, response("488 Not Acceptable Here", "INVITE", "9", "", ""));
    s.out(6, ack("9"));
    return s.result(Verdict.PASSED, 9);
  }
}
