package io.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.run.ExitCode;
import io.parley.run.ServeOutcome;
import io.parley.serve.ServedCall;
import io.parley.wire.Transport;
import java.net.Socket;
import java.util.Random;
import org.testng.annotations.Test;

/** Peers that misbehave do not keep a served far end from the calls of others. */
public class ServeSickPeerTests {
  private static void goodCallIsTaken(ServedFarEnd farEnd) throws Exception {
    try (SickPeer good = SickPeer.of(farEnd)) {
      String taken = good.persist(good.invite("good"), "SIP/2.0 200");
      assertThat(farEnd.ruling(c -> c.flow().remote().getPort() == good.port()).accepted())
          .isTrue();
      good.hangUp("good", taken);
    }
  }

  @Test
  public void noiseOverUdpAndConnectionsThatSayNothing() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("sipconnect", Transport.UDP, Transport.TCP);
        SickPeer sick = SickPeer.of(farEnd)) {
      Random random = new Random(7);
      for (int i = 0; i < 500; i++) {
        byte[] noise = new byte[random.nextInt(1400)];
        random.nextBytes(noise);
        sick.send(noise);
      }
      try (Socket silent = new Socket(farEnd.address().getAddress(), farEnd.address().getPort());
          Socket endless = new Socket(farEnd.address().getAddress(), farEnd.address().getPort())) {
        endless.getOutputStream().write("INVITE sip:a@b SIP/2.0\r\nX: ".getBytes());
        endless.getOutputStream().write(new byte[20_000]);
        goodCallIsTaken(farEnd);
        assertThat(silent.isConnected()).isTrue();
      }
    }
  }

  @Test
  public void aMalformedInviteIsToldAndRefused() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("sipconnect", Transport.UDP);
        SickPeer sick = SickPeer.of(farEnd)) {
      sick.send(sick.invite("sick").replace("CSeq: 1 INVITE", "CSeq: one"));
      sick.send(SickPeer.ack(sick.invite("sick"), sick.next("SIP/2.0 400")));
      ServedCall call = farEnd.ruling(c -> true);
      assertThat(call.objections().get(0).rule()).isEqualTo("request-malformed");
      goodCallIsTaken(farEnd);
    }
  }

  @Test
  public void anExtensionThatIsNotKnownIsToldAndRefused() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("sipconnect", Transport.UDP);
        SickPeer sick = SickPeer.of(farEnd)) {
      String invite = sick.invite("require", "Require: unheard-of\r\n", SickPeer.SDP);
      sick.send(invite);
      sick.send(SickPeer.ack(invite, sick.next("SIP/2.0 420")));
      ServedCall call = farEnd.ruling(c -> true);
      assertThat(call.status()).isEqualTo(420);
      assertThat(call.notes().toString()).contains("requires unheard-of");
    }
  }

  /** Never acknowledged, never hung up: the calls are ended with the serving, and reported. */
  @Test
  public void callersThatVanishAreReported() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("sipconnect", Transport.UDP)) {
      try (SickPeer sick = SickPeer.of(farEnd)) {
        for (int i = 0; i < 20; i++) {
          sick.send(sick.invite("gone-" + i));
          farEnd.ruling(c -> true);
        }
      }
      ServeOutcome outcome = farEnd.stopped();
      assertThat(outcome.calls()).isEqualTo(20);
      assertThat(outcome.good()).isZero();
      assertThat(farEnd.report("evidence/call-00001@sipconnect/findings.txt"))
          .contains("an ACK to the 200");
    }
  }

  /** Each is answered; what is told and kept of them has an end. */
  @Test
  public void aStormOfReInvitesIsOneCallOfBoundedSize() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("sipconnect", Transport.UDP);
        SickPeer sick = SickPeer.of(farEnd)) {
      sick.send(sick.invite("storm"));
      String tag = sick.next("SIP/2.0 200").replaceAll("(?s).*\r\nTo:[^\r]*;tag=(\\w+).*", "$1");
      for (int i = 2; i <= 300; i++) {
        String again =
            sick.invite("storm")
                .replace("z9hG4bK-storm", "z9hG4bK-storm-" + i)
                .replace("<sip:+15550100000@127.0.0.1>", "<sip:+15550100000@127.0.0.1>;tag=" + tag)
                .replace("CSeq: 1 ", "CSeq: " + i + " ");
        String ack = again.replace(i + " INVITE", i + " ACK").replaceFirst("INVITE", "ACK");
        sick.send(again);
        sick.next("SIP/2.0 200");
        sick.send(ack.replace("z9hG4bK-", "z9hG4bK-ack-"));
      }
      assertThat(farEnd.waiting()).isLessThanOrEqualTo(50);
      goodCallIsTaken(farEnd);
      assertThat(farEnd.stopped().calls()).isEqualTo(2);
      String findings = farEnd.report("evidence/call-00001@sipconnect/findings.txt");
      assertThat(findings).contains("further messages are left out", "250 further requests");
    }
  }

  @Test
  public void aFloodOfOptionsKeepsNobodyFromCalling() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("sipconnect", Transport.UDP);
        SickPeer sick = SickPeer.of(farEnd)) {
      for (int i = 0; i < 15_000; i++) {
        sick.send(sick.options("o" + i));
      }
      goodCallIsTaken(farEnd);
    }
  }

  @Test
  public void aRetransmittedInviteIsOneCall() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("teams-direct-routing", Transport.UDP);
        SickPeer sick = SickPeer.of(farEnd)) {
      String refused = "";
      for (int i = 0; i < 3; i++) {
        sick.send(sick.invite("again"));
        refused = sick.next("SIP/2.0 488");
      }
      sick.send(SickPeer.ack(sick.invite("again"), refused));
      ServeOutcome outcome = farEnd.stopped();
      assertThat(outcome.calls()).isEqualTo(1);
    }
  }

  /** A far end that knows an SBC by its name does not see an OPTIONS without one. */
  @Test
  public void refusedOptionsAreToldAndReported() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("teams-direct-routing", Transport.UDP);
        SickPeer peer = SickPeer.of(farEnd)) {
      String options =
          peer.options("o").replaceFirst("Contact: [^\r]*", "Contact: <sip:192.0.2.1>");
      peer.persist(options, "SIP/2.0 403");
      assertThat(farEnd.refusedOptions().objections().get(0).rule())
          .isEqualTo("contact-is-address");
      ServeOutcome outcome = farEnd.stopped();
      assertThat(outcome.calls()).isZero();
      assertThat(outcome.missed()).isEqualTo(1);
      assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
      assertThat(farEnd.report("evidence/options-00001@teams-direct-routing/findings.txt"))
          .contains("contact-is-address", "192.0.2.1", "FQDN");
    }
  }

  @Test
  public void optionsAreAnsweredAndCounted() throws Exception {
    try (ServedFarEnd farEnd = ServedFarEnd.open("sipconnect", Transport.UDP);
        SickPeer peer = SickPeer.of(farEnd)) {
      peer.send(peer.options("o"));
      peer.next("SIP/2.0 200");
      assertThat(farEnd.stopped().options()).isEqualTo(1);
    }
  }
}
