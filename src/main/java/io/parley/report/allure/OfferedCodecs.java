package io.parley.report.allure;

import io.parley.report.SdpSummary;
import io.parley.result.CaseResult;
import io.parley.result.TranscriptEntry;
import io.parley.wire.Frame;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The codecs that a case offered first, as its parameter: {@code PCMU PCMA}; without what is no
 * codec for speech and in nearly every offer.
 */
final class OfferedCodecs {
  /** A list that is long on purpose would leave no room for the other parameters. */
  private static final int LONGEST = 60;

  private OfferedCodecs() {}

  static Optional<String> of(CaseResult result) {
    return result.transcript().stream()
        .filter(e -> e.frame().way() == Frame.Way.OUT)
        .map(TranscriptEntry::message)
        .flatMap(m -> m.sdp().stream())
        .map(part -> SdpSummary.codecs(new String(part.bytes(), StandardCharsets.ISO_8859_1)))
        .findFirst()
        .map(codecs -> codecs.replaceAll(" (telephone-event|CN)\\b", ""))
        .filter(codecs -> !codecs.isEmpty())
        .map(codecs -> codecs.length() <= LONGEST ? codecs : codecs.substring(0, LONGEST) + "…");
  }
}
