package io.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.run.ExitCode;
import io.parley.run.ServeRequest;
import io.parley.serve.ServedCall;
import io.parley.wire.Transport;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The INVITE that {@code serve --dial} sends, and what is said of what becomes of it. */
public class ServeDialTests {
  private static final String NUMBER = "+15550100000";

  private static ServedFarEnd dial(String profile, int port, Transport transport) throws Exception {
    ServeRequest.Dial dial =
        new ServeRequest.Dial(
            NUMBER,
            "sip:127.0.0.1:" + port + ";transport=" + transport.parameter(),
            Duration.ofMillis(100));
    return ServedFarEnd.open(profile, Optional.of(dial), OptionalInt.of(1), transport);
  }

  private static DatagramSocket socket() throws Exception {
    DatagramSocket out = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0));
    out.setSoTimeout(20_000);
    return out;
  }

  /** Takes the INVITE and answers it. */
  private static String refused(DatagramSocket callee, int status) throws Exception {
    DatagramPacket packet = new DatagramPacket(new byte[65535], 65535);
    callee.receive(packet);
    String invite =
        new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
    String head = invite.substring(0, invite.indexOf("\r\n\r\n"));
    String kept = head.replaceAll("(?im)^(?!(via|from|to|call-id|cseq):).*\r?\n?", "").strip();
    byte[] response =
        ("SIP/2.0 " + status + " Not Now\r\n" + kept + "\r\nContent-Length: 0\r\n\r\n")
            .replaceFirst("(?im)^(to: .*)$", "$1;tag=callee")
            .getBytes(StandardCharsets.ISO_8859_1);
    callee.send(new DatagramPacket(response, response.length, packet.getSocketAddress()));
    return invite;
  }

  /** What was documented or seen of the INVITEs of a far end; none that a rule here made up. */
  @DataProvider
  public Object[][] manners() {
    return new Object[][] {
      {
        "teams-direct-routing",
        "(?s)INVITE sip:\\+15550100000@127.0.0.1:\\d+;user=phone SIP/2.0\r\n"
            + ".*FROM: <sip:\\+15550190000@sip.pstnhub.microsoft.com:5061;user=phone>;tag="
            + ".*MIN-SE: 300\r\n.*ALLOW: INVITE,ACK,OPTIONS,CANCEL,BYE,NOTIFY\r\n"
            + ".*SESSION-EXPIRES: 3600\r\n.*USER-AGENT: Microsoft.PSTNHub.SIPProxy "
            + ".*m=audio \\d+ RTP/SAVP 104 .*a=crypto:0 AES_CM_128_HMAC_SHA1_32 inline:\\S+\\|2\\^31"
            + ".*a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:\\S+\\|2\\^31.*a=ptime:20.*a=rtcp-mux.*",
        "ice|(?i)100rel"
      },
      {
        "teams-media-bypass",
        "(?s).*a=ice-ufrag:.*a=candidate:1 1 UDP .* typ host.* typ srflx .* typ relay .*",
        "ice-lite|(?i)session-expires"
      },
      {
        "zoom-byoc",
        "(?s)INVITE sip:\\+15550100000@(127.0.0.1:\\d+) SIP/2.0\r\n"
            + ".*From: <sip:\\+15550190000@\\1>;tag=.*To: <sip:\\+15550100000@\\1>\r\n"
            + ".*Allow: INVITE,ACK,CANCEL,BYE,REGISTER,REFER,INFO,SUBSCRIBE,NOTIFY,UPDATE,.*"
            + "P-Asserted-Identity: <sip:\\+15550190000@127.*Privacy: none\r\n"
            + ".*Session-Expires: 1800\r\nMin-SE: 90\r\n"
            + ".*m=audio \\d+ RTP/SAVP 102 9 0 8 18 101\r\n.*a=crypto:1 AEAD_AES_256_GCM .*"
            + "a=crypto:4 AES_CM_128_HMAC_SHA1_32 .*a=ptime:20.*",
        "PRACK|user=phone"
      }
    };
  }

  @Test(dataProvider = "manners")
  public void itCallsAsTheFarEndDoes(String profile, String pattern, String never)
      throws Exception {
    try (DatagramSocket callee = socket();
        ServedFarEnd farEnd = dial(profile, callee.getLocalPort(), Transport.UDP)) {
      String invite = refused(callee, 486);
      assertThat(invite).matches(pattern).doesNotContainPattern(never);
      assertThat(farEnd.ended().code()).isEqualTo(ExitCode.FAILED);
    }
  }

  @Test
  public void aRefusalIsToldWithItsCause() throws Exception {
    try (DatagramSocket callee = socket();
        ServedFarEnd farEnd = dial("sipconnect", callee.getLocalPort(), Transport.UDP)) {
      refused(callee, 486);
      ServedCall call = farEnd.ruling(c -> true);
      assertThat(call.status()).isEqualTo(486);
      assertThat(call.phrase()).isEqualTo("Not Now");
      assertThat(farEnd.ended().code()).isEqualTo(ExitCode.FAILED);
      assertThat(farEnd.report("evidence/call-00001@sipconnect/findings.txt"))
          .contains("486 Not Now", "likely cause", "next step");
    }
  }

  @DataProvider
  public Object[][] transports() {
    return new Object[][] {
      {Transport.UDP, "port unreachable at udp 127.0.0.1:"}, {Transport.TCP, "refused"}
    };
  }

  @Test(dataProvider = "transports")
  public void whereNobodyListensItSaysSoSoon(Transport transport, String how) throws Exception {
    int port;
    try (DatagramSocket closed = socket()) {
      port = closed.getLocalPort();
    }
    try (ServedFarEnd farEnd = dial("sipconnect", port, transport)) {
      assertThat(farEnd.ended().code()).isEqualTo(ExitCode.BROKEN);
      assertThat(farEnd.report("junit.xml")).contains(how);
    }
  }
}
