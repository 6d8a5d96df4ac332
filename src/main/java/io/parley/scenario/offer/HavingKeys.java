package io.parley.scenario.offer;

import io.parley.model.CodecSpec;
import io.parley.model.Doc;
import io.parley.yaml.OneOrMany;
import java.util.List;

/** Properties of a codec list. */
@Doc("What the codec list must have.")
record HavingKeys(
    @Doc("All of these are there.") @OneOrMany List<CodecSpec> include,
    @Doc("None of these is there.") @OneOrMany List<CodecSpec> exclude,
    @Doc("The list starts with these, in order.") @OneOrMany List<CodecSpec> first) {}
