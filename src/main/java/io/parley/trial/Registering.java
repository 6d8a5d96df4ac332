package io.parley.trial;

import io.parley.result.CaseResult;
import io.parley.result.Recorder;
import io.parley.result.TranscriptEntry;
import io.parley.sip.SipMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the phone registers: asked for credentials, refreshed in time, taken back. */
final class Registering {
  static final String REGISTER = "register";
  static final String REFRESH = "register-refresh";
  static final String AWAY = "de-register";

  /** A phone that registers without end shall not fill the memory. */
  private static final int MOST = 200;

  private static final String RFC = "RFC 3261 §10.2";

  private final StepCase as;
  private final Recorder recorder = new Recorder();
  private final List<Sighting> sightings = new ArrayList<>();
  private Optional<SipMessage> asked = Optional.empty();
  private boolean challenged;
  private Optional<Binding> bound = Optional.empty();

  /**
   * A binding that was granted.
   *
   * @param until when it ends
   */
  private record Binding(String callId, long cseq, Instant until, long seconds) {}

  Registering(TrialSettings settings) {
    this.as = new StepCase(settings, REGISTER, "How the phone registers", 0);
  }

  /** Where the evidence is. */
  String folder() {
    return as.folder();
  }

  /** All of it for reports; empty where the phone never came. */
  Optional<CaseResult> result(Instant now) {
    List<TranscriptEntry> all = recorder.entries();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(as.result(all, sightings, all.get(0).frame().time(), now));
  }

  /** What a message of a registration shows. */
  List<Sighting> crossed(Crossed c) {
    if (recorder.entries().size() < MOST) {
      recorder.add(StepRun.ACTOR, c.frame(), c.message());
    }
    List<Sighting> out = shown(c);
    sightings.addAll(out);
    return out;
  }

  private List<Sighting> shown(Crossed c) {
    if (c.asks("REGISTER")) {
      asked = Optional.of(c.message());
      return List.of();
    }
    boolean ours = asked.isPresent() && asked.get().callId().equals(c.message().callId());
    if (!ours || !c.isOurs("REGISTER", 200, 699)) {
      return List.of();
    }
    return answered(c.message(), c.frame().time());
  }

  private List<Sighting> answered(SipMessage response, Instant now) {
    int status = response.status().orElse(0);
    SipMessage request = asked.orElseThrow();
    if (status == 401) {
      boolean again = challenged && request.first("Authorization").isPresent();
      challenged = true;
      return again
          ? List.of(sighting(REGISTER, false, "the user name and password", "wrong credentials"))
          : List.of();
    }
    if (status >= 300) {
      return List.of(
          sighting(
              REGISTER, false, "a REGISTER that is taken", "refused: " + response.startLine()));
    }
    return isAway(request) ? away() : granted(request, response, now);
  }

  static boolean isAway(SipMessage request) {
    boolean header = request.first("Expires").filter("0"::equals).isPresent();
    return !request.list("Contact").isEmpty()
        && request.list("Contact").stream()
            .allMatch(c -> DeclaredHeaders.parameter(c, "expires").map("0"::equals).orElse(header));
  }

  private List<Sighting> away() {
    bound = Optional.empty();
    return List.of(sighting(AWAY, true, "a REGISTER with Expires 0", "it takes its address back"));
  }

  private List<Sighting> granted(SipMessage request, SipMessage response, Instant now) {
    List<Sighting> out = new ArrayList<>();
    bound.ifPresentOrElse(
        b -> out.addAll(refreshed(b, request, now)),
        () ->
            out.add(
                sighting(
                    REGISTER,
                    challenged,
                    "REGISTER, 401, REGISTER with credentials, 200",
                    challenged ? "all of it" : "it was never asked")));
    long seconds =
        response.list("Contact").stream()
            .flatMap(c -> DeclaredHeaders.parameter(c, "expires").stream())
            .filter(e -> e.matches("\\d{1,9}"))
            .mapToLong(Long::parseLong)
            .max()
            .orElse(0);
    if (seconds > 0) {
      Instant until = now.plusSeconds(seconds);
      bound = Optional.of(new Binding(request.callId(), request.cseq().orElse(0), until, seconds));
    }
    return out;
  }

  private static List<Sighting> refreshed(Binding before, SipMessage request, Instant now) {
    String expected =
        "a REGISTER in time for the " + before.seconds() + " s granted, same Call-ID, higher CSeq";
    boolean same = request.callId().equals(before.callId());
    boolean higher = !same || request.cseq().orElse(0) > before.cseq();
    boolean timely = now.isBefore(before.until());
    String found =
        !timely
            ? "it came too late"
            : !same ? "another Call-ID" : higher ? "all of it" : "CSeq does not grow";
    return List.of(sighting(REFRESH, timely && same && higher, expected, found));
  }

  /** What time shows: a binding that ran out. */
  List<Sighting> at(Instant now) {
    Optional<Binding> late = bound.filter(b -> now.isAfter(b.until().plus(Duration.ofSeconds(1))));
    late.ifPresent(b -> bound = Optional.empty());
    return late
        .map(
            b ->
                sighting(
                    REFRESH,
                    false,
                    "a REGISTER within the " + b.seconds() + " s granted",
                    "none came"))
        .stream()
        .toList();
  }

  private static Sighting sighting(String id, boolean holds, String expected, String found) {
    return Sighting.by(RFC, id, holds, expected, found);
  }
}
