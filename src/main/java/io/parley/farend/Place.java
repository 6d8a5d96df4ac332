package io.parley.farend;

import io.parley.wire.Flow;

/**
 * Where a user is.
 *
 * @param uri the URI that the user gave, which requests to the user carry
 * @param flow by which the user came, which requests to the user go back
 */
record Place(String uri, Flow flow) {}
