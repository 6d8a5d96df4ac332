package io.parley.play;

import io.parley.dns.Location;
import io.parley.model.Actor;
import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Link;
import io.parley.model.SendStep;
import io.parley.model.Step;
import io.parley.play.stage.Correlator;
import io.parley.play.stage.Limiter;
import io.parley.play.stage.NumberPool;
import io.parley.play.stage.Numbering;
import io.parley.play.stage.Stage;
import io.parley.sip.SipMessage;
import io.parley.target.DialRule;
import io.parley.wire.TlsVersions;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** Whether a case may be played at the target at all. Thread-safe: it only reads. */
final class Admission {
  private final Stage stage;
  private final NumberPool numbers;
  private final Limiter limiter;

  Admission(Stage stage, NumberPool numbers, Limiter limiter) {
    this.stage = stage;
    this.numbers = numbers;
    this.limiter = limiter;
  }

  /**
   * What needs TLS is not played where there is none, nor a scripted far end where that is not
   * ours, nor what needs more numbers or calls than there are.
   */
  Optional<String> beyond(Case of) {
    if (of.scenario().playsFarEnd() && !stage.playsFarEnd()) {
      return Optional.of(
          "it scripts the far end, and the far end of the target is not Parley's (played-by: parley)");
    }
    boolean secure =
        of.scenario().actors().values().stream()
            .anyMatch(a -> a.transport().filter("tls"::equals).isPresent());
    if (secure && stage.target().tls().isEmpty()) {
      return Optional.of("the target does not serve tls (its transports do not name it)");
    }
    Optional<String> without =
        of.scenario().actors().values().stream()
            .flatMap(a -> a.link().certificate().stream())
            .filter(c -> c != Link.Certificate.NONE && stage.target().faulty(c).isEmpty())
            .findFirst()
            .map(c -> "we have no certificate (" + c + ") that this target's authority signed");
    return without
        .or(() -> otherVersion(of))
        .or(() -> noOtherAddress(of))
        .or(() -> otherFamily(of))
        .or(
            () ->
                numbers.objection(
                    Numbering.needed(of.scenario()), Numbering.redundant(of.scenario())))
        .or(() -> limiter.objection(Numbering.calls(of.scenario())));
  }

  private static Optional<String> otherVersion(Case of) {
    return of.scenario().actors().values().stream()
        .flatMap(a -> a.link().tls().stream())
        .filter(v -> !TlsVersions.isSpoken(v.toString()))
        .findFirst()
        .map(v -> "this Java runtime does not speak " + v);
  }

  private Optional<String> noOtherAddress(Case of) {
    boolean asked =
        of.scenario().actors().values().stream()
            .anyMatch(a -> a.link().bind() == Link.Bind.UNLISTED);
    return asked && stage.target().unlisted().isEmpty()
        ? Optional.of(
            "no address of ours is known that the target does not let in (local: { unlisted: … })")
        : Optional.empty();
  }

  private Optional<String> otherFamily(Case of) {
    InetSocketAddress address = stage.target().address(of.id().profile());
    if (address.isUnresolved()) {
      return Optional.empty();
    }
    Link.Family reached = Link.Family.of(address.getAddress());
    return of.scenario().actors().values().stream()
        .flatMap(a -> a.link().family().stream())
        .filter(f -> f != reached)
        .findFirst()
        .map(f -> "the target is reached over " + reached + ", not over " + f);
  }

  /** Why a case must not, or cannot, be sent anywhere. */
  Optional<Finding> refused(Case of) {
    return forbidden(of).or(() -> unknown(of));
  }

  /** Where nobody knows the target's name nothing can be sent. */
  private Optional<Finding> unknown(Case of) {
    Optional<String> profile = of.id().profile();
    if (!stage.target().address(profile).isUnresolved()) {
      return Optional.empty();
    }
    String story = stage.target().location(profile).map(Location::story).orElse("");
    String host = stage.target().address(profile).getHostString();
    return Optional.of(
        Finding.of(
            FindingKind.UNREACHABLE,
            of.scenario().at(),
            "the address of " + host,
            "nobody knows the name: " + story));
  }

  /** A number the limits do not allow is not dialled. */
  private Optional<Finding> forbidden(Case of) {
    for (Step step : of.scenario().steps()) {
      for (String number : dialled(step, of)) {
        Optional<String> why = DialRule.objection(stage.target().limits(), number);
        if (why.isPresent()) {
          return Optional.of(
              Finding.of(FindingKind.LIMIT, step.at(), "a number that may be dialled", why.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** The numbers a step would dial; the leased one stands for its whole pool. */
  private List<String> dialled(Step step, Case of) {
    if (step instanceof SendStep.Raw raw) {
      SipMessage message = SipMessage.of(raw.message().content());
      return message.method().equals("INVITE")
          ? List.of(Correlator.user(message.requestUri()))
          : List.of();
    }
    if (!(step instanceof SendStep.Request send) || !send.method().equals("INVITE")) {
      return List.of();
    }
    String leased = stage.target().numbers().getOrDefault("callee", "");
    String to =
        send.to()
            .flatMap(
                t ->
                    Optional.ofNullable(of.scenario().actors().get(t))
                        .flatMap(Actor::number)
                        .or(() -> Optional.of(t)))
            .filter(t -> !of.scenario().actors().containsKey(t))
            .orElse(leased);
    String number = Correlator.user(to.replace("${numbers.callee}", leased));
    return number.isEmpty() ? List.of() : List.of(number);
  }
}
