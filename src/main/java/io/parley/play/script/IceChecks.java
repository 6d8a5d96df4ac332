package io.parley.play.script;

import static io.parley.model.StunAttributeName.ICE_CONTROLLED;
import static io.parley.model.StunAttributeName.ICE_CONTROLLING;
import static io.parley.model.StunAttributeName.MESSAGE_INTEGRITY;
import static io.parley.model.StunAttributeName.PRIORITY;
import static io.parley.model.StunAttributeName.USERNAME;

import io.parley.media.Packet;
import io.parley.media.StunBuilder;
import io.parley.media.StunMessage;
import io.parley.model.FindingKind;
import io.parley.model.HeaderEdit;
import io.parley.model.PacketKind;
import io.parley.model.PacketStep;
import io.parley.model.StunAttributeName;
import io.parley.play.agent.Cast;
import io.parley.play.agent.Party;
import io.parley.play.message.Unplayable;
import io.parley.play.stage.Stage;
import io.parley.result.Recorder;
import io.parley.result.TranscriptEntry;
import io.parley.sdp.Candidate;
import io.parley.sdp.Ice;
import io.parley.wire.Flow;
import io.parley.wire.Frame;
import io.parley.wire.IpLiteral;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Connectivity checks of the actors of a case (RFC 8445 §7): what a script sends, and what an
 * answer must be. Where a script says nothing else, messages are those of a full ICE agent.
 */
final class IceChecks {
  /** Of a peer reflexive candidate of component 1 (RFC 8445 §7.1.1, §5.1.2.1). */
  private static final long PRIORITY_OF_CHECKS = (110L << 24) + (65_535L << 8) + 255;

