package io.parley.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.testng.annotations.Test;

/** The lenient view of a message. */
public class SipMessageTests {

  private static SipMessage of(String text) {
    return SipMessage.of(text.replace("\n", "\r\n"));
  }

  @Test
  public void aRequestIsRead() {
    SipMessage m =
        of(
            """
            INVITE sip:b@example.com;transport=udp SIP/2.0
            v: SIP/2.0/UDP a.example.com;branch=z9hG4bK1 , SIP/2.0/UDP b.example.com;branch=z9hG4bK2
            VIA: SIP/2.0/UDP c.example.com;branch=z9hG4bK3
            f: "A;tag=no <x>" <sip:a@example.com;tag=no>;x=1; TAG = yes
            To: sip:b@example.com
            i: call@1
            CSeq:  42   INVITE
            Subject: one
             two
            	three
            l: 4

            v=0
            rest""");
    assertThat(m.isRequest()).isTrue();
    assertThat(m.isResponse()).isFalse();
    assertThat(m.method()).isEqualTo("INVITE");
    assertThat(m.requestUri()).isEqualTo("sip:b@example.com;transport=udp");
    assertThat(m.version()).isEqualTo("SIP/2.0");
    assertThat(m.values("Via")).hasSize(2);
    assertThat(m.list("Via")).hasSize(3);
    assertThat(m.branch()).hasValue("z9hG4bK1");
    assertThat(m.fromTag()).hasValue("yes");
    assertThat(m.toTag()).isEmpty();
    assertThat(m.callId()).isEqualTo("call@1");
    assertThat(m.cseq()).hasValue(42);
    assertThat(m.first("subject")).hasValue("one two three");
    assertThat(new String(m.body(), StandardCharsets.US_ASCII)).isEqualTo("v=0\r");
  }

  @Test
  public void aResponseIsRead() {
    SipMessage m = of("SIP/2.0 488 Not Acceptable Here\nCSeq: 1 INVITE\nTo: <sip:b@x>;tag=t\n\n");
    assertThat(m.status()).hasValue(488);
    assertThat(m.reasonPhrase()).isEqualTo("Not Acceptable Here");
    assertThat(m.method()).isEqualTo("INVITE");
    assertThat(m.toTag()).hasValue("t");
    assertThat(m.requestUri()).isEmpty();
  }

  @Test
  public void aReasonPhraseMayBeMissing() {
    assertThat(of("SIP/2.0 200\n\n").status()).hasValue(200);
    assertThat(of("SIP/2.0 200 \n\n").reasonPhrase()).isEmpty();
    assertThat(of("SIP/3.0 200 OK\n\n").version()).isEqualTo("SIP/3.0");
  }

  @Test
  public void commasInQuotesAndBracketsSeparateNothing() {
    SipMessage m =
        of(
            "OPTIONS sip:a SIP/2.0\n"
                + "Contact: \"a, \\\" b\" <sip:a@x;p=1,2>;q=1, <sip:b@x>,sip:c@x\n\n");
    assertThat(m.list("Contact"))
        .containsExactly("\"a, \\\" b\" <sip:a@x;p=1,2>;q=1", "<sip:b@x>", "sip:c@x");
  }

  @Test
  public void nothingMakesItFail() {
    for (String s :
        new String[] {
          "", "\r\n", "\0", "SIP/2.0", ":\r\n:\r\n\r\n", "INVITE\r\n\r\n", " folded first\r\n\r\n"
        }) {
      SipMessage m = SipMessage.of(s);
      assertThat(m.isRequest() || m.isResponse()).isFalse();
      assertThat(m.method() + m.requestUri() + m.callId() + m.contentType()).isEmpty();
      assertThat(m.body()).isEmpty();
      assertThat(m.branch()).isEmpty();
    }
  }

  @Test
  public void bytesAreKept() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    assertThat(SipMessage.of(all).bytes()).isEqualTo(all);
    assertThat(SipMessage.of(SipMessage.of(all).text()).bytes()).isEqualTo(all);
  }

  @Test
  public void spacesInARequestUriArePartOfIt() {
    SipMessage m = of("INVITE sip:a b@example.com SIP/2.0\n\n");
    assertThat(m.requestUri()).isEqualTo("sip:a b@example.com");
  }
}
