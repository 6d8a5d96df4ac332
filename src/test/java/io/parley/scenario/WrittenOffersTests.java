package io.parley.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.OfferSpec;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.OfferBuilder;
import io.parley.sdp.SdpSession;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** From what is written in a scenario to the bytes of the SDP: each key and each fault. */
public class WrittenOffersTests {
  private static final String S80 = "AES_CM_128_HMAC_SHA1_80";
  private static final String KEY = "[A-Za-z0-9+/]{40}";

  @DataProvider
  public Object[][] offers() {
    return new Object[][] {
      // Keys by SDES
      {
        "{ base: secure, srtp: [{ suite: " + S80 + ", tag: 0 }] }",
        "a=crypto:0 " + S80 + " inline:" + KEY
      },
      {
        "{ base: secure, srtp: [{ suite: " + S80 + ", tag: '1234567890' }] }",
        "a=crypto:1234567890 .*"
      },
      {
        "{ base: secure, srtp: [{ suite: " + S80 + ", key-bytes: 20 }] }",
        "a=crypto:1 " + S80 + " inline:[A-Za-z0-9+/]{27}="
      },
      {
        "{ base: secure, srtp: [{ suite: " + S80 + ", key: '!!!', lifetime: 2^31, mki: '1:4' }] }",
        "a=crypto:1 " + S80 + " inline:!!!\\|2\\^31\\|1:4"
      },
      {
        "{ base: secure, srtp: [{ suite: "
            + S80
            + ", session: UNENCRYPTED_SRTCP }, AEAD_AES_256_GCM] }",
        "a=crypto:1 "
            + S80
            + " inline:"
            + KEY
            + " UNENCRYPTED_SRTCP\na=crypto:2 AEAD_AES_256_GCM .*"
      },
      // DTLS
      {
        "{ base: plain, srtp: dtls }",
        "m=audio 30000 UDP/TLS/RTP/SAVP 0 8 101\n.*a=fingerprint:sha-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}\na=setup:actpass"
      },
      {
        "{ base: plain, srtp: { sdes: [" + S80 + "], dtls: { hash: sha-1, setup: passive } } }",
        "a=crypto:1 .*\na=fingerprint:sha-1 ([0-9A-F]{2}:){19}[0-9A-F]{2}\na=setup:passive"
      },
      {
        "{ base: plain, srtp: { dtls: { fingerprint: 'AB:', setup: none } } }",
        "a=fingerprint:sha-256 AB:\na=ptime:20"
      },
      // ICE
      {
        "{ base: plain, ice: full }",
        "a=ice-ufrag:.{8}\na=ice-pwd:.{24}\na=candidate:1 1 UDP 2130706431 192.0.2.10 30000 typ host\n"
            + "a=candidate:2 1 UDP 1694498559 203.0.113.10 30000 typ srflx raddr 192.0.2.10 rport 30000\n"
            + "a=candidate:3 1 UDP 16776703 198.51.100.10 30000 typ relay raddr 192.0.2.10 rport 30000"
      },
      {
        "{ base: plain, ice: { ufrag: a, pwd: none, candidates: [{ address: private, component: 2 }] } }",
        "a=ice-lite\n.*a=ice-ufrag:a\na=candidate:1 2 UDP 2130706430 10.0.0.10 30001 typ host"
      },
      {
        "{ base: plain, ice: { candidates: [{ tcptype: active, port: 9 }, { raw: x y }], options: trickle,"
            + " remote-candidates: 1 192.0.2.9 40000, end-of-candidates: true } }",
        "a=ice-options:trickle\na=candidate:1 1 TCP 2130706431 192.0.2.10 9 typ host tcptype active\n"
            + "a=candidate:x y\na=remote-candidates:1 192.0.2.9 40000\na=end-of-candidates"
      },
      // Streams
      {
        "{ base: secure, streams: [{ kind: video }, { kind: image }] }",
        "m=video 30002 RTP/SAVP 96\na=rtpmap:96 H264/90000\na=crypto:1 .*a=rtcp-mux\na=sendrecv\n"
            + "m=image 30004 udptl t38\na=T38FaxVersion:0\n.*"
      },
      {
        "{ base: plain, kind: image }", "m=image 30000 udptl t38\na=sendrecv\na=T38FaxVersion:0\n.*"
      },
      {
        "{ base: plain, bundle: true, streams: [{ codecs: [G722], address: 192.0.2.77, port: 5004 }] }",
        "a=group:BUNDLE 0 1\nm=audio .*a=mid:0\n.*m=audio 5004 RTP/AVP 9\nc=IN IP4 192.0.2.77\n.*a=mid:1\n.*"
      },
      {
        "{ base: plain, streams: [{ kind: application, protocol: UDP/BFCP, attributes: ['floorctrl:s-only'] }] }",
        "m=application 30002 UDP/BFCP \\*\na=floorctrl:s-only"
      },
      // What a stream is limited to
      {
        "{ base: plain, bandwidth: ['AS:64', 'TIAS:64000'], maxptime: 10, rtcp: 40001 }",
        "m=.*\nb=AS:64\nb=TIAS:64000\na=rtpmap.*a=ptime:20\na=maxptime:10\na=rtcp:40001\n.*"
      },
      {
        "{ base: plain, codecs: [{ name: PCMU, pt: 200 }] }",
        "m=audio 30000 RTP/AVP 200\na=rtpmap:200 PCMU/8000"
      },
      {
        "{ base: plain, formats: ['0', abc, '999'] }",
        "m=audio 30000 RTP/AVP 0 abc 999\na=rtpmap:0 .*"
      },
      // Mutations
      {
        "{ base: plain, mutate: [{ drop: a=rtpmap, nth: 2 }] }",
        "a=rtpmap:0 PCMU/8000\na=rtpmap:101 .*"
      },
      {"{ base: plain, mutate: [{ drop: '1' }] }", "^o=- .*"},
      {"{ base: plain, mutate: [{ repeat: t=, times: 3 }] }", "t=0 0\nt=0 0\nt=0 0\nm=.*"},
      {
        "{ base: plain, streams: [{ kind: video }], mutate: [{ replace: a=sendrecv, with: a=inactive, in: 2 }] }",
        "a=sendrecv\nm=video .*a=inactive\n"
      },
      {
        "{ base: plain, mutate: [{ change: m=audio, field: 2, with: '70000' }] }",
        "m=audio 70000 RTP/AVP 0 8 101"
      },
      {
        "{ base: plain, mutate: [{ change: 'a=rtpmap:0', find: '/8000', with: '' }] }",
        "a=rtpmap:0 PCMU"
      },
      {"{ base: plain, mutate: [{ move: v=, to: last }] }", "^o=.*t=0 0\nv=0\nm=audio .*"},
      {
        "{ base: plain, mutate: [{ move: a=sendrecv, before: 'a=rtpmap:0' }] }",
        "m=.*\na=sendrecv\na=rtpmap:0 .*"
      },
      {"{ base: plain, mutate: [{ append: a=x, in: session }] }", "t=0 0\na=x\nm=.*"},
      {"{ base: plain, mutate: [{ insert: b=AS:0, after: t= }] }", "t=0 0\nb=AS:0\nm=.*"},
      {"{ base: plain, mutate: [{ drop-stream: 1 }] }", "^v=0\no=.*t=0 0\n$"},
      {
        "{ base: plain, mutate: [{ repeat-stream: 1 }] }",
        "a=sendrecv\nm=audio 30000 .*a=sendrecv\n$"
      },
      {
        "{ base: plain, streams: [{ kind: video }], mutate: [{ move-stream: 2, to: first }] }",
        "t=0 0\nm=video .*m=audio .*"
      },
      {"{ base: plain, mutate: [{ truncate: 6 }] }", "^v=0\no$"},
    };
  }

