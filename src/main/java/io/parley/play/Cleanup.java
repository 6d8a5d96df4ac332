package io.parley.play;

import io.parley.model.Finding;
import io.parley.play.agent.Event;
import io.parley.play.agent.Mailbox;
import io.parley.play.agent.Party;
import io.parley.play.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Leaves the wire clean after every outcome: an early dialog is CANCELled, an answered one ACKed
 * and BYEd, a call nobody answered is refused; and says whether the target confirmed. The caller
 * lets go first, so that the SBC has to release the far leg itself.
 */
final class Cleanup {
  private static final Duration LONGEST = Duration.ofSeconds(4);

  /** How often to look whether a wait that no event ends is over. */
  private static final Duration STEP = Duration.ofMillis(100);

  private final Collection<Party> parties;
  private final Mailbox mailbox;
  private final Consumer<Event.Arrived> automatic;
  private final List<Finding> findings;
  private final Duration patience;
  private final List<String> done = new ArrayList<>();

  Cleanup(
      Stage stage,
      Collection<Party> parties,
      Mailbox mailbox,
      Consumer<Event.Arrived> automatic,
      List<Finding> findings) {
    this.parties = parties;
    this.mailbox = mailbox;
    this.automatic = automatic;
    this.findings = findings;
    Duration response = stage.target().timers().response();
    this.patience = response.compareTo(LONGEST) < 0 ? response : LONGEST;
  }

  /** Cleans up; what was done, in words, or empty when there was nothing to do. */
  Optional<String> run() throws InterruptedException {
    drain();
    Instant half = Instant.now().plus(patience.dividedBy(2));
    release(true);
    waitUntil(half, true);
    if (!settled()) {
      release(false);
      waitUntil(half.plus(patience.dividedBy(2)), false);
    }
    for (Party party : parties) {
      party.debt().ifPresent(debt -> findings.add(debt.finding(party.last().place())));
    }
    return summary();
  }

  private void release(boolean callers) {
    for (Party party : parties) {
      if (party.isCaller() == callers || !callers) {
        party.agent().reflexes().hangUp().release().ifPresent(done::add);
      }
    }
  }

  private void waitUntil(Instant deadline, boolean callersOnly) throws InterruptedException {
    Instant began = Instant.now();
    while (!settled()) {
      Instant now = Instant.now();
      Instant end = deadline.plus(mailbox.lateness().grace(began));
      if (!end.isAfter(now)) {
        return;
      }
      Instant soon = now.plus(STEP);
      Event event = mailbox.until(soon.isBefore(end) ? soon : end);
      if (event != null) {
        take(event);
        release(callersOnly);
      }
    }
  }

  /** What has already arrived counts before anything is decided. */
  private void drain() {
    for (Event event = mailbox.next(); event != null; event = mailbox.next()) {
      take(event);
    }
  }

  private void take(Event event) {
    if (event instanceof Event.Arrived arrived) {
      automatic.accept(arrived);
    } else if (event instanceof Event.Acknowledged acknowledged) {
      acknowledged.party().agent().acknowledged(acknowledged.ack());
    } else if (event instanceof Event.Failed failed) {
      failed.party().noteFailure(failed.reason());
    }
  }

  private boolean settled() {
    return parties.stream().allMatch(p -> p.leg().isClear());
  }

  private Optional<String> summary() {
    return done.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", done));
  }
}
