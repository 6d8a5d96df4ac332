package io.parley.cli;

import io.parley.farend.SessionPolicy;
import io.parley.profile.NumberPlan;
import io.parley.run.ServeRequest;
import io.parley.run.TrialRequest;
import io.parley.run.UsageException;
import io.parley.target.HostAndPort;
import io.parley.wire.Pem;
import io.parley.wire.TlsIdentity;
import io.parley.wire.TlsSettings;
import io.parley.wire.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParseResult;

/** Turns the command line of {@code serve} into what the user asked for. */
final class ServeOptions {
  private static final Pattern LISTEN = Pattern.compile("(?i)(udp|tcp|tls):(.+)");

  /** Roles of numbers that a profile has rules for, and of those who may register. */
  private static final List<String> ROLES =
      List.of("callee", "busy", "declined", "cost", "error", "unavailable", "unknown", "caller");

  /** The far end that a phone is tried at where none is named. */
  private static final String USUAL = "sipconnect";

  private static final Duration HOLD = Duration.ofSeconds(5);

  private final Given given;

  ServeOptions(ParseResult parsed) {
    this.given = new Given(parsed);
  }

  /**
   * Everything {@code serve} needs.
   *
   * @throws UsageException when something is missing or wrong
   */
  ServeRequest request() {
    String profile =
        given
            .value("--as")
            .or(() -> given.value("--certify").map(phone -> USUAL))
            .orElseThrow(
                () -> new UsageException("serve: give --as PROFILE, for example --as zoom-byoc"));
    List<ServeRequest.Listen> listens =
        given.values("--listen").stream().map(ServeOptions::listen).toList();
    if (listens.isEmpty()) {
      throw new UsageException("serve: give --listen udp:ADDRESS:PORT (or tcp:, tls:)");
    }
    boolean secure = listens.stream().anyMatch(l -> l.transport() == Transport.TLS);
    Optional<ServeRequest.Dial> dial = given.value("--dial").map(this::dial);
    Optional<Duration> time = given.time("--for");
    OptionalInt calls = given.count("--calls");
    boolean once = dial.isPresent() && time.isEmpty() && calls.isEmpty();
    return new ServeRequest(
        profile,
        listens,
        secure ? Optional.of(tls()) : Optional.empty(),
        dial,
        once ? OptionalInt.of(1) : calls,
        time,
        given.output(),
        new ServeRequest.Manner(numbers(), session()));
  }

  /** The trial of a phone; empty = none is wanted. */
  Optional<TrialRequest> trial() {
    return new TrialOptions(this, given).request();
  }

  private SessionPolicy session() {
    return new SessionPolicy(given.time("--session-timer"), Optional.empty());
  }

  private NumberPlan numbers() {
    Map<String, List<String>> roles = new LinkedHashMap<>();
    for (String text : given.values("--number")) {
      int equals = text.indexOf('=');
      String role = equals < 1 ? "" : text.substring(0, equals);
      if (!ROLES.contains(role) || equals == text.length() - 1) {
        throw new UsageException(
            "--number: expected ROLE=NUMBER with one of the roles "
                + String.join(", ", ROLES)
                + ", got '"
                + text
                + "'");
      }
      roles.computeIfAbsent(role, r -> new ArrayList<>()).add(text.substring(equals + 1));
    }
    return new NumberPlan(roles);
  }

  private static ServeRequest.Listen listen(String text) {
    Matcher m = LISTEN.matcher(text);
    Optional<HostAndPort> place = m.matches() ? HostAndPort.parse(m.group(2)) : Optional.empty();
    if (place.isEmpty()) {
      throw new UsageException(
          "--listen: expected udp:ADDRESS:PORT, tcp:ADDRESS:PORT or tls:ADDRESS:PORT, got '"
              + text
              + "'");
    }
    InetSocketAddress at =
        place
            .get()
            .resolve()
            .orElseThrow(
                () ->
                    new UsageException(
                        "--listen: '" + place.get().host() + "' is no address of this machine"));
    if (at.getAddress().isAnyLocalAddress()) {
      throw new UsageException(
          "--listen: "
              + text
              + " is every address; name the one that the SBC sends to, since it stands in Contact"
              + " and SDP");
    }
    return new ServeRequest.Listen(
        Transport.valueOf(m.group(1).toUpperCase(java.util.Locale.ROOT)), at);
  }

  private TlsSettings tls() {
    if (given.has("--certificate") != given.has("--key")) {
      throw new UsageException(
          "serve: --certificate FILE and --key FILE go together, both PEM; without them a"
              + " certificate is made for this serving");
    }
    TlsSettings out = given.has("--key") ? own() : TlsSettings.DEFAULT;
    out = given.has("--ca") ? out.trusting(pem("--ca", Pem::certificates)) : out;
    return given.has("--mutual") ? out.demandingCertificate() : out;
  }

  private TlsSettings own() {
    try {
      return TlsSettings.DEFAULT.as(
          new TlsIdentity(pem("--certificate", Pem::certificates), pem("--key", Pem::privateKey)));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--certificate, --key: " + e.getMessage());
    }
  }

  private <T> T pem(String option, Function<String, T> read) {
    String file = given.value(option, "");
    try {
      return read.apply(Files.readString(Given.path(file)));
    } catch (IOException e) {
      throw new UsageException(option + ": cannot read '" + file + "': no such PEM file");
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + ": " + file + ": " + e.getMessage());
    }
  }

  private ServeRequest.Dial dial(String number) {
    String target =
        given
            .value("--target")
            .orElseThrow(
                () ->
                    new UsageException(
                        "--dial: give --target, the SBC that takes the call: a target file, or"
                            + " sip:ADDRESS:PORT on this machine"));
    return new ServeRequest.Dial(number, target, given.time("--hold").orElse(HOLD));
  }
}
