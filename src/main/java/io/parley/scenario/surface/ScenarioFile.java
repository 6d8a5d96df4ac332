package io.parley.scenario.surface;

import io.parley.model.BodySpec;
import io.parley.model.Control;
import io.parley.model.Doc;
import io.parley.model.Link;
import io.parley.model.MessageMutation;
import io.parley.model.OfferSpec;
import io.parley.model.RawMessage;
import io.parley.model.Severity;
import io.parley.model.SourcePosition;
import io.parley.yaml.Key;
import io.parley.yaml.Located;
import io.parley.yaml.Matches;
import io.parley.yaml.Node;
import io.parley.yaml.OneOrMany;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scenario file as it is written, in the short or the long form. */
@Doc("One scenario: calls that are played at the SBC, and what must come back.")
public record ScenarioFile(
    SourcePosition at,
    @Doc("The title: one sentence that says what must happen.") @Key("scenario") String title,
    @Doc("A stable name, unique among all scenarios: small letters, digits and hyphens.")
        @Matches(value = "[a-z0-9]+(-[a-z0-9]+)*", expected = "small letters, digits and hyphens")
        Located<String> id,
    @Doc("What must hold, and why it matters.") Optional<String> requirement,
    @Doc("How much a failure matters; by default normal.") Optional<Severity> severity,
    @Doc("Free words to select scenarios by; those tagged slow are played first.")
        List<String> tags,
    @Doc("Documents and sections the scenario rests on.") List<String> sources,
    @Doc("Values named ${vars.x}; a --set or a matrix value of the same name comes first.")
        Map<String, Node> vars,
    @Doc(
            "Lists of values; one case is played for each combination, which reads them as ${matrix.x}.")
        Map<String, Node> matrix,
    @Doc(
            "A list of maps, or the name of a YAML or CSV file that is one; a case is played for each row,"
                + " which is read as ${row.x}.")
        Optional<Node> rows,
    @Doc("What it is for: profiles and targets.") Optional<Applies> when,
    @Doc("Short form: what the caller offers.") Optional<OfferSpec> offer,
    @Doc("Short form: the number or URI called; by default ${numbers.callee}.")
        Optional<Located<String>> to,
    @Doc("Short form: the calling number; by default ${numbers.caller}.")
        Optional<Located<String>> from,
    @Doc("Short form: the transport; by default the target's first.")
        Optional<Located<TransportName>> transport,
    @Doc("Short form: the faulty certificate the caller shows over TLS.")
        Optional<Located<Link.Certificate>> certificate,
    @Doc("Short form: ipv4 or ipv6; by default what the target is reached by.")
        Optional<Located<Link.Family>> family,
    @Doc("Short form: the one version of TLS that the caller speaks, TLSv1 to TLSv1.3.")
        Optional<Located<Link.TlsVersion>> tlsVersion,
    @Doc("Short form: unlisted = from an address that is not on the target's access list.")
        Optional<Located<Link.Bind>> bind,
    @Doc("Short form: headers of the INVITE to set, repeat or remove.")
        Map<String, HeaderValues> headers,
    @Doc("Short form: a body that is not SDP, instead of an offer.")
        Optional<Located<BodySpec>> body,
    @Doc("Short form: faults in the INVITE.") List<MessageMutation> mutate,
    @Doc("Short form: the whole request, a text or a file, sent as it is.")
        Optional<Located<RawMessage>> raw,
    @Doc("Long form: who takes part, by name.") Map<String, Located<ActorKeys>> actors,
    @Doc("Long form: what they send and receive, top to bottom.")
        Optional<Located<List<StepLine>>> steps,
    @Doc("What must come back: one outcome, or one for each profile.") Optional<ExpectBlock> expect,
    @Doc(
            "What it usually means when the scenario fails: one or several, the first that fits counts;"
                + " by default what its tags say.")
        @OneOrMany
        List<Located<DiagnosisAsk>> diagnosis,
    @Doc(
            "Which good call proves that a refusal means something: none, or a scenario's id; by default"
                + " the base of the offer.")
        Optional<Located<Control>> control) {}
