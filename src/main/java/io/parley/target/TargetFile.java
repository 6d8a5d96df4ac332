package io.parley.target;

import io.parley.farend.ReferPolicy;
import io.parley.farend.SbcTimes;
import io.parley.farend.SessionPolicy;
import io.parley.model.Capability;
import io.parley.model.Doc;
import io.parley.model.SourcePosition;
import io.parley.wire.CertificateRules;
import io.parley.yaml.Key;
import io.parley.yaml.Located;
import io.parley.yaml.Node;
import io.parley.yaml.OneOrMany;
import io.parley.yaml.Range;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A target as its file has it.
 *
 * @param at where it starts
 * @param target its name in reports
 * @param address {@code host:port}; may be missing where every profile has its own
 * @param addresses {@code host:port} by profile, for an SBC that tells trunks apart by port
 * @param profiles the profiles it is set up for
 * @param farEnd {@code none}, or who plays it and where it listens
 * @param media media addresses of the SBC; empty = its signalling address
 * @param credentials who we are when it asks
 * @param hooks programs that a run starts
 * @param capabilities what it can do that not every SBC can
 * @param embedded the embedded SBC with other times, instead of one that is there already
 */
record TargetFile(
    SourcePosition at,
    @Doc("Its name in reports.") String target,
    @Doc(
            "host:port where it takes calls, or a domain to look up by NAPTR and SRV; may be missing"
                + " where every profile has its own.")
        Optional<Located<String>> address,
    @Doc("host:port by profile, for an SBC that tells trunks apart by port.")
        Map<String, Located<String>> addresses,
    @Doc(
            "Transports it serves; the first is the default. By default what its domain offers, else"
                + " udp and tcp.")
        List<String> transports,
    @Doc("Host in Request-URI and To; by default the address.") Optional<String> uriHost,
    @Doc("The profiles it is set up for.") @OneOrMany List<Located<String>> profiles,
    @Doc("Numbers by role, read as ${numbers.role} in scenarios.") Map<String, String> numbers,
    @Doc("Who answers behind it: none, or played-by and listen.") @Key("far-end")
        Optional<Node> farEnd,
    @Doc("How the call that left the SBC is found again; by default one two-leg case at a time.")
        Optional<Correlate> correlate,
    @Doc("What it may be burdened with.") Optional<Located<LimitsKeys>> limits,
    @Doc("Our own side.") Optional<LocalKeys> local,
    @Doc("How it speaks TLS, where it does.") Optional<TlsKeys> tls,
    @Doc("How long to wait.") Optional<TimersKeys> timers,
    @Doc("Media addresses of the SBC; by default its signalling address.")
        List<Located<String>> media,
    @Doc("Who we are when it asks with 401 or 407.") Optional<Located<CredentialsKeys>> credentials,
    @Doc("What it can do that not every SBC can: scenarios that need it are played.") @OneOrMany
        List<Capability> capabilities,
    @Doc("Programs of yours that a run starts at its turns.") Optional<HooksKeys> hooks,
    @Doc("The embedded SBC with other times; then nothing else but 'target' stands in the file.")
        Optional<EmbeddedKeys> embedded) {

  /** The times of an embedded SBC. */
  record EmbeddedKeys(
      @Doc("Its T1, by which it repeats and gives up (RFC 3261 §17.1.1.1); by default 500ms.")
          Optional<Duration> t1,
      @Doc("How long its far end may stay silent before the caller gets 408; by default 5s.")
          Optional<Duration> patience,
      @Doc(
              "The session interval it asks for in every call (RFC 4028); by default where callers ask.")
          Optional<Duration> session,
      @Doc("The least session interval it takes, its Min-SE; by default the profile's.")
          Optional<Duration> minSession,
      @Doc(
              "Whether its far end has trunks of two servers, where it goes on to the second one when the"
                  + " first answers 503 or is out of service; by default it has.")
          Optional<Boolean> failover,
      @Doc(
              "What it does with a REFER of its far end: pass, carry-out (it calls whom the REFER"
                  + " names by itself) or refuse; by default pass.")
          Optional<ReferPolicy> refer) {
    SbcTimes times() {
      return SbcTimes.of(t1.orElse(SbcTimes.USUAL.t1()), patience.orElse(SbcTimes.USUAL.patience()))
          .with(new SessionPolicy(session, minSession));
    }
  }

  /** Programs that a run starts, each a list: the program, then its arguments. */
  record HooksKeys(
      @Doc("Before the first message; the run ends where it fails.")
          Optional<Located<List<String>>> beforeRun,
      @Doc("After each case that failed or broke; its output goes into the case's evidence.")
          Optional<Located<List<String>>> afterFailedCase,
      @Doc("When the target stopped answering; the run goes on once it answers again.")
          Optional<Located<List<String>>> restartWhenDead,
      @Doc("How long each may take; by default 30s.") Optional<Duration> within) {}

  /** Who we are to it; the password stands in the environment or in a file of its own. */
  record CredentialsKeys(
      @Doc("User name.") String user,
      @Doc("\"${env.NAME}\": the environment variable that holds it.")
          Optional<Located<String>> password,
      @Doc("A file whose first line is the password.") Optional<Located<String>> passwordFile) {}

  /** Who is on the other side, when somebody is. */
  record FarEndKeys(
      SourcePosition at,
      @Doc("Who plays the far end: parley or real.") PlayedBy playedBy,
      @Doc("host:port where our callees listen.") Optional<Located<String>> listen,
      @Doc(
              "host:port where the SBC takes the calls of its far end, if that is another address than"
                  + " the one for callers.")
          Optional<Located<String>> address,
      @Doc(
              "How the certificate is judged that the SBC shows our callees over TLS: usual, teams or"
                  + " rfc5922; it then must show one.")
          Optional<Located<CertificateRules>> certificateRules,
      @Doc("A trunk of two servers of the far end, with a number of its own.")
          Optional<RedundantKeys> redundant) {}

  /** A trunk of two servers, both played by our callees. */
  record RedundantKeys(
      SourcePosition at,
      @Doc("The number that leads to it, read as ${numbers.redundant}; nothing else goes there.")
          String number,
      @Doc("host:port of its first server.") Located<String> first,
      @Doc("host:port of its second server, to which calls go when the first one cannot serve.")
          Located<String> second,
      @Doc(
              "At most so long between two OPTIONS of the SBC to a server; without it the SBC sends"
                  + " none.")
          Optional<Duration> optionsInterval,
      @Doc("So many OPTIONS to a silent server, and it is out of service; by default 4.")
          @Range(from = 1, to = 100)
          OptionalInt unanswered,
      @Doc("So many that are answered, and it is back in service; by default 2.")
          @Range(from = 1, to = 100)
          OptionalInt answered) {}

  /** Who plays the far end. */
  enum PlayedBy {
    PARLEY,
    REAL,
    NONE
  }

  /** How the call that left the SBC is found again. */
  record Correlate(
      @Doc("called-number, calling-number, or the name of a header that the SBC passes on.")
          String by,
      @Doc("Values, one for each two-leg case at a time; {0000..0099} stands for a range.")
          @OneOrMany
          List<String> pool,
      @Doc("Compare only the last digits, so many.") OptionalInt match,
      @Doc("Calling numbers, one for each value of the pool.") @OneOrMany List<String> callers) {}

  /** What the target may be burdened with. */
  record LimitsKeys(
      @Doc("Calls at a time.") OptionalInt calls,
      @Doc("New calls in a time, for example 5/s.") Optional<Located<String>> rate,
      @Doc("Longest time a call may ring.") Optional<Duration> ring,
      @Doc("Numbers it may dial, * stands for any digits.") @OneOrMany List<String> dial) {}

  /** Our own side. */
  record LocalKeys(
      @Doc("The address we bind.") Optional<Located<String>> bind,
      @Doc(
              "The port of our callers, for an access list or for calls that come to them; by default"
                  + " any. With tls the port above it too.")
          @Range(from = 1, to = 65534)
          OptionalInt sourcePort,
      @Doc(
              "Another address of this machine, one that is not on the target's access list: for"
                  + " scenarios that call from there and must be refused.")
          Optional<Located<String>> unlisted,
      @Doc("The address in SDP and Contact, behind NAT.") Optional<String> advertise,
      @Doc("A host name for Contact and From, where the SBC insists on one.")
          Optional<String> contactHost,
      @Doc("First and last RTP port to name in SDP: 30000-30999.") Optional<Located<String>> ports,
      @Doc("The name server to ask instead of this machine's: 192.0.2.53 or 127.0.0.1:5353.")
          Optional<Located<String>> resolver) {}

  /** How it speaks TLS. */
  record TlsKeys(
      SourcePosition at,
      @Doc(
              "Its TLS port, where 'transports' has others too; by default that of its address, or 5061.")
          OptionalInt port,
      @Doc("PEM file of the authorities that may vouch for it; by default those Java trusts.")
          Optional<Located<String>> ca,
      @Doc("PEM file of our certificate, followed by its intermediate ones.")
          Optional<Located<String>> certificate,
      @Doc("PEM file of our private key, not encrypted.") Optional<Located<String>> key,
      @Doc("The name asked for (SNI) and expected in its certificate; by default its host.")
          Optional<Located<String>> serverName,
      @Doc("Whether its certificate is checked; by default true.") Optional<Boolean> verify,
      @Doc("Whether it must show a certificate when it calls us; by default false.")
          Optional<Boolean> mutual) {}

  /** How long to wait. */
  record TimersKeys(
      @Doc("For the next message of a call.") Optional<Duration> response,
      @Doc("For the final response of a call.") @Key("final") Optional<Duration> last,
      @Doc("Its T1, by which it spaces retransmissions; by default 500ms.")
          Optional<Duration> t1) {}
}
