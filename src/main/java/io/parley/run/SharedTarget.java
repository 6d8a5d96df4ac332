package io.parley.run;

import io.parley.model.Case;
import io.parley.report.Secrets;
import io.parley.result.CaseResult;
import io.parley.wire.Transport;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A target that is open for all test classes that ask for the same. */
final class SharedTarget {
  private static final Clock CLOCK = Clock.systemUTC();

  /**
   * What has to be the same for two classes to share a target.
   *
   * @param target as the class names it
   * @param transport what calls use that name none
   * @param strictInferred whether expectations known by inference fail
   * @param secrets what is masked
   * @param secure whether certificates are wanted
   * @param ipv6 whether the way over IPv6 is wanted
   * @param folder where its evidence goes
   */
  record Key(
      String target,
      Optional<Transport> transport,
      boolean strictInferred,
      Secrets secrets,
      boolean secure,
      boolean ipv6,
      Path folder) {

    static Key of(Scenarios wanted, Opening opening, List<Case> cases) {
      return new Key(
          wanted.target(),
          wanted.transport(),
          wanted.strictInferred(),
          wanted.secrets(),
          opening.secure(cases),
          Opening.overIpv6(cases),
          wanted.output());
    }
  }

  private final Session session;
  private final List<Case> known;
  private final ForeignReports reports;
  private final CasePlayer player;

  private SharedTarget(Session session, List<Case> known, ForeignReports reports) {
    this.session = session;
    this.known = known;
    this.reports = reports;
    StopSwitch stop = new StopSwitch();
    this.player = new CasePlayer(session.playing(stop), reports, stop, Optional.empty(), CLOCK);
  }

  /**
   * Makes a target ready and begins its evidence.
   *
   * @param folder where the evidence goes
   * @throws UsageException before anything is sent
   * @throws io.parley.target.TargetUnavailableException when the target cannot be made ready
   */
  static SharedTarget open(Scenarios wanted, Opening opening, List<Case> cases, Path folder) {
    List<Case> known = new CopyOnWriteArrayList<>();
    Session session = opening.open(known, cases);
    ForeignReports reports =
        new ForeignReports(folder, wanted.secrets().knowing(session.passwords()));
    reports.runStarted(
        session.info(Version.text(), CLOCK.instant()).labels(wanted.labels()).build());
    return new SharedTarget(session, known, reports);
  }

  /**
   * The tests of one class.
   *
   * @param all every case loaded, so that a control that is a scenario can be found
   * @param selected those to play
   */
  List<ScenarioCase> cases(List<Case> all, List<Case> selected) {
    known.addAll(all);
    return Opening.judgeable(selected, session.target()::cannotJudge).stream()
        .map(c -> new ScenarioCase(c.toString(), () -> play(c)))
        .toList();
  }

  private void play(Case due) {
    CaseOutcome.raise(player.apply(due), reports::text);
  }

  /**
   * Closes the target and our endpoints, and ends the evidence.
   *
   * @return what arrived after its case had ended, in full
   */
  List<CaseText> close() {
    try {
      List<CaseResult> late = session.players().finish();
      late.forEach(reports::caseFinished);
      reports.runFinished(false);
      return late.stream().map(reports::text).toList();
    } finally {
      session.close();
    }
  }
}
