package io.parley.draft;

import io.parley.model.OfferSpec;
import io.parley.model.SdpMutation;
import io.parley.scenario.offer.OfferText;
import io.parley.sdp.Media;
import io.parley.sdp.MediaPlace;
import io.parley.sdp.OfferBuilder;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A captured offer as a scenario writes it: a base and what differs where that says it byte for
 * byte, else the whole body. Keys and passwords are replaced by others of the same length.
 */
final class OfferDraft {
  /** More changes than this hide what the offer is about. */
  private static final int MOST_CHANGES = 14;

  static final String PLAIN = "plain";
  static final String SECURE = "secure-ice";

  private static final List<String> SECURE_CODECS =
      List.of("PCMU", "PCMA", "G722", "telephone-event");
  private static final List<String> PLAIN_CODECS = List.of("PCMU", "PCMA", "telephone-event");
  private static final String INDENT = "  ";
  private static final MediaPlace ANYWHERE = new MediaPlace("192.0.2.1", 40_000);
  private static final SdpSession SESSION = new SdpSession(1, 1);

  private final Sdp goal;
  private final String base;

  private OfferDraft(Sdp goal, String base) {
    this.goal = goal;
    this.base = base;
  }

  /**
   * The lines under {@code offer:}, indented.
   *
   * @param bases the good offers that may prove the refusal; what needs least is taken
   * @return empty where the body has bytes or line ends that YAML text cannot hold
   */
  static Optional<List<String>> of(Sdp captured, List<String> bases) {
    Sdp goal = Sdp.of(FreshKeys.in(captured.text()));
    return bases.stream()
        .flatMap(base -> new OfferDraft(goal, base).mutated().stream())
        .min(Comparator.comparingInt(List::size))
        .or(() -> new OfferDraft(goal, bases.get(0)).whole());
  }

  /** Whether an offer written so is the captured one, keys and session id apart. */
  private boolean makes(List<String> lines) {
    return built(lines).filter(sdp -> SameLine.is(sdp.text(), goal.text())).isPresent();
  }

  private static Optional<Sdp> built(List<String> lines) {
    Optional<OfferSpec> spec = OfferText.read(String.join("\n", lines) + "\n");
    try {
      return spec.map(s -> Sdp.of(OfferBuilder.build(s, ANYWHERE, SESSION)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<List<String>> mutated() {
    if (goal.media().isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = streams();
    Optional<List<SdpMutation>> changes =
        built(lines)
            .flatMap(sdp -> OfferChanges.between(sdp, goal))
            .filter(c -> c.size() <= MOST_CHANGES);
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    List<String> out = new ArrayList<>(lines);
    if (!changes.get().isEmpty()) {
      out.add(INDENT + "mutate:");
      changes.get().forEach(m -> out.add(INDENT + INDENT + "- { " + written(m) + " }"));
    }
    return Optional.of(List.copyOf(out)).filter(this::makes);
  }

  /** The base, how the first stream differs from it, and the streams after it. */
  private List<String> streams() {
    List<String> out = new ArrayList<>();
    boolean secure = !base.equals(PLAIN);
    add(out, "base: " + base);
    if (secure != goal.isIceLite()) {
      add(out, "ice: " + (secure ? "none" : "lite"));
    }
    Media first = goal.media().get(0);
    new StreamLines(first, secure, secure, secure ? SECURE_CODECS : PLAIN_CODECS)
        .first()
        .forEach(l -> add(out, l));
    if (goal.media().size() > 1) {
      add(out, "streams:");
      goal.media().subList(1, goal.media().size()).forEach(m -> further(m, first, out));
    }
    return out;
  }

  /** What follows is secured as the first stream is, and with its ICE (as the language has it). */
  private void further(Media stream, Media first, List<String> out) {
    List<String> codecs = stream.kind().equals("audio") ? PLAIN_CODECS : List.of();
    List<String> lines =
        new StreamLines(stream, !first.cryptos().isEmpty(), first.rtcpMux(), codecs)
            .further(goal.isIceLite());
    for (int i = 0; i < lines.size(); i++) {
      add(out, (i == 0 ? "  - " : "    ") + lines.get(i));
    }
  }

  private static void add(List<String> out, String line) {
    out.add(INDENT + line);
  }

  private static String written(SdpMutation mutation) {
    if (mutation instanceof SdpMutation.Drop m) {
      return "drop: " + YamlText.quoted(m.line()) + in(m.in());
    }
    if (mutation instanceof SdpMutation.Replace m) {
      return "replace: "
          + YamlText.quoted(m.line())
          + ", with: "
          + YamlText.quoted(m.with())
          + in(m.in());
    }
    if (mutation instanceof SdpMutation.Insert m) {
      return "insert: "
          + YamlText.quoted(m.text())
          + ", before: "
          + YamlText.quoted(m.before().orElseThrow())
          + in(m.in());
    }
    SdpMutation.Append append = (SdpMutation.Append) mutation;
    return "append: " + YamlText.quoted(append.text()) + in(append.in());
  }

  private static String in(Optional<String> part) {
    return part.map(p -> ", in: " + p).orElse("");
  }

  /** The body as it is; LF line ends by a mutation. */
  private Optional<List<String>> whole() {
    String text = goal.text();
    boolean bare = text.contains("\n") && !text.contains("\r\n");
    String plain = WireText.of(text.replace("\r\n", "\n"));
    List<String> out = new ArrayList<>();
    if (plain.matches("[\\p{Print}\\n]*\\n") && !plain.matches("(?s)[ \\n].*")) {
      out.add(INDENT + "raw: |");
      plain.lines().forEach(l -> out.add(INDENT + INDENT + l.replace("${", "$${")));
    } else {
      out.add(INDENT + "raw: " + YamlText.quoted(plain));
    }
    if (bare) {
      out.add(INDENT + "mutate: [ { line-end: \"\\n\" } ]");
    }
    return Optional.of(List.copyOf(out)).filter(this::makes);
  }
}
