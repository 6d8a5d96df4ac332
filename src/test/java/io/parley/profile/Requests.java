package io.parley.profile;

import io.parley.model.CodecSpec;
import io.parley.model.IceSpec;
import io.parley.model.OfferSpec;
import io.parley.model.SrtpSpec;
import io.parley.model.StreamDraft;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.OfferBuilder;
import io.parley.sdp.SdpSession;
import io.parley.sip.SipMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** INVITEs for tests: a good one, and what is changed in it. */
public final class Requests {
  public static final NumberPlan PLAN =
      new NumberPlan(
          Map.of(
              "callee", List.of("+1555010{0000..0099}"),
              "busy", List.of("+15550101486"),
              "declined", List.of("+15550101603"),
              "cost", List.of("+15550102603"),
              "error", List.of("+15550101500"),
              "unavailable", List.of("+15550101503"),
              "unknown", List.of("+15550109999")));

  private Requests() {}

  /** A secure offer with ICE, acceptable to every shipped profile, with these codecs and suites. */
  public static String offer(String codecs, String suites) {
    SrtpSpec srtp =
        suites.isEmpty() ? new SrtpSpec.None() : SrtpSpec.Sdes.of(List.of(suites.split(",")));
    OfferSpec spec =
        OfferSpec.of(
            new StreamDraft()
                .codecs(Arrays.stream(codecs.split(",")).map(CodecSpec::parse).toList())
                .srtp(srtp)
                .ice(IceSpec.LITE)
                .rtcpMux(true)
                .done());
    byte[] sdp =
        OfferBuilder.build(spec, new MediaPlace("192.0.2.10", 40000), new SdpSession(1, 1));
    return new String(sdp, StandardCharsets.ISO_8859_1);
  }

  /** The offer that every shipped profile takes. */
  public static String goodOffer() {
    return offer("PCMU,PCMA,telephone-event", "AES_CM_128_HMAC_SHA1_80");
  }

  /** An INVITE to a number with an offer; empty text for none. */
  public static String invite(String number, String sdp) {
    return "INVITE sip:"
        + number
        + "@sbc.example.com SIP/2.0\r\n"
        + "Via: SIP/2.0/UDP 127.0.1.1:5060;branch=z9hG4bK-1\r\n"
        + "Max-Forwards: 70\r\n"
        + "From: <sip:+15550190000@example.com>;tag=1\r\n"
        + "To: <sip:"
        + number
        + "@sbc.example.com>\r\n"
        + "Call-ID: 1@example.com\r\n"
        + "CSeq: 1 INVITE\r\n"
        + "Contact: <sip:caller@127.0.1.1:5060>\r\n"
        + (sdp.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
        + "Content-Length: "
        + sdp.length()
        + "\r\n\r\n"
        + sdp;
  }

  /** The INVITE that every shipped profile takes. */
  public static String good() {
    return invite("+15550100007", goodOffer());
  }

  static Judged judged(String message) {
    return new Judged(SipMessage.of(message), PLAN, true, true);
  }
}