  private final Cast cast;
  private final Recorder recorder;
  private final Set<String> target;
  private final boolean translated;
  private final String tieBreaker =
      HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());

  IceChecks(Cast cast, Stage stage, Optional<String> profile, Recorder recorder) {
    this.cast = cast;
    this.recorder = recorder;
    this.target =
        stage.target().mediaAddresses(profile).stream()
            .map(InetAddress::getHostAddress)
            .collect(Collectors.toSet());
    this.translated = stage.target().local().advertise().isPresent();
  }

  /** Sends what a step says; what was recorded of it. */
  TranscriptEntry send(PacketStep.Send step) {
    boolean answers =
        step.packet() == PacketKind.STUN_SUCCESS || step.packet() == PacketKind.STUN_ERROR;
    try {
      return answers ? answer(step) : ask(step);
    } catch (UncheckedIOException e) {
      throw new Unplayable(FindingKind.UNREACHABLE, e.getMessage());
    }
  }

  private TranscriptEntry ask(PacketStep.Send step) {
    Party party = cast.named(step.actor());
    Ice theirs = ice(party.iceReceived(), "the SDP that came");
    Ice ours = ice(party.iceSent(), "the SDP of " + step.actor());
    boolean request = step.packet() == PacketKind.STUN_REQUEST;
    StunBuilder out =
        StunBuilder.fresh(request ? StunMessage.Kind.REQUEST : StunMessage.Kind.INDICATION);
    if (request) {
      out.set(USERNAME, theirs.ufrag().orElseThrow() + ":" + ours.ufrag().orElseThrow())
          .set(PRIORITY, Long.toString(PRIORITY_OF_CHECKS))
          .set(controls(party, theirs) ? ICE_CONTROLLING : ICE_CONTROLLED, tieBreaker);
    }
    edit(out, step.attributes());
    // A keepalive has no integrity (RFC 8445 §11).
    Optional<String> password = theirs.password().filter(p -> request);
    return cast.ports().send(step.actor(), out.build(password), candidate(theirs));
  }

  private static Ice ice(Optional<Ice> said, String whose) {
    return said.filter(Ice::isPresent)
        .orElseThrow(
            () ->
                new Unplayable(
                    FindingKind.SDP, whose + " has no a=ice-ufrag and a=ice-pwd to check with"));
  }

  /** Of a full and a lite agent the full one, of two full ones who offered (RFC 8445 §6.1.1). */
  private static boolean controls(Party party, Ice theirs) {
    return theirs.lite() || party.offered();
  }

  /** Nothing is sent to strangers whom an SDP names. */
  private InetSocketAddress candidate(Ice theirs) {
    List<Candidate> usable =
        theirs.candidates().stream()
            .filter(c -> c.component() == 1 && c.transport().equalsIgnoreCase("UDP"))
            .toList();
    return usable.stream()
        .filter(c -> target.contains(address(c)))
        .findFirst()
        .map(c -> new InetSocketAddress(IpLiteral.parse(c.address()).orElseThrow(), c.port()))
        .orElseThrow(
            () ->
                new Unplayable(
                    FindingKind.SDP,
                    "the SDP that came has no candidate at an address of the target ("
                        + String.join(", ", target)
                        + "), but "
                        + (usable.isEmpty() ? "none at all" : usable)
                        + "; where its media has another address name it: 'media: [...]'"));
  }

  private static String address(Candidate candidate) {
    return IpLiteral.parse(candidate.address()).map(a -> a.getHostAddress()).orElse("");
  }

  private TranscriptEntry answer(PacketStep.Send step) {
    TranscriptEntry asked =
        packets(step.actor(), Frame.Way.IN, PacketKind.STUN_REQUEST)
            .reduce((earlier, later) -> later)
            .orElseThrow(
                () -> new Unplayable(FindingKind.NOT_RECEIVED, "no check came to be answered"));
    StunMessage request = message(asked);
    InetSocketAddress from = asked.frame().flow().remote();
    StunBuilder out =
        step.packet() == PacketKind.STUN_SUCCESS
            ? StunBuilder.success(request, from)
            : StunBuilder.error(request, "400 Bad Request");
    edit(out, step.attributes());
    Optional<String> password = cast.named(step.actor()).iceSent().flatMap(Ice::password);
    return cast.ports().send(step.actor(), out.build(password), from);
  }

  private static void edit(StunBuilder out, List<HeaderEdit> edits) {
    for (HeaderEdit edit : edits) {
      Optional<StunAttributeName> name = StunAttributeName.named(edit.name());
      int type = name.map(StunAttributeName::type).orElseGet(() -> Integer.decode(edit.name()));
      if (edit.values().isEmpty()) {
        out.without(type);
      } else if (name.isPresent()) {
        out.set(name.get(), edit.values().get(0));
      } else {
        out.set(type, HexFormat.of().parseHex(edit.values().get(0)));
      }
    }
  }

  private Stream<TranscriptEntry> packets(String actor, Frame.Way way, PacketKind kind) {
    return recorder.entries().stream()
        .filter(e -> e.actor().equals(actor) && e.frame().way() == way)
        .filter(e -> e.packet().filter(p -> p.is(kind)).isPresent());
  }

  private static StunMessage message(TranscriptEntry entry) {
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
      return List.of(validity(password(entry).filter(message.get()::isMadeWith).isPresent()));
    }
    return name.equalsIgnoreCase(StunAttributeName.FINGERPRINT.toString())
        ? List.of(validity(message.get().fingerprint().orElse(false)))
        : message.get().values(name);
  }

  private static String validity(boolean valid) {
    return valid ? "valid" : "invalid";
  }

  /** A request is made with the password of whom it is for, and so is its answer (§7.1.2). */
  private Optional<String> password(TranscriptEntry entry) {
    Party party = cast.named(entry.actor());
    boolean request = message(entry).kind() == StunMessage.Kind.REQUEST;
    return (request ? party.iceSent() : party.iceReceived()).flatMap(Ice::password);
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
      if (!values(entry, MESSAGE_INTEGRITY.toString()).equals(List.of("valid"))) {
        out.add(
            "its MESSAGE-INTEGRITY is "
                + (answer.attribute(MESSAGE_INTEGRITY.toString()).isEmpty()
                    ? "missing"
                    : "not made with the a=ice-pwd that came")
                + " (RFC 8489 §9.1.4)");
      }
      mapped(entry, answer).ifPresent(out::add);
    }
    if (answer.fingerprint().filter(right -> !right).isPresent()) {
      out.add("its FINGERPRINT is wrong (RFC 8489 §14.7)");
    }
    return out;
  }

  /** Behind a NAT the address that the other side sees is another one. */
  private Optional<String> mapped(TranscriptEntry entry, StunMessage answer) {
    String ours = Flow.text(entry.frame().flow().local());
    List<String> said = answer.values("XOR-MAPPED-ADDRESS");
    return said.contains(ours) || translated && !said.isEmpty()
        ? Optional.empty()
        : Optional.of("XOR-MAPPED-ADDRESS: " + ours + ", found " + said + " (RFC 8489 §14.2)");
  }
}
