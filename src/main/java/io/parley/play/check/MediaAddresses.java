package io.parley.play.check;

import io.parley.match.Difference;
import io.parley.match.Match;
import io.parley.match.SdpContext;
import io.parley.match.SdpRole;
import io.parley.play.stage.Stage;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may be named in a {@code c=} line.
 *
 * @param target media addresses of the target, as text
 * @param caller our callers' address
 * @param callee our callees' address
 */
record MediaAddresses(Set<String> target, String caller, String callee) {

  static MediaAddresses of(Stage stage, Optional<String> profile) {
    return new MediaAddresses(
        stage.target().mediaAddresses(profile).stream()
            .map(InetAddress::getHostAddress)
            .collect(Collectors.toSet()),
        stage.callers().address().getAddress().getHostAddress(),
        stage.farEnd().usual().address().getAddress().getHostAddress());
  }

  /** What an SDP of that role is judged against. */
  SdpContext context(SdpRole role) {
    return new SdpContext(target, Set.of(caller), role);
  }

  /** The difference, which tells where the address is ours that stands for the target's. */
  Difference told(Difference difference) {
    boolean ours =
        Stream.of(caller, callee).map("address "::concat).anyMatch(difference.actual()::endsWith);
    return ours && difference.expected().startsWith("address target")
        ? new Difference(
            difference.kind(),
            difference.at(),
            difference.expected(),
            difference.actual() + ", Parley's own: it was passed on as it came")
        : difference;
  }

  /** What a met {@code address: target} is worth where the target has an address of ours. */
  Optional<String> doubt(Match match) {
    Set<String> shared =
        Stream.of(caller, callee)
            .filter(target::contains)
            .collect(Collectors.toCollection(TreeSet::new));
    boolean asked =
        match.rows().stream()
            .anyMatch(r -> !r.isFailed() && r.expectation().startsWith("address target"));
    return asked && !shared.isEmpty()
        ? Optional.of(
            "'address: target' proves nothing here: "
                + String.join(", ", shared)
                + " is Parley's address too. Give Parley another one ('local: { bind }',"
                + " 'far-end: { listen }')")
        : Optional.empty();
  }
}
