package io.parley.scenario.surface;

import io.parley.model.Doc;
import io.parley.yaml.Located;

/** A raw message that is in a file, as written. */
@Doc("The bytes of a file, sent as they are.")
record RawKeys(
    @Doc("A file in the scenario's folder or below, at most 64 KiB.") Located<String> file) {}
