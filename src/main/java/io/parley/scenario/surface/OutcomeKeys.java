package io.parley.scenario.surface;

import io.parley.model.Doc;
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

/** One acceptable outcome as written under {@code any}. */
@Doc("One acceptable way for the call to end.")
public record OutcomeKeys(
    SourcePosition at,
    @Doc("The final status, or several: 488, 4xx, silence, no-connection.") @OneOrMany
        List<StatusPattern> status,
    @Doc("True: the call is accepted, and the SBC mended the request that it passed on.")
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
        Optional<Duration> within) {}
