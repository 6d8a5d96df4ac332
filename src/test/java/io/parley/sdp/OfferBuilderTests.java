package io.parley.sdp;

import static io.parley.sdp.Specs.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.model.CodecSpec;
import io.parley.model.Direction;
import io.parley.model.OfferSpec;
import io.parley.model.SdpMutation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class OfferBuilderTests {
  private static final MediaPlace PLACE = new MediaPlace("192.0.2.10", 30000);
  private static final SdpSession SESSION = new SdpSession(7, 1);

  @Test
  public void anEmptySpecIsClearG711AtOurPlace() {
    assertThat(text(OfferSpec.EMPTY))
        .isEqualTo(
            """
            v=0
            o=- 7 1 IN IP4 192.0.2.10
            s=-
            c=IN IP4 192.0.2.10
            t=0 0
            m=audio 30000 RTP/AVP 0 8 101
            a=rtpmap:0 PCMU/8000
            a=rtpmap:8 PCMA/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-16
            a=sendrecv
            """
                .replace("\n", "\r\n"));
  }

  @Test
  public void noOfferIsNoBytes() {
    assertThat(OfferBuilder.build(OfferSpec.NO_OFFER, PLACE, SESSION)).isEmpty();
  }

  @DataProvider
  public Object[][] knownCodecs() {
    return new Object[][] {
      {"PCMU", 0, "PCMU/8000", null},
      {"PCMA", 8, "PCMA/8000", null},
      {"pcma", 8, "pcma/8000", null},
      {"G722", 9, "G722/8000", null},
      {"G729", 18, "G729/8000", "annexb=no"},
      {"opus", 102, "opus/48000/2", "useinbandfec=1;maxaveragebitrate=40000"},
      {"SILK", 104, "SILK/16000", null},
      {"SILK/8000", 103, "SILK/8000", null},
      {"SILK/16000", 104, "SILK/16000", null},
      {"iLBC", 97, "iLBC/8000", "mode=20"},
      {"speex", 98, "speex/8000", null},
      {"AMR-WB", 100, "AMR-WB/16000", "octet-align=1"},
      {"telephone-event", 101, "telephone-event/8000", "0-16"},
      {"CN", 13, "CN/8000", null},
      {"CN/16000", 118, "CN/16000", null},
      {"X-ACME/32000/2", 96, "X-ACME/32000/2", null},
      {"PCMU/8000/1", 0, "PCMU/8000/1", null},
      {"unheard-of", 96, "unheard-of/8000", null},
    };
  }

  @Test(dataProvider = "knownCodecs")
  public void aCodecIsWrittenAsTheFieldWritesIt(
      String name, int payloadType, String rtpmap, String fmtp) {
    Media audio = audio(spec().codecs(name).get());
    assertThat(audio.formats()).containsExactly(Integer.toString(payloadType));
    assertThat(audio.attribute("rtpmap")).contains(payloadType + " " + rtpmap);
    assertThat(audio.codecs().get(0).fmtp()).isEqualTo(Optional.ofNullable(fmtp));
  }

  @Test
  public void dynamicTypesNeverCollide() {
    Media audio =
        audio(spec().codecs("a/1", "b/2", "c/3", "d/4", "e/5", "f/6", "telephone-event").get());
    assertThat(audio.formats()).doesNotHaveDuplicates().endsWith("101").hasSize(7);
  }

  @Test
  public void aWrittenPayloadTypeIsHonouredEvenTwice() {
    CodecSpec silk =
        new CodecSpec(
            "SILK",
            OptionalInt.of(8000),
            OptionalInt.empty(),
            OptionalInt.of(101),
            Optional.empty());
    CodecSpec event =
        new CodecSpec(
            "telephone-event",
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.of(101),
            Optional.of("0-15"));
    Sdp sdp = sdp(spec().codecs(silk, event).get());
    assertThat(sdp.audio().get().formats()).containsExactly("101", "101");
    assertThat(sdp.faults())
        .extracting(SdpFault::words)
        .anyMatch(w -> w.contains("payload type 101 twice"));
  }

  @Test
  public void aStaticTypeStaysWithItsCodec() {
    CodecSpec odd =
        new CodecSpec(
            "X", OptionalInt.of(8000), OptionalInt.empty(), OptionalInt.of(0), Optional.empty());
    assertThat(audio(spec().codecs(odd, CodecSpec.parse("PCMU")).get()).formats())
        .containsExactly("0", "0");
  }

  @Test
  public void tooManyDynamicCodecsAreAnError() {
    String[] names = IntStream.range(0, 33).mapToObj(i -> "c" + i + "/8000").toArray(String[]::new);
    assertThatThrownBy(() -> sdp(spec().codecs(names).get()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 32 dynamic payload types");
  }

  @Test
  public void everySuiteGetsAFreshKeyOfItsLength() {
    String[] suites = CryptoSuite.names().toArray(String[]::new);
    Media audio = audio(spec().sdes(suites).get());
    assertThat(audio.protocol()).isEqualTo("RTP/SAVP");
    assertThat(audio.cryptos()).extracting(Crypto::suite).containsExactly(suites);
    assertThat(audio.cryptos()).extracting(Crypto::tag).startsWith("1", "2", "3");
    assertThat(audio.cryptos()).allMatch(Crypto::isValid);
    assertThat(audio.cryptos()).extracting(Crypto::keyParams).doesNotHaveDuplicates();
    assertThat(audio(spec().sdes(suites).get()).cryptos())
        .extracting(Crypto::keyParams)
        .doesNotContainAnyElementsOf(audio.cryptos().stream().map(Crypto::keyParams).toList());
  }

  @Test
  public void anUnknownSuiteGetsAKeyAllTheSame() {
    Crypto crypto = audio(spec().sdes("ROT13").get()).cryptos().get(0);
    assertThat(crypto.fault()).contains("unknown suite 'ROT13'");
    assertThat(crypto.keyParams()).matches("inline:[A-Za-z0-9+/]{40}");
  }

  @Test
  public void iceLiteOffersOneHostCandidateEqualToTheDefault() {
    Sdp sdp = sdp(spec().iceLite().get());
    Ice ice = sdp.audio().get().ice();
    assertThat(sdp.isIceLite()).isTrue();
    assertThat(ice.ufrag().get()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(ice.password().get()).hasSizeGreaterThanOrEqualTo(22);
    assertThat(ice.candidates())
        .singleElement()
        .hasToString("1 1 UDP 2130706431 192.0.2.10 30000 typ host");
  }

  @DataProvider
  public Object[][] addresses() {
    return new Object[][] {
      {"local", "IN IP4 192.0.2.10"},
      {"private", "IN IP4 10.0.0.10"},
      {"0.0.0.0", "IN IP4 0.0.0.0"},
      {"203.0.113.9", "IN IP4 203.0.113.9"},
      {"2001:db8::9", "IN IP6 2001:db8::9"},
      {"media.example.com", "IN IP4 media.example.com"},
    };
  }

  @Test(dataProvider = "addresses")
  public void theAddressIsTheSessionsOnlyConnectionLine(String address, String connection) {
    Sdp sdp = sdp(spec().address(address).get());
    assertThat(sdp.lines())
        .filteredOn(l -> l.type() == 'c')
        .extracting(SdpLine::text)
        .containsExactly("c=" + connection);
    assertThat(sdp.sessionLines()).extracting(SdpLine::text).contains("c=" + connection);
    assertThat(sdp.isMalformed()).isFalse();
  }

  @Test
  public void theRestIsWrittenAsSaid() {
    Media audio =
        audio(
            spec()
                .direction(Direction.SENDONLY)
                .port(0)
                .ptime(30)
                .rtcpMux(true)
                .protocol("UDP/TLS/RTP/SAVP")
                .get());
    assertThat(audio.direction()).isEqualTo(Direction.SENDONLY);
    assertThat(audio.port()).isZero();
    assertThat(audio.ptime()).hasValue(30);
    assertThat(audio.rtcpMux()).isTrue();
    assertThat(audio.protocol()).isEqualTo("UDP/TLS/RTP/SAVP");
  }

  @Test
  public void rawTextGoesOutWithCrlf() {
    assertThat(text(spec().raw("v=0\ns=\u00e9\n").get())).isEqualTo("v=0\r\ns=\u00c3\u00a9\r\n");
  }

  @DataProvider
  public Object[][] mutations() {
    String m = "m=audio 1 RTP/AVP 0\r\n";
    return new Object[][] {
      {new SdpMutation.Drop("c="), "v=0\r\n" + m + "a=x\r\n"},
      {new SdpMutation.Repeat("v="), "v=0\r\nv=0\r\nc=IN IP4 h\r\n" + m + "a=x\r\n"},
      {
        new SdpMutation.Replace("m=audio", "m=audio 1"), "v=0\r\nc=IN IP4 h\r\nm=audio 1\r\na=x\r\n"
      },
      {new SdpMutation.Append("a=y"), "v=0\r\nc=IN IP4 h\r\n" + m + "a=x\r\na=y\r\n"},
      {new SdpMutation.Append("a=y\na=z\n"), "v=0\r\nc=IN IP4 h\r\n" + m + "a=x\r\na=y\r\na=z\r\n"},
      {new SdpMutation.Insert("c=", "y=1"), "v=0\r\ny=1\r\nc=IN IP4 h\r\n" + m + "a=x\r\n"},
      {new SdpMutation.LineEnd("\n"), "v=0\nc=IN IP4 h\n" + m.replace("\r", "") + "a=x\n"},
    };
  }

  @Test(dataProvider = "mutations")
  public void aMutationChangesExactlyItsLines(SdpMutation mutation, String expected) {
    String raw = "v=0\nc=IN IP4 h\nm=audio 1 RTP/AVP 0\na=x\n";
    assertThat(text(spec().raw(raw).mutate(mutation).get())).isEqualTo(expected);
  }

  @Test
  public void appendMeansTheFirstMediaSection() {
    String raw = "v=0\nm=audio 1 RTP/AVP 0\nm=video 2 RTP/AVP 34\n";
    assertThat(text(spec().raw(raw).mutate(new SdpMutation.Append("a=y")).get()))
        .isEqualTo("v=0\r\nm=audio 1 RTP/AVP 0\r\na=y\r\nm=video 2 RTP/AVP 34\r\n");
  }

  @Test
  public void aMutationThatSelectsNothingIsAnError() {
    assertThatThrownBy(() -> sdp(spec().mutate(new SdpMutation.Drop("a=crypto")).get()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("drop 'a=crypto': no line of the SDP starts so")
        .hasMessageContaining("a=rtpmap");
  }

  @Test
  public void whatIsBuiltHasNoFault() {
    List<OfferSpec> specs =
        List.of(
            OfferSpec.EMPTY,
            spec().codecs(KnownCodec.names().toArray(String[]::new)).get(),
            spec().sdes("AES_CM_128_HMAC_SHA1_80").iceLite().rtcpMux(true).ptime(20).get());
    assertThat(specs).allSatisfy(s -> assertThat(sdp(s).faults()).isEmpty());
  }

  private static String text(OfferSpec spec) {
    return sdp(spec).text();
  }

  private static Sdp sdp(OfferSpec spec) {
    return Sdp.of(OfferBuilder.build(spec, PLACE, SESSION));
  }

  private static Media audio(OfferSpec spec) {
    return sdp(spec).audio().orElseThrow();
  }
}
