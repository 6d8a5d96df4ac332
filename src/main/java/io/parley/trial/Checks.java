package io.parley.trial;

import io.parley.model.CodecSpec;
import io.parley.model.Direction;
import io.parley.sdp.AnswerJudge;
import io.parley.sdp.Media;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpSession;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is looked at in steps, each a duty of a user agent by its RFC. */
final class Checks {
  private Checks() {}

  /** Its answer to our INVITE (RFC 3264 §6, RFC 4568 §5.1). */
  static List<Sighting> answer(StepTrace trace) {
    Optional<Crossed> invite = trace.ours();
    Optional<Crossed> answer = invite.flatMap(trace::answer);
    Optional<Sdp> offer = invite.flatMap(i -> StepTrace.sdp(i.message()));
    if (offer.isEmpty() || answer.isEmpty() || answer.get().message().status().orElse(0) >= 300) {
      return List.of();
    }
    return answered(trace, offer.get(), answer.get());
  }

  private static List<Sighting> answered(StepTrace trace, Sdp offer, Crossed answer) {
    Optional<Sdp> sdp = StepTrace.sdp(answer.message());
    return AnswerJudge.judge(offer, sdp).stream()
        .filter(v -> v.binding())
        .map(
            v ->
                Sighting.by("RFC 3264", trace.step(), false, v.expected(), v.actual())
                    .shownBy(sdp.flatMap(s -> line(s, v.answerLine()))))
        .toList();
  }

  private static Optional<String> line(Sdp sdp, int number) {
    return sdp.lines().stream().filter(l -> l.number() == number).map(l -> l.text()).findFirst();
  }

  /** Its answers to our re-INVITEs in the call. */
  static List<Sighting> changesAnswered(StepTrace trace) {
    return trace.changes().stream()
        .flatMap(
            change -> {
              Optional<Sdp> offer = StepTrace.sdp(change.message());
              Optional<Crossed> answer =
                  trace.answer(change).filter(a -> a.message().status().orElse(0) < 300);
              return offer.isPresent() && answer.isPresent()
                  ? answered(trace, offer.get(), answer.get()).stream()
                  : Stream.of(
                      Sighting.by(
                          "RFC 3261 §14.2",
                          trace.step(),
                          false,
                          "200 to our re-INVITE",
                          trace
                              .answer(change)
                              .map(a -> a.message().startLine())
                              .orElse("no answer")));
            })
        .toList();
  }

  /** Each description of its own: same session, a version one higher (RFC 3264 §8). */
  static List<Sighting> versions(StepTrace trace) {
    Optional<SdpSession> last = Optional.empty();
    Optional<String> before = Optional.empty();
    for (Crossed c : trace.every(c -> c.asks("INVITE"))) {
      Optional<Sdp> sdp = StepTrace.sdp(c.message());
      Optional<SdpSession> now = sdp.flatMap(Sdp::origin);
      boolean same = before.equals(sdp.map(Sdp::text));
      if (last.isPresent() && now.isPresent() && !same && !follows(last.get(), now.get())) {
        String expected = "o= with id " + last.get().id() + " and version " + next(last.get());
        String found = "id " + now.get().id() + " and version " + now.get().version();
        return List.of(
            Sighting.by("RFC 3264 §8", trace.step(), false, expected, found)
                .shownBy(sdp.flatMap(Checks::origin)));
      }
      last = now;
      before = sdp.map(Sdp::text);
    }
    return List.of();
  }

  private static long next(SdpSession session) {
    return session.version() + 1;
  }

  private static boolean follows(SdpSession last, SdpSession now) {
    return now.id() == last.id() && now.version() == next(last);
  }

  private static Optional<String> origin(Sdp sdp) {
    return sdp.sessionLines().stream().filter(l -> l.type() == 'o').map(l -> l.text()).findFirst();
  }

  /** Whether a message carries such a direction for its audio. */
  static Predicate<Crossed> directed(Direction... directions) {
    return c ->
        StepTrace.sdp(c.message())
            .flatMap(Sdp::audio)
            .filter(
                a ->
                    List.of(directions).contains(a.direction())
                        || a.isBlackhole() && List.of(directions).contains(Direction.SENDONLY))
            .isPresent();
  }

  /** A codec alone: it is in the phone's own description. */
  static Step.Check offers(CodecSpec codec) {
    return trace ->
        trace
            .dialled()
            .flatMap(c -> StepTrace.sdp(c.message()))
            .flatMap(Sdp::audio)
            .filter(a -> a.codecs().stream().noneMatch(c -> c.fits(codec)))
            .map(a -> missing(trace, codec, a))
            .stream()
            .toList();
  }

  private static Sighting missing(StepTrace trace, CodecSpec codec, Media audio) {
    String found = String.join(", ", audio.codecs().stream().map(Object::toString).toList());
    return Sighting.by(
            "its data sheet", trace.step(), false, codec + " in its offer", "only " + found)
        .shownBy(Optional.of(audio.line().text()));
  }

  /** A REFER names whom to call, and its NOTIFYs are answered (RFC 3515 §2.4). */
  static List<Sighting> transfer(StepTrace trace) {
    Optional<Crossed> refer = trace.first(c -> c.asks("REFER"));
    if (refer.isEmpty()) {
      return List.of();
    }
    boolean named = refer.get().message().first("Refer-To").isPresent();
    boolean answered = trace.first(c -> c.answers("NOTIFY", 200, 299)).isPresent();
    return named && answered
        ? List.of()
        : List.of(
            Sighting.by(
                "RFC 3515 §2.4",
                trace.step(),
                false,
                named ? "200 to our NOTIFY" : "Refer-To in its REFER",
                named ? "no 2xx" : "none"));
  }
}
