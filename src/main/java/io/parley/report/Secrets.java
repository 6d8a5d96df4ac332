package io.parley.report;

import io.parley.model.Finding;
import io.parley.play.CaseResult;
import io.parley.play.HookOutput;
import io.parley.play.RunInfo;
import io.parley.play.StepResult;
import io.parley.play.TranscriptEntry;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
 * @param keep mask nothing ({@code --keep-secrets})
 * @param maskNumbers mask telephone numbers too, all but their last two digits ({@code
 *     --mask-numbers})
 */
public record Secrets(boolean keep, boolean maskNumbers) {

  /** The usual: secrets are masked, numbers are not. */
  public static final Secrets MASKED = new Secrets(false, false);

  /** The result with nothing in it that must not be shown; the identity of the case stays. */
  public CaseResult mask(CaseResult result) {
    if (keep && !maskNumbers) {
      return result;
    }
    Masking masking = masking(texts(result));
    return new CaseResult(
        result.played(),
        result.verdict(),
        result.findings().stream().map(f -> finding(masking, f)).toList(),
        result.notes().stream().map(masking::text).toList(),
        result.steps().stream().map(s -> step(masking, s)).toList(),
        result.transcript().stream().map(e -> entry(masking, e)).toList(),
        result.cleanup().map(masking::text),
        result.skip().map(masking::text),
        result.started(),
        result.ended(),
        result.hooks().stream().map(h -> hook(masking, h)).toList(),
        result.attempts().stream().map(this::mask).toList());
  }

  /** What a run is about, its labels, notes and what a program said before it masked. */
  public RunInfo mask(RunInfo run) {
    Map<String, String> labels = new LinkedHashMap<>();
    run.labels().forEach((key, value) -> labels.put(key, label(key, value)));
    return new RunInfo(
        run.target(),
        run.targetAddress(),
        run.software(),
        run.version(),
        run.cases(),
        run.started(),
        labels,
        run.before().map(h -> hook(masking(Stream.of(h.text())), h)),
        run.shard(),
        run.notes().stream().map(this::mask).toList());
  }

  /** Its key may tell that a value is a secret. */
  private String label(String key, String value) {
    return mask(key + "=" + value).substring(key.length() + 1);
  }

  /** A text that belongs to no case. */
  public String mask(String text) {
    return masking(Stream.of(text)).text(text);
  }

  private Masking masking(Stream<String> texts) {
    Set<String> secrets = new TreeSet<>(Masking.LONGEST_FIRST);
    Set<String> numbers = new TreeSet<>(Masking.LONGEST_FIRST);
    texts.forEach(text -> find(text, secrets, numbers));
    return new Masking(!keep, maskNumbers, secrets, numbers);
  }

  /** Every text of a result that ends up in an artefact. */
  private static Stream<String> texts(CaseResult result) {
    return Stream.of(
            result.transcript().stream().map(e -> e.message().text()),
            result.findings().stream().flatMap(Secrets::texts),
            result.steps().stream()
                .flatMap(s -> Stream.concat(Stream.of(s.text()), s.note().stream())),
            result.notes().stream(),
            result.hooks().stream().map(HookOutput::text),
            Stream.concat(result.cleanup().stream(), result.skip().stream()))
        .flatMap(s -> s);
  }

  private static Stream<String> texts(Finding f) {
    return Stream.of(
            Optional.of(f.expected()),
            Optional.of(f.actual()),
            f.closest(),
            f.cause(),
            f.nextStep())
        .flatMap(Optional::stream);
  }

  private void find(String text, Set<String> secrets, Set<String> numbers) {
    if (!keep) {
      SecretPattern.secretsIn(text, secrets);
    }
    if (maskNumbers) {
      SecretPattern.numbersIn(text, numbers);
    }
  }

  private static TranscriptEntry entry(Masking masking, TranscriptEntry entry) {
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
    List<String> command = List.of(masking.text(String.join("\n", hook.command())).split("\n", -1));
    return new HookOutput(
        hook.hook(), command, hook.good(), masking.text(hook.ended()), masking.text(hook.text()));
  }

  private static StepResult step(Masking masking, StepResult step) {
    return new StepResult(
        masking.text(step.text()),
        step.status(),
        step.started(),
        step.ended(),
        step.entry(),
        step.note().map(masking::text));
  }

  private static Finding finding(Masking masking, Finding f) {
    return new Finding(
        f.kind(),
        f.at(),
        masking.text(f.expected()),
        masking.text(f.actual()),
        f.closest().map(masking::text),
        f.diagnosis(),
        f.cause().map(masking::text),
        f.nextStep().map(masking::text),
        f.owner());
  }
}
