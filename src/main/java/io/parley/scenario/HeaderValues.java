package io.parley.scenario;

import io.parley.model.HeaderEdit;
import java.util.List;
import java.util.Map;

/**
 * What a header of a message we send is given.
 *
 * @param values one header line each; empty = remove
 */
record HeaderValues(List<String> values) {

  /** Headers as written, as the model has them. */
  static List<HeaderEdit> edits(Map<String, HeaderValues> headers) {
    return headers.entrySet().stream()
        .map(e -> new HeaderEdit(e.getKey(), e.getValue().values()))
        .toList();
  }
}
