package io.parley.play.script;

import static io.parley.model.StunAttributeName.ICE_CONTROLLED;
import static io.parley.model.StunAttributeName.ICE_CONTROLLING;
import static io.parley.model.StunAttributeName.PRIORITY;
import static io.parley.model.StunAttributeName.USERNAME;

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
import io.parley.result.TranscriptEntry;
import io.parley.sdp.Candidate;
import io.parley.sdp.Ice;
import io.parley.wire.Frame;
import io.parley.wire.IpLiteral;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * Connectivity checks that a script sends, and its answers to such (RFC 8445 §7). Where a script
 * says nothing else, messages are those of a full ICE agent.
 */
final class IceChecks {
  /** Of a peer reflexive candidate of component 1 (RFC 8445 §7.1.1, §5.1.2.1). */
  private static final long PRIORITY_OF_CHECKS = (110L << 24) + (65_535L << 8) + 255;

  private static final int MOST_PORT = 65_535;

  private final Cast cast;
  private final CheckAnswers crossed;
  private final Set<String> target;
  private final String tieBreaker =
      HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());

  /**
   * Sets up.
   *
   * @param target the target's media addresses; nothing is sent to others
   */
  IceChecks(Cast cast, CheckAnswers crossed, Set<InetAddress> target) {
    this.cast = cast;
    this.crossed = crossed;
    this.target = target.stream().map(InetAddress::getHostAddress).collect(Collectors.toSet());
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
    Ice theirs = ice(party.leg().ice().received(), "the SDP that came");
    theirs.credentialFault().ifPresent(IceChecks::useless);
    Ice ours = ice(party.leg().ice().sent(), "the SDP of " + step.actor());
    boolean request = step.packet() == PacketKind.STUN_REQUEST;
    StunBuilder out =
        StunBuilder.fresh(request ? StunMessage.Kind.REQUEST : StunMessage.Kind.INDICATION);
    if (request) {
      String user = theirs.ufrag().orElseThrow() + ":" + ours.ufrag().orElseThrow();
      out.set(USERNAME.type(), user.getBytes(StandardCharsets.UTF_8))
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

  private static void useless(String fault) {
    throw new Unplayable(
        FindingKind.SDP, "the SDP that came cannot be checked with: expected " + fault);
  }

  /** Of a full and a lite agent the full one, of two full ones who offered (RFC 8445 §6.1.1). */
  private static boolean controls(Party party, Ice theirs) {
    return theirs.lite() || party.leg().ice().isOffered();
  }

  /** Nothing is sent to strangers whom an SDP names. */
  private InetSocketAddress candidate(Ice theirs) {
    List<Candidate> usable =
        theirs.candidates().stream()
            .filter(c -> c.component() == 1 && c.transport().equalsIgnoreCase("UDP"))
            .filter(c -> c.port() > 0 && c.port() <= MOST_PORT)
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
        crossed
            .packets(step.actor(), Frame.Way.IN, PacketKind.STUN_REQUEST)
            .reduce((earlier, later) -> later)
            .orElseThrow(
                () -> new Unplayable(FindingKind.NOT_RECEIVED, "no check came to be answered"));
    StunMessage request = CheckAnswers.message(asked);
    InetSocketAddress from = asked.frame().flow().remote();
    StunBuilder out =
        step.packet() == PacketKind.STUN_SUCCESS
            ? StunBuilder.success(request, from)
            : StunBuilder.error(request, "400 Bad Request");
    edit(out, step.attributes());
    Optional<String> password = cast.named(step.actor()).leg().ice().sent().flatMap(Ice::password);
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
}
