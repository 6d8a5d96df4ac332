package io.parley.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.CodecsCheck.Exactly;
import io.parley.model.CodecsCheck.Having;
import io.parley.model.Direction;
import io.parley.model.SdpExpectation;
import io.parley.sip.SipMessage;
import java.util.List;
import java.util.Set;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class SdpMatcherTests {
  private static final SdpContext CONTEXT =
      new SdpContext(Set.of("192.0.2.5", "2001:db8::5"), Set.of("192.0.2.77"), SdpRole.OFFER);
  private static final String AUDIO = "m=audio 4000 RTP/AVP 0 8 101\n";
  private static final String SAVP =
      Messages.SDP.replace("RTP/AVP", "RTP/SAVP")
          + "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:AAAA\n";
  private static final String DTLS =
      Messages.SDP.replace("RTP/AVP", "UDP/TLS/RTP/SAVP")
          + "a=fingerprint:sha-256 AA\na=setup:actpass\n";
  private static final String ICE = Messages.SDP + "a=ice-ufrag:abcd\na=ice-pwd:x\n";
  private static final String LITE = Messages.SDP.replace("m=audio", "a=ice-lite\nm=audio");

  private static Having having(List<io.parley.model.CodecSpec> include) {
    return new Having(include, List.of(), List.of());
  }

  @DataProvider
  public Object[][] checks() {
    String plain = Messages.SDP;
    return new Object[][] {
      {plain, Checks.anySdp(), null},
      {plain, Checks.noSdp(), "there is one"},
      {"", Checks.noSdp(), null},
      {"", Checks.anySdp(), "there is no body"},
      {plain, Checks.codecs(new Exactly(Checks.codecs("PCMU", "PCMA", "telephone-event"))), null},
      {
        plain,
        Checks.codecs(new Exactly(Checks.codecs("pcmu/8000", "PCMA", "telephone-event"))),
        null
      },
      {
        plain,
        Checks.codecs(new Exactly(Checks.codecs("PCMA", "PCMU", "telephone-event"))),
        "found PCMU/8000, PCMA/8000, telephone-event/8000"
      },
      {plain, Checks.codecs(new Exactly(Checks.codecs("PCMU", "PCMA"))), "found PCMU/8000"},
      {plain, Checks.codecs(having(Checks.codecs("PCMA"))), null},
      {plain, Checks.codecs(having(Checks.codecs("PCMA", "opus"))), "found PCMU/8000"},
      {plain, Checks.codecs(having(Checks.codecs("PCMU/16000"))), "found PCMU/8000"},
      {plain, Checks.codecs(new Having(List.of(), Checks.codecs("G729"), List.of())), null},
      {
        plain,
        Checks.codecs(new Having(List.of(), Checks.codecs("PCMA"), List.of())),
        "found PCMU/8000"
      },
      {plain, Checks.codecs(new Having(List.of(), List.of(), Checks.codecs("PCMU", "PCMA"))), null},
      {
        plain,
        Checks.codecs(new Having(List.of(), List.of(), Checks.codecs("PCMA"))),
        "found PCMU/8000"
      },
      {plain, Checks.srtp("none"), null},
      {plain, Checks.srtp("any"), "found RTP/AVP, no a=crypto"},
      {SAVP, Checks.srtp("any"), null},
      {SAVP, Checks.srtp("sdes"), null},
      {SAVP, Checks.srtp("dtls"), "found RTP/SAVP, [crypto 1 AES_CM_128_HMAC_SHA1_80]"},
      {SAVP, Checks.srtp("none"), "found RTP/SAVP"},
      {DTLS, Checks.srtp("dtls"), null},
      {DTLS, Checks.srtp("any"), null},
      {DTLS, Checks.srtp("sdes"), "found UDP/TLS/RTP/SAVP, no a=crypto, a=fingerprint"},
      {plain, Checks.ice("none"), null},
      {plain, Checks.ice("lite"), "found ice none"},
      {ICE, Checks.ice("full"), null},
      {ICE, Checks.ice("lite"), "found ice full"},
      {ICE.replace("m=audio", "a=ice-lite\nm=audio"), Checks.ice("lite"), null},
      {LITE, Checks.ice("none"), null},
      {plain, Checks.address("target"), null},
      {plain, Checks.address("caller"), "found address 192.0.2.5"},
      {plain, Checks.address("192.0.2.5"), null},
      {plain, Checks.address("192.0.2.6"), "found address 192.0.2.5"},
      {plain.replace("IN IP4 192.0.2.5", "IN IP6 2001:DB8:0:0::5"), Checks.address("target"), null},
      {plain.replace("192.0.2.5", "Media.example.com"), Checks.address("media.example.com"), null},
      {plain.replace("c=IN IP4 192.0.2.5\n", ""), Checks.address("target"), "found no c= line"},
      {plain, Checks.media(Direction.SENDRECV, 20, false), null},
      {plain, Checks.media(Direction.SENDONLY, 20, false), "found sendrecv"},
      {plain, Checks.media(Direction.SENDRECV, 30, false), "found ptime 20"},
      {plain, Checks.media(Direction.SENDRECV, 20, true), "found no a=rtcp-mux"},
      {
        plain.replace("a=sendrecv\n", ""),
        Checks.media(Direction.INACTIVE, 20, false),
        "found sendrecv (by default)"
      },
      {
        plain.replace("a=ptime:20\n", ""),
        Checks.media(Direction.SENDRECV, 20, false),
        "found no a=ptime"
      },
      {
        plain.replace(AUDIO, "m=image 4000 udptl t38\n"), Checks.srtp("none"), "there is no m=audio"
      },
      {plain.replace(AUDIO, "m=image 4000 udptl t38\n"), Checks.anySdp(), null},
    };
  }

  @Test(dataProvider = "checks")
  public void anSdpIsChecked(String sdp, SdpExpectation expected, String actual) {
    SipMessage message =
        sdp.isEmpty()
            ? Messages.message("INVITE sip:b@example.com SIP/2.0", "")
            : Messages.withSdp("INVITE sip:b@example.com SIP/2.0", sdp);
    Match match = new Match(SdpMatcher.match(expected, SdpRole.OFFER, message, CONTEXT));
    if (actual == null) {
      assertThat(match.differences()).isEmpty();
      assertThat(match.distance()).isZero();
    } else {
      assertThat(match.differences())
          .singleElement()
          .extracting(Difference::actual)
          .asString()
          .startsWith(actual);
      assertThat(match.distance()).isPositive();
    }
  }

  @Test
  public void anAnswerUnderTheKeyOfferIsSaidSo() {
    SipMessage message = Messages.withSdp("SIP/2.0 200 OK", Messages.SDP);
    Match match =
        new Match(
            SdpMatcher.match(
                Checks.anySdp(), SdpRole.OFFER, message, CONTEXT.with(SdpRole.ANSWER)));
    assertThat(match.differences())
        .singleElement()
        .extracting(Difference::actual)
        .isEqualTo("this SDP is an answer (RFC 3264 §4)");
  }

  @Test
  public void anotherBodyIsNoSdp() {
    SipMessage message =
        SipMessage.of("INVITE sip:b SIP/2.0\r\nContent-Type: text/plain\r\n\r\nhello");
    assertThat(
            new Match(SdpMatcher.match(Checks.anySdp(), SdpRole.OFFER, message, CONTEXT))
                .differences())
        .singleElement()
        .extracting(Difference::actual)
        .isEqualTo("the body is text/plain");
  }
}
