package io.parley.play.script;

import static io.parley.model.StunAttributeName.FINGERPRINT;
import static io.parley.model.StunAttributeName.MESSAGE_INTEGRITY;
import static io.parley.model.StunAttributeName.XOR_MAPPED_ADDRESS;

import io.parley.media.Packet;
import io.parley.media.StunMessage;
import io.parley.model.PacketKind;
import io.parley.play.agent.Cast;
import io.parley.play.agent.Party;
import io.parley.result.Recorder;
import io.parley.result.TranscriptEntry;
import io.parley.sdp.Ice;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What STUN messages that came say, and what an answer to a check of ours must be. */
final class CheckAnswers {
  private static final List<String> VALID = List.of("valid");
  private static final List<String> INVALID = List.of("invalid");

  private final Cast cast;
  private final Recorder recorder;
  private final boolean translated;

  /**
   * Sets up.
   *
   * @param translated whether a NAT is known to be between us and the target
   */
  CheckAnswers(Cast cast, Recorder recorder, boolean translated) {
    this.cast = cast;
    this.recorder = recorder;
    this.translated = translated;
  }

  /** The packets of a kind that crossed at an actor's port, in order. */
  Stream<TranscriptEntry> packets(String actor, Frame.Way way, PacketKind kind) {
    return recorder.entries().stream()
        .filter(e -> e.actor().equals(actor) && e.frame().way() == way)
        .filter(e -> e.packet().filter(p -> p.is(kind)).isPresent());
  }

  /** The STUN message of such an entry. */
  static StunMessage message(TranscriptEntry entry) {
    return entry.packet().flatMap(Packet::stun).orElseThrow();
  }

  /**
   * What each attribute of that name says, for a script to check; of MESSAGE-INTEGRITY and
   * FINGERPRINT whether they are {@code valid} or {@code invalid}.
   */
  List<String> values(TranscriptEntry entry, String name) {
    Optional<StunMessage> message = entry.packet().flatMap(Packet::stun);
    if (message.isEmpty() || message.get().attribute(name).isEmpty()) {
      return List.of();
    }
    if (name.equalsIgnoreCase(MESSAGE_INTEGRITY.toString())) {
      return password(entry).filter(message.get()::isMadeWith).isPresent() ? VALID : INVALID;
    }
    if (name.equalsIgnoreCase(FINGERPRINT.toString())) {
      return message.get().fingerprint().orElse(false) ? VALID : INVALID;
    }
    return message.get().values(name);
  }

  /** A request is made with the password of whom it is for, and so is its answer (§7.1.2). */
  private Optional<String> password(TranscriptEntry entry) {
    Party party = cast.named(entry.actor());
    boolean request = message(entry).kind() == StunMessage.Kind.REQUEST;
    return (request ? party.leg().ice().sent() : party.leg().ice().received())
        .flatMap(Ice::password);
  }

  /** What keeps an answer that came from being one to a check of ours. */
  List<String> faults(TranscriptEntry entry) {
    StunMessage answer = message(entry);
    boolean asked =
        packets(entry.actor(), Frame.Way.OUT, PacketKind.STUN_REQUEST)
            .anyMatch(e -> message(e).transaction().equals(answer.transaction()));
    List<String> out = new ArrayList<>();
    if (!asked) {
      out.add("it answers no check of " + entry.actor() + " (RFC 8489 §6.3.3)");
    }
    if (answer.kind() == StunMessage.Kind.SUCCESS) {
      integrity(entry, answer).ifPresent(out::add);
      mapped(entry, answer).ifPresent(out::add);
    }
    if (answer.fingerprint().filter(right -> !right).isPresent()) {
      out.add("its FINGERPRINT is wrong (RFC 8489 §14.7)");
    }
    return out;
  }

  private Optional<String> integrity(TranscriptEntry entry, StunMessage answer) {
    String name = MESSAGE_INTEGRITY.toString();
    if (values(entry, name).equals(VALID)) {
      return Optional.empty();
    }
    String how =
        answer.attribute(name).isEmpty() ? "missing" : "not made with the a=ice-pwd that came";
    return Optional.of("its MESSAGE-INTEGRITY is " + how + " (RFC 8489 §9.1.4)");
  }

  /** Behind a NAT the address that the other side sees is another one. */
  private Optional<String> mapped(TranscriptEntry entry, StunMessage answer) {
    String ours = Flow.text(entry.frame().flow().local());
    List<String> said = answer.values(XOR_MAPPED_ADDRESS.toString());
    return said.contains(ours) || translated && !said.isEmpty()
        ? Optional.empty()
        : Optional.of("XOR-MAPPED-ADDRESS: " + ours + ", found " + said + " (RFC 8489 §14.2)");
  }
}
