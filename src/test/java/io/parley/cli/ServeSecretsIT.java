package io.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.Scratch;
import io.parley.peer.OwnPlace;
import io.parley.peer.SickPeer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.Test;

/**
 * Callers and phones hand their secrets to a far end that is served: keys, digests, passwords. None
 * is in anything that is written or printed.
 */
public class ServeSecretsIT {
  private static final String KEY = "d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj";
  private static final String SHORT_KEY = "c2hvcnQta2V5LW9mLXRoZS1jYWxsZXI";
  private static final String ICE = "asd88fgpdd777uzjYhagZg";
  private static final String DIGEST = "6629fae49393a05397450978507c4ef1";
  private static final String PASSWORD = "wonder-land_77";
  private static final String OLD_KEY = "oldKeyOfRfc4566";
  private static final List<String> SECRETS =
      List.of(KEY, SHORT_KEY, ICE, DIGEST, PASSWORD, OLD_KEY);

  private static final String AUTHORIZATION =
      "Authorization: Digest username=\"alice\",realm=\"lab\",nonce=\"1\",uri=\"sip:a\",response=\""
          + DIGEST
          + "\"\r\nProxy-Authorization: Digest username=\"alice\",realm=\"lab\",nonce=\"1\","
          + "uri=\"sip:a\",response=\""
          + DIGEST
          + "\"\r\n";

  /** A key that is good, one that is too short (which a rule quotes), and others. */
  private static final String SDP =
      SickPeer.SDP.replace("RTP/AVP", "RTP/SAVP")
          + "a=crypto:1 AES_CM_128_HMAC_SHA1_32 inline:"
          + KEY
          + "|2^31\r\na=crypto:2 AES_CM_128_HMAC_SHA1_80 inline:"
          + SHORT_KEY
          + "\r\nk=base64:"
          + OLD_KEY
          + "\r\na=ice-ufrag:abcd\r\na=ice-pwd:"
          + ICE
          + "\r\n";

  private static String invite(SickPeer peer, String callId) {
    return peer.invite(callId, AUTHORIZATION, SDP)
        .replace("<sip:+15550190000@", "<sip:+15550190000:" + PASSWORD + "@");
  }

  private record Served(Path folder, ParleyProcess.Ended ended) {
    Artefacts artefacts() {
      return Artefacts.of(folder).with("stdout", ended.out()).with("stderr", ended.err());
    }
  }

  private static Served serve(String... more) throws Exception {
    Path folder = Scratch.folder("serve-secrets-");
    InetSocketAddress at = OwnPlace.next();
    List<String> arguments = new ArrayList<>(List.of("serve", "--evidence", "all", "--listen"));
    arguments.add("udp:" + at.getAddress().getHostAddress() + ":" + at.getPort());
    arguments.addAll(List.of(more));
    ParleyProcess process = ParleyProcess.start(folder, arguments.toArray(String[]::new));
    process.awaitOutput("serving");
    try (SickPeer peer = SickPeer.of(at)) {
      peer.persist(invite(peer, "first"), "SIP/2.0 ");
      peer.persist(invite(peer, "first").replace("INVITE", "REGISTER"), "SIP/2.0 ");
      peer.persist(
          invite(peer, "none").replace("+1555010", "1").replace("IP4 127", "IP9 127"), "SIP/2.0 ");
    }
    process.signal("INT");
    return new Served(folder, process.ended());
  }

  private static void assertNone(Artefacts all) {
    assertThat(all.holding("xxxxxxxx")).as("there were some").isNotEmpty();
    for (String secret : SECRETS) {
      assertThat(all.holding(secret)).as(secret).isEmpty();
    }
  }

  @Test
  public void aFarEndThatRefusesKeepsThem() throws Exception {
    assertNone(serve("--as", "teams-media-bypass").artefacts());
  }

  @Test
  public void aFarEndThatTakesTheCallKeepsThem() throws Exception {
    assertNone(serve("--as", "sipconnect").artefacts());
  }

  @Test
  public void theTrialOfAPhoneKeepsThem() throws Exception {
    assertNone(serve("--certify", "baresip", "--srtp", "mandatory").artefacts());
  }

  @Test
  public void theSameSearchFindsThemWhereTheyAreLeft() throws Exception {
    Artefacts all = serve("--as", "teams-media-bypass", "--keep-secrets").artefacts();
    assertThat(SECRETS).allSatisfy(s -> assertThat(all.holding(s)).as(s).isNotEmpty());
    assertThat(all.holding(KEY)).anyMatch(n -> n.endsWith("call.pcap"));
  }
}
