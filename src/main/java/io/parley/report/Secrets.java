package io.parley.report;

import io.parley.model.Case;
import io.parley.model.Finding;
import io.parley.result.CaseResult;
import io.parley.result.HookOutput;
import io.parley.result.RunInfo;
import io.parley.result.StepResult;
import io.parley.result.TranscriptEntry;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Masks what must not leave the lab, once, before any artefact is made: every report, trace and
 * capture is built from the masked result, so none can leak what another hides.
 *
 * <p>A secret is replaced by as many {@code x} (legal in base64, passwords and digests, so that a
 * dissector still reads the message). Thus Content-Length stays true and a capture keeps its sizes;
 * checksums are computed over the masked bytes. What is masked says {@link SecretPattern}. A secret
 * seen in a message is also masked wherever else it is quoted (findings, notes, steps).
 *
 * <p>At the same gate the texts of a result, not its messages, are made {@link Visible}: what a
 * stranger has sent is quoted in them.
 *
 * @param keep mask nothing ({@code --keep-secrets})
 * @param maskNumbers mask telephone numbers too, all but their last two digits ({@code
 *     --mask-numbers})
 * @param known secrets that are known by their value, masked wherever they stand
 */
public record Secrets(boolean keep, boolean maskNumbers, Set<String> known) {
  private static final String SEPARATOR = String.valueOf(SecretPattern.SEPARATOR);
  private static final Set<String> ENVIRONMENT = KnownSecrets.in(System.getenv());

  /** The usual: secrets are masked, numbers are not. */
  public static final Secrets MASKED = new Secrets(false, false);

  /** Secrets of which those in the environment are known. */
  public Secrets(boolean keep, boolean maskNumbers) {
    this(keep, maskNumbers, ENVIRONMENT);
  }

  /** The same, knowing further ones. */
  public Secrets knowing(Collection<String> more) {
    Set<String> all = new HashSet<>(known);
    all.addAll(more);
    return new Secrets(keep, maskNumbers, Set.copyOf(all));
  }

  /** The result with nothing in it that must not be shown; the identity of the case stays. */
  public CaseResult mask(CaseResult result) {
    Masking masking = masking(ResultTexts.of(result));
    return new CaseResult(
        played(result.played()),
        result.verdict(),
        result.findings().stream().map(f -> finding(masking, f)).toList(),
        result.notes().stream().map(masking::shown).toList(),
        result.steps().stream().map(s -> step(masking, s)).toList(),
        result.transcript().stream().map(e -> entry(masking, e)).toList(),
        result.cleanup().map(masking::shown),
        result.skip().map(masking::shown),
        result.started(),
        result.ended(),
        result.hooks().stream().map(h -> hook(masking, h)).toList(),
        result.attempts().stream().map(this::mask).toList());
  }

  private Case played(Case played) {
    String title = played.scenario().title();
    String shown = Visible.line(mask(title));
    return shown.equals(title)
        ? played
        : new Case(
            played.id(),
            played.scenario().but().title(shown).build(),
            played.expected(),
            played.skip());
  }

  /** What a run is about, its labels, notes and what a program said before it masked. */
  public RunInfo mask(RunInfo run) {
    Map<String, String> labels = new LinkedHashMap<>();
    run.labels().forEach((key, value) -> labels.put(Visible.line(key), label(key, value)));
    return new RunInfo(
        Visible.line(run.target()),
        run.targetAddress(),
        run.software().map(Visible::line),
        run.version(),
        run.cases(),
        run.started(),
        labels,
        run.before().map(h -> hook(masking(ResultTexts.of(h)), h)),
        run.shard(),
        run.notes().stream().map(n -> masking(Stream.of(n)).shown(n)).toList());
  }

  /** Its key may tell that a value is a secret. */
  private String label(String key, String value) {
    return Visible.line(mask(key + "=" + value).substring(key.length() + 1));
  }

  /** A text that belongs to no case. */
  public String mask(String text) {
    return over(Stream.of(text)).apply(text);
  }

  /** Masks texts that belong together: what is a secret in one of them is masked in all. */
  public UnaryOperator<String> over(Stream<String> texts) {
    return masking(texts)::text;
  }

  private Masking masking(Stream<String> texts) {
    Set<String> secrets = new TreeSet<>(Masking.LONGEST_FIRST);
    Set<String> numbers = new TreeSet<>(Masking.LONGEST_FIRST);
    boolean any = texts.map(text -> find(text, secrets, numbers)).reduce(false, (a, b) -> a || b);
    if (!keep) {
      secrets.addAll(known);
    }
    return new Masking(any || !secrets.isEmpty(), maskNumbers, secrets, numbers);
  }

  private boolean find(String text, Set<String> secrets, Set<String> numbers) {
    if (maskNumbers) {
      SecretPattern.numbersIn(text, numbers);
    }
    return !keep && SecretPattern.secretsIn(text, secrets);
  }

  private static TranscriptEntry entry(Masking masking, TranscriptEntry entry) {
    if (entry.packet().isPresent()) {
      return entry; // no key is ever in one
    }
    String text = entry.message().text();
    String masked = masking.text(text);
    if (masked.equals(text)) {
      return entry;
    }
    byte[] bytes = masked.getBytes(StandardCharsets.ISO_8859_1);
    Frame frame = entry.frame().with(bytes);
    return new TranscriptEntry(
        entry.actor(), frame, SipMessage.of(bytes), entry.retransmission(), entry.cleanup());
  }

  private static HookOutput hook(Masking masking, HookOutput hook) {
    return new HookOutput(
        hook.hook(),
        Stream.of(masking.text(ResultTexts.command(hook)).split(SEPARATOR, -1))
            .map(Visible::text)
            .toList(),
        hook.good(),
        masking.shown(hook.ended()),
        masking.shown(hook.text()));
  }

  private static StepResult step(Masking masking, StepResult step) {
    return new StepResult(
        masking.shown(step.text()),
        step.status(),
        step.started(),
        step.ended(),
        step.entry(),
        step.note().map(masking::shown));
  }

  private static Finding finding(Masking masking, Finding f) {
    return new Finding(
        f.kind(),
        f.at(),
        masking.shown(f.expected()),
        masking.shown(f.actual()),
        f.closest().map(masking::shown),
        f.diagnosis(),
        f.cause().map(masking::shown),
        f.nextStep().map(masking::shown),
        f.owner());
  }
}
