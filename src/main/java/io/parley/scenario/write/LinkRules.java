package io.parley.scenario.write;

import io.parley.model.Actor;
import io.parley.model.Link;
import io.parley.model.SourcePosition;
import io.parley.scenario.surface.TransportName;
import io.parley.yaml.Problems;
import java.util.Optional;

/** What of an actor's link makes no sense together. */
record LinkRules(Problems problems) {

  /** A callee's connections belong to the target, and other cases use them; UDP has none. */
  void disconnect(SourcePosition at, Actor actor) {
    if (actor.role() != Actor.Role.CALLER) {
      problems.add(
          at,
          "connection: only a caller has a connection of its own",
          "Let the caller end it, or hang up.");
    } else if (actor.transport().filter(t -> !t.equals("udp")).isEmpty()) {
      problems.add(
          at, "connection: is of a stream", "Give '" + actor.name() + "' transport: tcp or tls.");
    }
  }

  /** Other cases use the server that has no number of its own. */
  void ownServer(SourcePosition at, Actor actor) {
    if (actor.number().filter(Actor.REDUNDANT::equals).isEmpty()
        || actor.role() != Actor.Role.CALLEE) {
      problems.add(
          at,
          "outage: '" + actor.name() + "' has no server of its own",
          "Make it a callee with number: \"" + Actor.REDUNDANT + "\".");
    }
  }

  /** What makes sense over TLS only is said of an actor that uses it. */
  void overTls(SourcePosition at, String key, Optional<TransportName> transport) {
    if (!transport.equals(Optional.of(TransportName.TLS))) {
      problems.add(at, key + ": is for TLS only", "Add transport: tls.");
    }
  }

  /** Only who calls sends from an address of its own; callees are where the target calls them. */
  void bound(SourcePosition at, Actor.Role role, Link.Bind bind) {
    if (bind == Link.Bind.UNLISTED && role == Actor.Role.CALLEE) {
      problems.add(at, "bind: is for callers", "The target calls callees where it knows them.");
    }
  }
}
