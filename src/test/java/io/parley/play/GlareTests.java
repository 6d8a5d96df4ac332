package io.parley.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.model.Case;
import io.parley.model.OfferSpec;
import io.parley.model.SendStep;
import io.parley.model.Step;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.OfferBuilder;
import io.parley.sdp.SdpSession;
import io.parley.sdp.Specs;
import io.parley.sip.Arrival;
import io.parley.sip.Dialog;
import io.parley.sip.ResponseBuilder;
import io.parley.sip.SipEndpoint;
import io.parley.sip.SipMessage;
import io.parley.wire.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.testng.annotations.Test;

/** What our caller does by itself at a target that crosses it, on real sockets. */
public class GlareTests {
  private static final OfferSpec OFFER = Specs.spec().codecs("PCMA").get();
  private static final byte[] SDP =
      OfferBuilder.build(OFFER, new MediaPlace("127.0.3.7", 40000), SdpSession.fresh());

  @Test
  public void anOfferAgainstOursIsRefusedWith491() {
    Ringing target =
        new Ringing() {
          @Override
          void invited(Arrival invite) {
            ringing(invite, "b", 0);
            ask("UPDATE", invite, SDP);
          }
        };
    play(target, TestCases.receive("caller", 180), TestCases.receive("caller", "UPDATE"), ok());
    assertThat(target.answers).extracting(m -> m.status().orElse(0)).containsOnly(491);
  }

  @Test
  public void aReinviteWhileOursIsPendingIsRefusedWith491() {
    Ringing target =
        new Ringing() {
          @Override
          void invited(Arrival invite) {
            ringing(invite, "b", 0);
            ask("INVITE", invite, SDP);
          }
        };
    play(target, TestCases.receive("caller", 180), TestCases.receive("caller", "INVITE"), ok());
    assertThat(target.answers).extracting(m -> m.status().orElse(0)).containsOnly(491);
  }

  @Test
  public void anUpdateWithoutAnOfferCrossesNothing() {
    Ringing target =
        new Ringing() {
          @Override
          void invited(Arrival invite) {
            ringing(invite, "b", 0);
            ask("UPDATE", invite, new byte[0]);
          }
        };
    play(target, TestCases.receive("caller", 180), TestCases.receive("caller", "UPDATE"), ok());
    assertThat(target.answers).extracting(m -> m.status().orElse(0)).containsExactly(200);
    assertThat(target.answers.get(0).body()).isEmpty();
  }

  @Test
  public void onlyWhatIsInOrderIsAcknowledged() {
    Ringing target =
        new Ringing() {
          @Override
          void invited(Arrival invite) {
            ringing(invite, "b", 5);
            ringing(invite, "b", 7);
            ringing(invite, "c", 900);
            ringing(invite, "b", 6);
          }

          @Override
          void pracked(SipMessage prack) {
            if (pracks.size() == 3) {
              answer();
            }
          }
        };
    CaseResult result = play(target, TestCases.receive("caller", 200));
    assertThat(result.findings()).isEmpty();
    assertThat(target.pracks)
        .extracting(m -> m.first("RAck").orElse(""))
        .containsExactly("5 1 INVITE", "900 1 INVITE", "6 1 INVITE");
    assertThat(target.pracks).extracting(m -> m.toTag().orElse("")).containsExactly("b", "c", "b");
  }

  private static Step invite() {
    return new SendStep.Request(
        TestCases.AT,
        "caller",
        "INVITE",
        Optional.empty(),
        Optional.of(OFFER),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Step ok() {
    return TestCases.receive("caller", 200);
  }

  private static CaseResult play(Ringing behaviour, Step... after) {
    List<Step> steps = new ArrayList<>(List.of(invite()));
    steps.addAll(List.of(after));
    Case of = TestCases.script("glare", steps);
    CaseResult result = FakeTarget.play(behaviour, of);
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    return result;
  }

  /** Rings, does something odd, and answers once that was answered. */
  private abstract static class Ringing implements BiConsumer<SipEndpoint, Arrival> {
    final List<SipMessage> answers = new ArrayList<>();
    final List<SipMessage> pracks = new ArrayList<>();
    private SipEndpoint endpoint;
    private Arrival invite;
    private boolean answered;

    abstract void invited(Arrival arrival);

    void pracked(SipMessage prack) {}

    @Override
    public void accept(SipEndpoint at, Arrival a) {
      SipMessage m = a.message();
      endpoint = at;
      if (m.isResponse()) {
        answers.add(m);
        if (!answered) {
          answered = true;
          answer();
        }
      } else if (m.method().equals("INVITE") && invite == null) {
        invite = a;
        invited(a);
      } else if (m.method().equals("PRACK")) {
        boolean again = pracks.stream().anyMatch(p -> p.branch().equals(m.branch()));
        at.respond(a, ResponseBuilder.to(a, 200).build());
        if (!again) {
          pracks.add(m);
          pracked(m);
        }
      } else if (m.method().equals("BYE")) {
        at.respond(a, ResponseBuilder.to(a, 200).build());
      }
    }

    void ringing(Arrival to, String tag, long rseq) {
      ResponseBuilder out = ResponseBuilder.to(to, 180).toTag(tag).contact(contact());
      if (rseq > 0) {
        out.header("Require", "100rel").header("RSeq", Long.toString(rseq));
      }
      endpoint.respond(to, out.build());
    }

    void ask(String method, Arrival to, byte[] sdp) {
      SipMessage ringing = ResponseBuilder.to(to, 180).toTag("b").contact(contact()).build();
      var out =
          Dialog.uas(to.message(), ringing)
              .request(method)
              .via(Transport.UDP, endpoint.address())
              .contact(contact());
      if (sdp.length > 0) {
        out.body("application/sdp", sdp);
      }
      endpoint.sendStateless(
          out.build().bytes(), to.frame().flow().transport(), to.frame().flow().remote());
    }

    void answer() {
      endpoint.respond(
          invite,
          ResponseBuilder.to(invite, 200)
              .toTag("b")
              .contact(contact())
              .body("application/sdp", SDP)
              .build());
    }

    private String contact() {
      return "<sip:x@127.0.3.7:" + endpoint.address().getPort() + ">";
    }
  }
}
