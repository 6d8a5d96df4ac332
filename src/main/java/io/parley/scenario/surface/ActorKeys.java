package io.parley.scenario.surface;

import io.parley.model.Actor;
import io.parley.model.Doc;
import io.parley.model.Link;
import io.parley.model.OfferSpec;
import java.util.Map;
import java.util.Optional;

/** An actor as written. */
@Doc("One scripted user agent.")
public record ActorKeys(
    @Doc("Whether it calls or is called; by default what its name or its first step says.")
        Optional<Actor.Role> role,
    @Doc(
            "Which side of the SBC it is on: near, where callers are, or far, the far end; by default"
                + " near for a caller and far for a callee.")
        Optional<Actor.Side> side,
    @Doc("What it offers.") Optional<OfferSpec> offer,
    @Doc("What it answers; by default what RFC 3264 makes of the offer received.")
        Optional<OfferSpec> answer,
    @Doc("Its number: From of a caller, the called number of a callee.") Optional<String> number,
    @Doc("The transport it uses; by default the target's first.") Optional<TransportName> transport,
    @Doc("Headers of every initial request it sends.") Map<String, HeaderValues> headers,
    @Doc("Whether and when it acknowledges final responses by itself; by default at once.")
        Optional<AckKeys> ack,
    @Doc("Whether it answers an INVITE with 100 by itself; by default auto.")
        Optional<AckKeys.Trying> trying,
    @Doc("The faulty certificate it shows over TLS; by default the target file's.")
        Optional<Link.Certificate> certificate,
    @Doc("The addresses it uses, ipv4 or ipv6; by default the target's.")
        Optional<Link.Family> family,
    @Doc("own: its call has a port and a connection of its own; by default shared.")
        Optional<Link.Connection> connection,
    @Doc("The one version of TLS that it speaks, TLSv1 to TLSv1.3; by default 1.2 and 1.3.")
        Optional<Link.TlsVersion> tlsVersion,
    @Doc("unlisted: it sends from an address that is not on the target's access list.")
        Optional<Link.Bind> bind,
    @Doc("Whether it acknowledges reliable provisional responses by itself; by default auto.")
        Optional<AckKeys.Trying> prack) {

  /** An actor of which nothing is said. */
  public static final ActorKeys NONE =
      new ActorKeys(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
