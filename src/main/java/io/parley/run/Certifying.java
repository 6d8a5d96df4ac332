package io.parley.run;

import io.parley.certify.Campaign;
import io.parley.certify.Certificate;
import io.parley.certify.CertificateFiles;
import io.parley.certify.EvidenceSeal;
import io.parley.certify.Sbc;
import io.parley.certify.Subject;
import io.parley.model.Case;
import io.parley.model.Problem;
import io.parley.phone.Phone;
import io.parley.phone.Phones;
import io.parley.profile.Profiles;
import io.parley.result.CaseResult;
import io.parley.result.RunListener;
import io.parley.scenario.Loaded;
import io.parley.sip.SipMessage;
import io.parley.target.TargetPlan;
import io.parley.wire.Frame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Plays a phone at a target, by what is declared of it, and says what was shown. */
final class Certifying {
  /** What a desk phone's line is like most, of the profiles that an SBC may have. */
  private static final String USUAL = "sipconnect";

  /** More names than these would be made up for each call. */
  private static final int NAMES = 3;

  private final CertifyRequest request;
  private final Profiles profiles;
  private final TargetPlan plan;
  private final String version;

  Certifying(CertifyRequest request, Profiles profiles, TargetPlan plan, String version) {
    this.request = request;
    this.profiles = profiles;
    this.plan = plan;
    this.version = version;
  }

  /**
   * Plays everything that applies to the phone and writes the certificate.
   *
   * @throws UsageException before anything is sent: no such phone, no such profile
   */
  CertifyOutcome play(RunListener display, Consumer<String> progress, StopSwitch stop) {
    Problems problems = new Problems();
    Optional<String> farEnd = farEnd();
    Optional<Phone> phone = Phones.standard().find(request.phone(), problems.found());
    problems.raise();
    CaseLoading loading = new CaseLoading(selection(farEnd), profiles);
    Campaign campaign =
        Campaign.of(phone.orElseThrow(), farEnd.flatMap(profiles::get), problems.found());
    problems.raise();
    Loaded loaded = loading.folder(Campaign.FOLDER, campaign.given(), plan);
    List<Case> cases = campaign.applicable(loaded.cases());
    Instant started = Instant.now();
    Opening opening = new Opening(plan, profiles, Optional.empty(), false);
    try (Session session = opening.open(loaded.cases(), cases)) {
      if (request.check() && plan.foreign()) {
        new Checking(session.target(), session.players().usual()).briefly(cases, progress);
      }
      RunOutcome run =
          new Run(runRequest(farEnd), display, stop, version)
              .play(session, new Selected(cases, Optional.empty()));
      Sbc sbc =
          new Sbc(
              request.sbc().orElse(plan.name()),
              server(run.results()).or(session.target()::software),
              HostPort.of(session.target().address(farEnd)));
      Subject subject =
          new Subject(
              phone.get(),
              request.firmware(),
              Subject.Played.BY_PARLEY,
              sbc,
              farEnd,
              started,
              version);
      return outcome(
          new Certificate(subject, campaign.judge(run.results()), remarks(campaign, run)), run);
    }
  }

  private CertifyOutcome outcome(Certificate certificate, RunOutcome run) {
    EvidenceSeal seal = new CertificateFiles(request.output().folder()).write(certificate);
    return new CertifyOutcome(
        code(certificate, run),
        certificate,
        seal,
        run,
        request.output().folder().resolve(CertificateFiles.PAGE));
  }

  private ExitCode code(Certificate certificate, RunOutcome run) {
    if (run.code() == ExitCode.INTERRUPTED) {
      return run.code();
    }
    return switch (certificate.conclusion()) {
      case CERTIFIED -> ExitCode.PASSED;
      case WITH_RESERVATIONS -> request.strict() ? ExitCode.FAILED : ExitCode.PASSED;
      case NOT_CERTIFIED -> ExitCode.FAILED;
      case NOT_TESTED -> ExitCode.BROKEN;
    };
  }

  private static List<String> remarks(Campaign campaign, RunOutcome run) {
    List<String> out = new ArrayList<>(campaign.remarks());
    run.results().stream()
        .filter(r -> r.wentWrong() && r.played().scenario().category().isEmpty())
        .forEach(r -> out.add("besides, " + r.played() + " did not go well: see the report"));
    return out;
  }

  /** The far end named, else the usual one of the target. */
  private Optional<String> farEnd() {
    if (request.farEnd().isPresent()) {
      return request.farEnd();
    }
    return plan.profiles().contains(USUAL)
        ? Optional.of(USUAL)
        : plan.standardProfiles().stream().findFirst();
  }

  private static RunRequest.Selection selection(Optional<String> farEnd) {
    return new RunRequest.Selection(
        List.of(), farEnd.stream().toList(), List.of(), java.util.Map.of());
  }

  private RunRequest runRequest(Optional<String> farEnd) {
    return new RunRequest(
        selection(farEnd),
        request.target(),
        Optional.empty(),
        request.workers().isPresent() ? request.workers() : OptionalInt.empty(),
        false,
        request.check(),
        RunRequest.Repetition.NONE,
        request.output());
  }

  /** What the SBC called itself in its responses (RFC 3261 §20.35). */
  private static Optional<String> server(List<CaseResult> results) {
    String names =
        results.stream()
            .flatMap(r -> r.transcript().stream())
            .filter(e -> e.frame().way() == Frame.Way.IN && e.message().isResponse())
            .map(e -> e.message())
            .flatMap((SipMessage m) -> m.values("Server").stream())
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .distinct()
            .limit(NAMES)
            .collect(Collectors.joining("; "));
    return Optional.of(names).filter(n -> !n.isEmpty());
  }

  /** What is wrong with the files, told all at once. */
  private static final class Problems {
    private final io.parley.yaml.Problems found = new io.parley.yaml.Problems();

    io.parley.yaml.Problems found() {
      return found;
    }

    void raise() {
      if (!found.isEmpty()) {
        throw new UsageException(found.list().stream().map(Problem::toString).toList());
      }
    }
  }
}
