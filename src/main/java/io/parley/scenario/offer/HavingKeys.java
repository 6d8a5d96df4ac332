package io.parley.scenario.offer;

import io.parley.model.CodecSpec;
import io.parley.model.Doc;
import java.util.List;

/** Properties of a codec list. */
@Doc("What the codec list must have.")
record HavingKeys(
    @Doc("All of these are there.") List<CodecSpec> include,
    @Doc("None of these is there.") List<CodecSpec> exclude,
    @Doc("The list starts with these, in order.") List<CodecSpec> first) {}
