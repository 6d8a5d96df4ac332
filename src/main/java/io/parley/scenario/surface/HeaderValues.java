package io.parley.scenario.surface;

import io.parley.model.HeaderEdit;
import java.util.List;
import java.util.Map;

/**
 * What a header of a message we send is given.
 *
 * @param values one header line each; empty = remove
 */
public record HeaderValues(List<String> values) {

  /** Headers as written, as the model has them. */
  public static List<HeaderEdit> edits(Map<String, HeaderValues> headers) {
    return headers.entrySet().stream()
        .map(e -> new HeaderEdit(e.getKey(), e.getValue().values()))
        .toList();
  }
}
