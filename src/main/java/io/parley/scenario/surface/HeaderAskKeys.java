package io.parley.scenario.surface;

import io.parley.model.Doc;
import io.parley.model.Evidence;
import java.util.Optional;

/** A header expectation written as a map. */
@Doc("What a header must be, with its own evidence.")
record HeaderAskKeys(
    @Doc("A token that one of the comma-separated values must be.") Optional<String> contains,
    @Doc("The text it must be, or /a regular expression/ found in it.") Optional<String> is,
    @Doc("How well this header is known to be sent.") Optional<Evidence> evidence) {
  HeaderAskKeys {
    if (contains.isPresent() == is.isPresent()) {
      throw new IllegalArgumentException("expected either 'contains' or 'is'");
    }
  }
}
