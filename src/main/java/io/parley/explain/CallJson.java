package io.parley.explain;

import io.parley.capture.CapturedMessage;
import io.parley.capture.Invitation;
import io.parley.diagnosis.CodeMeaning;
import io.parley.model.Evidence;
import io.parley.profile.Ruling;
import io.parley.sdp.Sdp;
import io.parley.sdp.SdpLine;
import io.parley.sdp.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A call as JSON: what it was, which rules it breaks, what its refusal means. */
final class CallJson {
  private CallJson() {}

  static Map<String, Object> of(ExplainedCall c, boolean named) {
    Map<String, Object> out = new LinkedHashMap<>();
    Invitation i = c.invitation();
    CapturedMessage request = i.request();
    out.put("call", c.call().number());
    out.put(
        "verdict",
        c.failed() ? "failed" : named && !c.broken().isEmpty() ? "objectionable" : "good");
    out.put("call-id", i.invite().callId());
    out.put("request-uri", i.invite().requestUri());
    out.put("begins-at", request.number());
    out.put("time", request.time().map(Instant::toString));
    out.put("transport", text(request.path().transport()));
    out.put("from", text(request.path().from()));
    out.put("to", text(request.path().to()));
    out.put("re-invite", !i.initial());
    out.put("challenges", i.challenges());
    out.put("status", i.answer().map(a -> i.status()));
    out.put("reason-phrase", i.answer().map(a -> a.message().reasonPhrase()));
    out.put("reason", i.answer().flatMap(a -> a.message().first("Reason")));
    if (!c.releases().isEmpty()) {
      out.put("reasons", c.releases().stream().map(CallJson::release).toList());
    }
    out.put("warning", i.answer().flatMap(a -> a.message().first("Warning")));
    out.put("after-ms", i.took().map(Duration::toMillis));
    out.put("far-end", c.farEnd());
    out.put("broken-rules", c.broken().stream().map(b -> rule(b, c.offer())).toList());
    out.put("taken-by", c.takenBy());
    out.put("meanings", c.meanings().stream().map(CallJson::meaning).toList());
    out.put("answer-faults", c.answerFaults().stream().map(Violation::toString).toList());
    out.put("remarks", Stream.concat(c.leg().remarks().stream(), c.remarks().stream()).toList());
    c.leg().cameFrom().ifPresent(n -> out.put("way-on-of", n));
    if (!c.leg().wentOn().isEmpty()) {
      out.put("went-on-as", c.leg().wentOn());
      out.put("refused-further-on", c.leg().refusedOn());
    }
    return out;
  }

  private static Map<String, Object> rule(BrokenRule b, Optional<Sdp> offer) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("rule", b.name());
    out.put("explanation", b.leading().explanation());
    if (b.leading().sdpLine().isPresent()) {
      int line = b.leading().sdpLine().getAsInt();
      out.put("sdp-line", line);
      out.put("sdp-text", offer.map(o -> o.lines().get(line - 1)).map(SdpLine::text));
    }
    List<Object> by = new ArrayList<>();
    b.by().forEach((profile, refusal) -> by.add(refusal(profile, refusal)));
    out.put("refused-by", by);
    b.advice()
        .ifPresent(
            a -> {
              out.put("cause", a.cause());
              out.put("next", a.next());
              out.put("owner", a.owner());
            });
    return out;
  }

  private static Map<String, Object> refusal(String profile, Ruling.Refuse r) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("profile", profile);
    out.put("status", r.status());
    out.put("code", r.code());
    out.put("says", r.rule().explanation());
    out.put("evidence", evidence(r.rule().evidence()));
    out.put("source", r.rule().source());
    return out;
  }

  private static Map<String, Object> release(Release r) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("in", r.in());
    out.put("protocol", r.value().protocol());
    out.put("cause-value", r.value().cause().isPresent() ? r.value().cause().getAsInt() : null);
    out.put("text", r.value().text());
    out.put("reading", r.reading());
    out.put("raised-by", r.raisedBy());
    out.put("agreement", r.agreement().map(Release.Agreement::words));
    out.put("contradicts-status", r.contradicts());
    out.put("release-cause", r.cause().map(CauseJson::of));
    return out;
  }

  static Map<String, Object> meaning(CodeMeaning m) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("by", word(m.by()));
    out.put("status", m.status());
    out.put("code", m.code().isPresent() ? m.code().getAsInt() : null);
    out.put("phrase", m.phrase());
    out.put("cause", m.cause());
    out.put("next", m.next());
    out.put("owner", m.owner());
    out.put("evidence", evidence(m.evidence()));
    out.put("source", m.source());
    return out;
  }

  private static Optional<String> text(String value) {
    return Optional.of(value).filter(v -> !v.isEmpty());
  }

  private static String evidence(Evidence evidence) {
    return word(evidence);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