  @Test(dataProvider = "offers")
  public void isWrittenSo(String offer, String part) {
    assertThat(sdp(offer).replace("\r\n", "\n"))
        .containsPattern("(?ms)" + (part.startsWith("^") ? "\\A" + part.substring(1) : "^" + part));
  }

  @Test
  public void aLineCanEndOtherwiseAndHaveBytesBehindIt() {
    assertThat(sdp("{ base: plain, mutate: [{ line-end: \"\\r\", of: s= }] }"))
        .contains("s=-\rc=IN");
    assertThat(sdp("{ base: plain, mutate: [{ line-bytes: s=, hex: 00 ff }] }"))
        .contains("s=-\0\u00ff\r\n");
  }

  @DataProvider
  public Object[][] nothingToChange() {
    return new Object[][] {
      {"{ drop: a=rtpmap, nth: 4 }", "drop 'a=rtpmap', number 4: only 3 such"},
      {"{ drop: a=crypto, in: 1 }", "drop 'a=crypto' in 1: no line of the SDP starts so there"},
      {"{ drop: c=, in: 3 }", "drop: expected the number of a stream, 1 to 1, found 3"},
      {"{ drop: '99' }", "drop '99': the SDP has"},
      {"{ change: m=audio, field: 9, with: x }", "has 6 fields, none is 9"},
      {"{ change: m=audio, find: video, with: x }", "no 'video' in 'm=audio"},
      {"{ move-stream: 2, to: last }", "move-stream: expected the number of a stream, 1 to 1"},
      {"{ line-bytes: s=, hex: zz }", "expected bytes in hexadecimal such as 00 ff, found 'zz'"},
    };
  }

