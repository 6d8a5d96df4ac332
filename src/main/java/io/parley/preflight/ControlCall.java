package io.parley.preflight;

import io.parley.model.Finding;
import io.parley.model.FindingKind;
import io.parley.model.Verdict;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.target.Target;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a good call told: was it accepted, and did it come to our far end.
 *
 * @param target what is under test
 * @param listen where our callees listen
 */
record ControlCall(Target target, InetSocketAddress listen) {

  List<CheckLine> judge(CaseResult result, Optional<String> profile) {
    List<CheckLine> lines = new ArrayList<>();
    new DigestCheck(target).of(result.transcript()).ifPresent(lines::add);
    lines.add(call(result, profile).after(Duration.between(result.started(), result.ended())));
    if (target.farEnd() == Target.FarEnd.PARLEY) {
      lines.add(farEnd(result));
    }
    return lines;
  }

  private CheckLine call(CaseResult result, Optional<String> profile) {
    String subject = "control call";
    String number = target.numbers().getOrDefault("callee", "the callee");
    String under = profile.map(p -> p + ": ").orElse("");
    if (result.verdict() == Verdict.PASSED) {
      String status = String.valueOf(result.finalStatus().orElse(200));
      return CheckLine.ok(subject, under + "answered " + status + " and hung up");
    }
    Optional<Finding> first = result.findings().stream().findFirst();
    String found =
        under
            + first
                .map(f -> f.kind().prefix() + ": " + f.actual())
                .or(result::skip)
                .orElse("it could not be played");
    String change = advice(number).of(result.finalStatus(), first);
    return CheckLine.of(state(first), subject, found, change);
  }

  private Advice advice(String number) {
    return new Advice(target, number, Flow.text(listen));
  }

  private static CheckLine.State state(Optional<Finding> finding) {
    if (finding.isEmpty() || finding.get().kind() == FindingKind.LIMIT) {
      return CheckLine.State.SETUP;
    }
    return finding.get().kind().breaks() ? CheckLine.State.UNREACHABLE : CheckLine.State.WRONG;
  }

  private CheckLine farEnd(CaseResult result) {
    String number = target.numbers().getOrDefault("callee", "the callee");
    Optional<TranscriptEntry> came =
        result.transcript().stream()
            .filter(e -> invite(e, Frame.Way.IN) && ours(e.frame().flow().local()))
            .findFirst();
    if (came.isPresent()) {
      Frame frame = came.get().frame();
      String from = Flow.text(frame.flow().remote());
      CheckLine line =
          CheckLine.ok("far end", "the call came to " + Flow.text(listen) + " from " + from);
      return line.after(Duration.between(sent(result).orElse(frame.time()), frame.time()));
    }
    return result.finalStatus().orElse(0) / 100 == 2
        ? CheckLine.of(
            CheckLine.State.WRONG,
            "far end",
            "the call was answered, but by somebody else",
            advice(number).route())
        : CheckLine.note("far end", "the call did not come to " + Flow.text(listen));
  }

  private static Optional<Instant> sent(CaseResult result) {
    return result.transcript().stream()
        .filter(e -> invite(e, Frame.Way.OUT))
        .map(e -> e.frame().time())
        .findFirst();
  }

  /** TLS is taken one port higher. */
  private boolean ours(InetSocketAddress local) {
    int above = local.getPort() - listen.getPort();
    return local.getAddress().equals(listen.getAddress()) && (above == 0 || above == 1);
  }

  private static boolean invite(TranscriptEntry entry, Frame.Way way) {
    return entry.frame().way() == way
        && entry.message().isRequest()
        && entry.message().method().equals("INVITE");
  }
}
