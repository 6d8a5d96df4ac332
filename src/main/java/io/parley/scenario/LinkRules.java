package io.parley.scenario;

import io.parley.model.Link;
import io.parley.model.SourcePosition;
import io.parley.yaml.Problems;
import java.util.Optional;

/** What of an actor's link makes no sense together. */
record LinkRules(Problems problems) {

  /** A certificate is shown over TLS only. */
  void check(
      SourcePosition at, Optional<TransportName> transport, Optional<Link.Certificate> shown) {
    if (shown.isPresent() && !transport.equals(Optional.of(TransportName.TLS))) {
      problems.add(at, "certificate: is shown over TLS only", "Add transport: tls.");
    }
  }
}
