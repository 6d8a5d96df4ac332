package io.parley.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** RFC 3262 §3, §7: what is to be acknowledged, and with what. */
public class ReliableTests {
  private static SipMessage message(String start, String... lines) {
    String text = start + "\r\n" + String.join("\r\n", lines) + "\r\n\r\n";
    return SipMessage.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  public void aReliableResponseIsAcknowledgedByItsNumberAndItsRequest() {
    SipMessage ringing =
        message("SIP/2.0 180 Ringing", "CSeq: 7 INVITE", "require: timer, 100REL", "rseq: 988789");
    assertThat(Reliable.of(ringing).map(Reliable::rack)).contains("988789 7 INVITE");
    SipMessage prack =
        message("PRACK sip:b@example.com SIP/2.0", "CSeq: 8 PRACK", "RACK: 988789  7   INVITE");
    assertThat(Reliable.acknowledged(prack)).isEqualTo(Reliable.of(ringing));
  }

  @DataProvider
  public Object[][] unreliable() {
    return new Object[][] {
      {message("SIP/2.0 100 Trying", "CSeq: 1 INVITE", "Require: 100rel", "RSeq: 1")},
      {message("SIP/2.0 200 OK", "CSeq: 1 INVITE", "Require: 100rel", "RSeq: 1")},
      {message("SIP/2.0 183 Progress", "CSeq: 1 INVITE", "Supported: 100rel", "RSeq: 1")},
      {message("SIP/2.0 183 Progress", "CSeq: 1 INVITE", "Require: 100rel")},
      {message("SIP/2.0 183 Progress", "CSeq: 1 INVITE", "Require: 100rel", "RSeq: -1")},
      {message("SIP/2.0 183 Progress", "CSeq: 1 UPDATE", "Require: 100rel", "RSeq: 1")},
    };
  }

  @Test(dataProvider = "unreliable")
  public void nothingElseIs(SipMessage message) {
    assertThat(Reliable.of(message)).isEmpty();
  }

  @Test
  public void aMangledRackAcknowledgesNothing() {
    for (String rack :
        new String[] {"", "1 INVITE", "x 1 INVITE", "1 1 INVITE now", "99999999999 1 INVITE"}) {
      assertThat(Reliable.acknowledged(message("PRACK sip:b SIP/2.0", "RAck: " + rack)))
          .as(rack)
          .isEmpty();
    }
  }
}
