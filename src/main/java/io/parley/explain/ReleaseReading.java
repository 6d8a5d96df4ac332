package io.parley.explain;

import io.parley.diagnosis.ReleaseCause;
import io.parley.diagnosis.ReleaseCause.About;
import io.parley.diagnosis.ReleaseCause.Mapped;
import io.parley.explain.Release.Agreement;
import io.parley.sip.ReasonPhrase;
import io.parley.sip.ReasonValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the cause of a Reason header, and holds it against the status beside it. */
final class ReleaseReading {
  /** Causes that end a call against the will of its parties. */
  private static final Set<About> FAULTS =
      EnumSet.of(About.CAPACITY, About.SERVICE, About.PROTOCOL, About.NO_ANSWER);

  private ReleaseReading() {}

  /** What the cause is, in words. */
  static String of(ReasonValue value) {
    if (value.cause().isEmpty()) {
      return value.parameters().containsKey("cause")
          ? "a cause that is no number"
          : "no cause, its text alone says something";
    }
    int cause = value.cause().getAsInt();
    if (value.isSip()) {
      return sip(cause);
    }
    return value.isQ850()
        ? q850(cause)
        : "cause " + cause + " of " + value.protocol() + ", whose causes are not known here";
  }

  private static String sip(int status) {
    if (status < 100 || status > 699) {
      return "SIP status " + status + ", which there is not: they are 100 to 699";
    }
    return status == 200
        ? "SIP status 200: the call was completed elsewhere (RFC 3326 §3.1)"
        : "SIP status " + status + ", " + ReasonPhrase.of(status);
  }

  /** A cause value; one that is not known by its class. */
  static String q850(int number) {
    Optional<ReleaseCause> known = ReleaseCause.of(number);
    if (known.isPresent()) {
      String whose =
          known.get().by() == ReleaseCause.By.Q850
              ? "Q.850 cause "
              : "no Q.850 cause but FreeSWITCH's own number ";
      return whose + number + ", " + known.get().name();
    }
    return number < 1 || number > ReleaseCause.LARGEST
        ? "no cause: those of Q.850 are 1 to 127, and nobody is known who sends " + number
        : "Q.850 cause "
            + number
            + ", which is not known here; of its class: "
            + ReleaseCause.ofClass(number).name();
  }

  /** What is known of the cause, where it is a release cause. */
  static Optional<ReleaseCause> cause(ReasonValue value) {
    return value.isQ850() && value.cause().isPresent()
        ? ReleaseCause.of(value.cause().getAsInt())
        : Optional.empty();
  }

  /** Whether it says that a call was cut off. */
  static boolean isFault(ReasonValue value) {
    if (value.isSip() && value.cause().isPresent()) {
      Set<About> about = ReleaseCause.about(value.cause().getAsInt());
      return !about.isEmpty() && FAULTS.containsAll(about);
    }
    return cause(value).filter(c -> FAULTS.contains(c.about())).isPresent();
  }

  /** How it goes with the status of the response that has it. */
  static Optional<Agreement> with(int status, ReasonValue value) {
    if (value.isSip() && value.cause().isPresent()) {
      return sip(status, value.cause().getAsInt());
    }
    return cause(value).flatMap(c -> q850(status, c));
  }

  private static Optional<Agreement> sip(int status, int further) {
    if (further == status || further < 200 || further > 699) {
      return Optional.empty();
    }
    Set<About> mine = ReleaseCause.about(status);
    Set<About> theirs = ReleaseCause.about(further);
    boolean apart =
        !mine.isEmpty() && !theirs.isEmpty() && theirs.stream().noneMatch(mine::contains);
    String words =
        "further on it was %d %s: what stands between made %d of it"
            .formatted(further, ReasonPhrase.of(further), status);
    return Optional.of(
        new Agreement(
            apart, apart ? words + ", which contradicts it: " + apart(status, mine) : words));
  }

  private static Optional<Agreement> q850(int status, ReleaseCause cause) {
    Optional<Mapped> fits = cause.mapping(status);
    if (fits.isPresent()) {
      return told(false, "fits " + status + " (" + fits.get().source() + ")");
    }
    if (cause.about() == About.UNSPECIFIED || cause.about() == About.CLEARING) {
      return told(false, "speaks of " + cause.about().words() + ", so it explains no " + status);
    }
    Set<About> about = ReleaseCause.about(status);
    if (about.isEmpty() || about.contains(cause.about())) {
      return becomes(cause, status).flatMap(words -> told(false, words));
    }
    String words =
        "contradicts the status: "
            + apart(status, about)
            + ", cause "
            + cause.number()
            + " of "
            + cause.about().words()
            + ". "
            + becomes(cause, status).map(b -> "It " + b + ". ").orElse("")
            + consequence(cause, about);
    return told(true, words.strip());
  }

  private static Optional<Agreement> told(boolean contradicts, String words) {
    return Optional.of(new Agreement(contradicts, words));
  }

  private static String apart(int status, Set<About> about) {
    return status
        + " speaks of "
        + about.stream().map(About::words).collect(Collectors.joining(" or "));
  }

  private static Optional<String> becomes(ReleaseCause cause, int status) {
    List<Mapped> all = cause.becomes();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "becomes %d by %s, not %d".formatted(all.get(0).status(), all.get(0).source(), status));
  }

  /** Whoever routes calls goes by one of both. */
  private static String consequence(ReleaseCause cause, Set<About> about) {
    boolean retried = cause.about() == About.CAPACITY;
    return retried == about.contains(About.CAPACITY)
        ? ""
        : "A switch that routes by the cause "
            + (retried ? "tries another way" : "gives up")
            + " where one that routes by the status "
            + (retried ? "gives up" : "tries another way");
  }
}
