package io.parley.record;

import io.parley.result.TranscriptEntry;
import io.parley.sip.SipMessage;
import io.parley.wire.Frame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The request a case is about, and what came back: its first INVITE; where none was sent, its first
 * request. A request that was challenged and repeated counts with its repetition.
 */
final class FirstCall {
  private final List<TranscriptEntry> transcript;
  private final Optional<TranscriptEntry> request;
  private final Optional<TranscriptEntry> answer;

  FirstCall(List<TranscriptEntry> transcript) {
    this.transcript = transcript;
    this.request = sent().filter(m -> is(m, "INVITE")).findFirst().or(() -> sent().findFirst());
    this.answer = responses().filter(e -> status(e) >= 200).reduce((first, second) -> second);
  }

  private Stream<TranscriptEntry> sent() {
    return transcript.stream()
        .filter(e -> e.frame().way() == Frame.Way.OUT && e.packet().isEmpty())
        .filter(e -> !e.message().isResponse());
  }

  private static boolean is(TranscriptEntry entry, String method) {
    return entry.message().method().equals(method);
  }

  /** The request; empty where nothing was sent. */
  Optional<TranscriptEntry> request() {
    return request;
  }

  /** The request as a message; an empty one where nothing was sent. */
  SipMessage message() {
    return request.map(TranscriptEntry::message).orElse(SipMessage.of(""));
  }

  /** The last final response to it; empty = none came. */
  Optional<TranscriptEntry> answer() {
    return answer;
  }

  /** All responses to it, retransmissions left out. */
  Stream<TranscriptEntry> responses() {
    return transcript.stream()
        .filter(Names::isFromTarget)
        .filter(e -> e.message().isResponse() && !e.retransmission() && answers(e.message()));
  }

  /**
   * A response belongs to it by Call-ID and method, unless its CSeq is one of a later request
   * within the dialog. What was sent malformed is answered as the target read it.
   */
  private boolean answers(SipMessage response) {
    SipMessage sent = message();
    if (sent.callId().isEmpty()
        || sent.method().isEmpty()
        || !response.callId().equals(sent.callId())) {
      return !sent.isRequest();
    }
    return response.cseqMethod().equals(sent.method())
        && sentWithin(response).noneMatch(e -> e.message().toTag().isPresent());
  }

  private Stream<TranscriptEntry> sentWithin(SipMessage response) {
    Predicate<SipMessage> same =
        m -> m.callId().equals(response.callId()) && m.cseq().equals(response.cseq());
    return sent().filter(e -> same.test(e.message()) && is(e, response.cseqMethod()));
  }

  /** Milliseconds to the first provisional response. */
  OptionalDouble provisionalMs() {
    return ms(responses().filter(e -> status(e) < 200).findFirst());
  }

  /** Milliseconds to the final response. */
  OptionalDouble answeredMs() {
    return ms(answer);
  }

  private OptionalDouble ms(Optional<TranscriptEntry> response) {
    if (response.isEmpty()) {
      return OptionalDouble.empty();
    }
    // A challenged request was repeated: its time is that of the repetition.
    TranscriptEntry from =
        sentWithin(response.get().message()).findFirst().or(() -> request).orElseThrow();
    Duration took = Duration.between(from.frame().time(), response.get().frame().time());
    return OptionalDouble.of(took.toNanos() / 1000 / 1000.0);
  }

  static int status(TranscriptEntry entry) {
    return entry.message().status().orElse(0);
  }
}
