package io.parley.yaml;

import io.parley.model.SourcePosition;

/** A piece of a YAML file that knows where it stands. */
public sealed interface Node permits Scalar, Sequence, Mapping {

  /** Where it starts; of a map that is its first key, of a list its first dash or bracket. */
  SourcePosition at();

  /** The same piece said to stand elsewhere, for example where a variable names it. */
  Node movedTo(SourcePosition place);

  /**
   * What it is, in the words of an error message: {@code 'text'}, {@code a list}, {@code a map}.
   */
  String describe();
}