  @Test(dataProvider = "nothingToChange")
  public void aFaultThatWouldNotBeThereIsAProblemOfTheFile(String mutation, String words) {
    assertThat(load("{ base: plain, mutate: [" + mutation + "] }").problems())
        .singleElement()
        .asString()
        .contains("s0.yaml:1:1: offer: mutate: ", words);
  }

  @DataProvider
  public Object[][] contradictions() {
    return new Object[][] {
      {
        "{ base: plain, mutate: [{ insert: x, before: c=, after: t= }] }",
        "either 'before' or 'after'"
      },
      {"{ base: plain, mutate: [{ change: m=, with: x }] }", "either 'field' or 'find'"},
      {"{ base: plain, mutate: [{ move: m= }] }", "either 'to' or 'before'"},
      {"{ base: plain, mutate: [{ repeat: v=, times: 100000 }] }", "2 to 1000 times"},
      {"{ base: plain, mutate: [{ truncate: 0 }] }", "at least 1 byte"},
      {"{ base: plain, mutate: [{ drop-stream: 0 }] }", "drop-stream: expected the number"},
      {"{ base: plain, srtp: {} }", "srtp: expected sdes, dtls or both"},
      {"{ base: plain, srtp: [{ suite: AES_CM_128_HMAC_SHA1_8O }] }", "Did you mean"},
      {"{ base: plain, ice: { candidates: [hst] } }", "host, srflx, prflx, relay"},
    };
  }

  @Test(dataProvider = "contradictions")
  public void aContradictionIsAProblemWithItsPlace(String offer, String words) {
    assertThat(load(offer).problems()).anyMatch(p -> p.toString().contains(words));
  }

  private static String sdp(String offer) {
    Loaded loaded = load(offer);
    assertThat(loaded.problems()).isEmpty();
    OfferSpec spec = loaded.scenarios().get(0).actors().get("caller").offer().orElseThrow();
    return new String(
        OfferBuilder.build(spec, new MediaPlace("192.0.2.10", 30000), new SdpSession(1, 1)),
        StandardCharsets.ISO_8859_1);
  }

  private static Loaded load(String offer) {
    return ScenarioTexts.load(
        Contexts.full(),
        String.join(
            "\n",
            List.of("scenario: one", "id: one", "offer: " + offer, "expect: { status: 200 }")));
  }
}
