package io.parley.sdp;

import static io.parley.sdp.Specs.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.OfferSpec;
import java.util.List;
import java.util.Vector;
import javax.sdp.Connection;
import javax.sdp.MediaDescription;
import javax.sdp.SdpFactory;
import javax.sdp.SessionDescription;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** A parser that we did not write reads the same out of what we write. */
public class SecondOpinionTests {
  private static final MediaPlace PLACE = new MediaPlace("192.0.2.10", 30000);

  @DataProvider
  public Object[][] offers() {
    return new Object[][] {
      {OfferSpec.EMPTY},
      {spec().codecs(KnownCodec.names().toArray(String[]::new)).get()},
      {spec().codecs("SILK/8000", "SILK/16000", "opus", "X-ACME/44100/2").get()},
      {spec().sdes(CryptoSuite.names().toArray(String[]::new)).get()},
      {spec().iceLite().rtcpMux(true).ptime(20).get()},
      {spec().address("2001:db8::5").get()},
      {spec().address("0.0.0.0").get()},
      {spec().address("media.example.com").port(0).get()},
    };
  }

  @Test(dataProvider = "offers")
  public void theJainParserReadsTheSame(OfferSpec spec) throws Exception {
    Sdp sdp = Sdp.of(OfferBuilder.build(spec, PLACE, new SdpSession(1, 1)));
    SessionDescription theirs = SdpFactory.getInstance().createSessionDescription(sdp.text());
    Media ours = sdp.audio().orElseThrow();
    Connection connection = theirs.getConnection();
    assertThat(connection.getAddress()).isEqualTo(ours.address().orElseThrow());
    assertThat(theirs.getOrigin().getSessionVersion()).isEqualTo(1);
    Vector<?> sections = theirs.getMediaDescriptions(false);
    assertThat(sections).hasSize(1);
    MediaDescription media = (MediaDescription) sections.get(0);
    assertThat(media.getMedia().getMediaType()).isEqualTo("audio");
    assertThat(media.getMedia().getMediaPort()).isEqualTo(ours.port());
    assertThat(media.getMedia().getProtocol()).isEqualTo(ours.protocol());
    assertThat(media.getMedia().getMediaFormats(false)).isEqualTo(ours.formats());
    assertThat(media.getAttributes(false)).hasSize(ours.lines().size() - 1);
    assertThat(media.getAttribute("rtpmap")).isEqualTo(ours.attribute("rtpmap").orElseThrow());
    assertThat(theirs.toString()).isEqualTo(sdp.text());
  }

  @Test
  public void theJainParserReadsOurAnswers() throws Exception {
    Sdp offer =
        Sdp.of(
            OfferBuilder.build(spec().sdes("AEAD_AES_256_GCM").get(), PLACE, new SdpSession(1, 1)));
    Answer answer =
        AnswerBuilder.answer(offer, new MediaPlace("192.0.2.20", 32000), new SdpSession(2, 1));
    String text = ((Answer.Made) answer).sdp().text();
    assertThat(SdpFactory.getInstance().createSessionDescription(text).toString()).isEqualTo(text);
    assertThat(List.of(text.split("\r\n")))
        .anyMatch(l -> l.startsWith("a=crypto:1 AEAD_AES_256_GCM"));
  }
}
