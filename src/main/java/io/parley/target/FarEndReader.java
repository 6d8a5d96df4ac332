package io.parley.target;

import io.parley.wire.CertificateRules;
import io.parley.yaml.Binder;
import io.parley.yaml.Located;
import io.parley.yaml.Mapping;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Scalar;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Who is on the other side, and how it is reached.
 *
 * @param who plays it
 * @param listen where our callees must listen for it
 * @param address where the target takes the calls of its far end, if that is another address
 * @param rules by which our callees judge the target's certificate
 * @param servers the further servers that our callees are
 */
record FarEndReader(
    Target.FarEnd who,
    Optional<Located<String>> listen,
    Optional<Located<String>> address,
    Optional<Located<CertificateRules>> rules,
    FarEndServers servers) {
  private static final int UNANSWERED = 4;
  private static final int ANSWERED = 2;

  static final FarEndReader NONE =
      new FarEndReader(
          Target.FarEnd.NONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          FarEndServers.NONE);

  static FarEndReader of(Optional<Node> node, Problems problems) {
    if (node.isEmpty()) {
      return NONE;
    }
    if (node.get() instanceof Scalar s && s.text().equals("none")) {
      return NONE;
    }
    Binder binder = new Binder(problems);
    if (!(node.get() instanceof Mapping)) {
      binder.expected(node.get(), "none or a map with played-by");
      return NONE;
    }
    return binder
        .bind(node.get(), TargetFile.FarEndKeys.class)
        .map(k -> k.playedBy() == TargetFile.PlayedBy.NONE ? NONE : of(k, problems))
        .orElse(NONE);
  }

  private static FarEndReader of(TargetFile.FarEndKeys keys, Problems problems) {
    boolean parley = keys.playedBy() == TargetFile.PlayedBy.PARLEY;
    if (parley && keys.listen().isEmpty()) {
      problems.add(
          keys.at(),
          "far-end: missing key 'listen'",
          "Write listen: host:port, the address to which the SBC sends calls for its far end.");
    }
    return new FarEndReader(
        parley ? Target.FarEnd.PARLEY : Target.FarEnd.REAL,
        keys.listen(),
        keys.address(),
        keys.certificateRules(),
        keys.redundant().filter(r -> parley).map(r -> servers(r, problems)).orElse(NONE.servers()));
  }

  private static FarEndServers servers(TargetFile.RedundantKeys keys, Problems problems) {
    Optional<InetSocketAddress> first = place(keys.first(), problems);
    Optional<InetSocketAddress> second = place(keys.second(), problems);
    Duration interval = keys.optionsInterval().orElse(Duration.ZERO);
    boolean counts = keys.unanswered().isPresent() || keys.answered().isPresent();
    if (counts && interval.isZero()) {
      problems.add(
          keys.at(),
          "redundant: 'unanswered' or 'answered' without 'options-interval'",
          "An SBC that sends no OPTIONS notices nothing: say options-interval: 60s, or leave both out.");
    }
    return new FarEndServers(
        second,
        first.map(f -> new FarEndServers.Trunk(keys.number(), f)).stream().toList(),
        interval,
        keys.unanswered().orElse(UNANSWERED),
        keys.answered().orElse(ANSWERED));
  }

  private static Optional<InetSocketAddress> place(Located<String> text, Problems problems) {
    Optional<InetSocketAddress> out = HostAndPort.parse(text.value()).flatMap(HostAndPort::resolve);
    if (out.isEmpty()) {
      problems.add(text.at(), "redundant: expected host:port, found '" + text.value() + "'");
    }
    return out;
  }
}
