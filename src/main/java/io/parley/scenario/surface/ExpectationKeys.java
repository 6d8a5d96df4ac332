package io.parley.scenario.surface;

import io.parley.model.Doc;
import io.parley.model.Evidence;
import io.parley.model.SdpExpectation;
import io.parley.model.SourcePosition;
import io.parley.model.StatusPattern;
import io.parley.yaml.Located;
import io.parley.yaml.OneOrMany;
import io.parley.yaml.Range;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What must come back, as written: one outcome, or {@code any} of several. */
@Doc("What must come back, and how that is known.")
public record ExpectationKeys(
    SourcePosition at,
    @Doc("Several acceptable outcomes of different kinds.") List<OutcomeKeys> any,
    @Doc("The final status, or several: 488, 4xx, silence, no-connection.") @OneOrMany
        List<StatusPattern> status,
    @Doc("True: the call is accepted, and the SBC mended the offer that it passed on.")
        boolean repaired,
    @Doc("What headers of the response must be.") Map<String, HeaderAsk> headers,
    @Doc("What the SDP answer in the response must be.") Optional<SdpExpectation> answer,
    @Doc("The code that Warning must have (RFC 3261 §20.43).") @Range(from = 300, to = 399)
        OptionalInt warning,
    @Doc(
            "A regular expression found in Reason (RFC 3326); with no-connection in what is known of"
                + " the failure.")
        Optional<Located<String>> reason,
    @Doc("How long after the INVITE; by default the target's final timer.")
        Optional<Duration> within,
    @Doc("The vendor's own number; never asserted.") OptionalInt code,
    @Doc("How well this is known.") Optional<Evidence> evidence,
    @Doc("Document and section.") Optional<String> source,
    @Doc("Why statuses of more than one class are right.") Optional<String> why) {

  /** The keys that only a single outcome has. */
  public OutcomeKeys outcome() {
    return new OutcomeKeys(at, status, repaired, headers, answer, warning, reason, within);
  }
}
