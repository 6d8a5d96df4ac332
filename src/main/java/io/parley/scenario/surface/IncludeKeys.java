package io.parley.scenario.surface;

import io.parley.model.Doc;
import io.parley.yaml.Form;
import io.parley.yaml.Node;
import io.parley.yaml.Reader;
import io.parley.yaml.Union;
import java.util.Map;
import java.util.Optional;

/** An include as written. It is gone before steps are bound; this is what editors know of it. */
@Doc("The steps of another file.")
record IncludeKeys(@Doc("The file, or the file and its parameters.") IncludeKeys.Included include) {

  /** What is included. */
  record Included(
      @Doc("The file, seen from this file's folder.") String file,
      @Doc("Values of the variables that it declares.") Map<String, Node> with) {}

  /** A file, or a file and its parameters. */
  static Reader<Included> reader() {
    return Union.<Included>of("the name of a file, or { file: …, with: { … } }")
        .text(
            new Form.Text("the file", "", java.util.List.of()),
            (scalar, binder) -> Optional.of(new Included(scalar.text(), Map.of())))
        .keys(Keys.class, keys -> new Included(keys.file(), keys.with()));
  }

  /** The long form. */
  @Doc("A file and its parameters.")
  record Keys(
      @Doc("The file, seen from this file's folder.") String file,
      @Doc("Values of the variables that it declares.") Map<String, Node> with) {}
}
