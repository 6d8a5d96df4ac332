package io.parley.farend;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.peer.OwnPlace;
import io.parley.peer.Sipp;
import io.parley.profile.Profiles;
import io.parley.profile.Requests;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** SIPp, a program none of us wrote, calls and answers through the embedded SBC. */
public class SippIT {
  private static final String CALLS = "300";
  private static final String RATE = "100";
  private static final String REFUSED =
      """
      <?xml version="1.0" encoding="ISO-8859-1" ?>
      <scenario name="refused">
        <send retrans="500"><![CDATA[

          INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
          Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
          From: <sip:+15550190000@[local_ip]:[local_port]>;tag=[pid][call_number]
          To: <sip:[service]@[remote_ip]:[remote_port]>
          Call-ID: [call_id]
          CSeq: 1 INVITE
          Contact: <sip:sipp@[local_ip]:[local_port]>
          Max-Forwards: 70
          Content-Type: application/sdp
          Content-Length: [len]

          v=0
          o=- 1 1 IN IP[local_ip_type] [local_ip]
          s=-
          c=IN IP[media_ip_type] [media_ip]
          t=0 0
          m=audio [media_port] RTP/AVP 0
          a=rtpmap:0 PCMU/8000

        ]]></send>
        <recv response="100" optional="true"></recv>
        <recv response="486"></recv>
        <send><![CDATA[

          ACK sip:[service]@[remote_ip]:[remote_port] SIP/2.0
          [last_Via]
          From: <sip:+15550190000@[local_ip]:[local_port]>;tag=[pid][call_number]
          [last_To]
          Call-ID: [call_id]
          CSeq: 1 ACK
          Max-Forwards: 70
          Content-Length: 0

        ]]></send>
      </scenario>
      """;

  @BeforeClass
  public void sippIsThere() {
    Sipp.require();
  }

  @DataProvider(parallel = true)
  public Object[][] transports() {
    return new Object[][] {{"u1"}, {"t1"}};
  }

  @Test(dataProvider = "transports")
  public void callsGoThrough(String transport) throws Exception {
    InetSocketAddress callee = OwnPlace.next();
    try (EmbeddedSbc sbc = sbc(callee)) {
      Sipp uas =
          Sipp.start("-sn uas -m", CALLS, "-t", transport, Sipp.at(callee)).listening(callee);
      try {
        Sipp uac = call(sbc, transport, "-sn", "uac", "-s", "+15550100007", "-d", "100");
        assertThat(uac.exitCode()).as(uac.output()).isZero();
        assertThat(uac.counter("Successful call")).isEqualTo(Integer.parseInt(CALLS));
        // The scenario of the UAS ends with a pause; that all calls came is what counts.
        uas.exitCode();
        assertThat(uas.counter("Incoming calls created")).isEqualTo(Integer.parseInt(CALLS));
        assertThat(sbc.calls()).isZero();
      } finally {
        uas.close();
      }
    }
  }

  @Test
  public void refusalsAreUnderstood() throws Exception {
    String refused = Sipp.file(REFUSED);
    try (EmbeddedSbc sbc = sbc(OwnPlace.next())) {
      Sipp uac = call(sbc, "u1", "-sf", refused, "-s", "+15550101486");
      assertThat(uac.exitCode()).as(uac.output()).isZero();
      assertThat(sbc.calls()).isZero();
    }
  }

  private static Sipp call(EmbeddedSbc sbc, String transport, String... what) throws IOException {
    List<String> all = new ArrayList<>(List.of(what));
    all.addAll(List.of("-t", transport, "-m", CALLS, "-r", RATE, "-timeout", "60s"));
    all.add(Sipp.at(OwnPlace.next()));
    all.add(address(sbc.address()));
    return Sipp.start(all.toArray(String[]::new));
  }

  private static EmbeddedSbc sbc(InetSocketAddress callee) {
    return EmbeddedSbc.open(
        SbcSettings.of(
            Profiles.shipped().get("sipconnect").orElseThrow(),
            new InetSocketAddress("127.0.3.4", 0),
            Optional.of(callee),
            Requests.PLAN));
  }

  private static String address(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }
}
