package io.parley.scenario.surface;

import io.parley.model.RawMessage;
import io.parley.scenario.files.Folder;
import io.parley.yaml.Binder;
import io.parley.yaml.Form;
import io.parley.yaml.Located;
import io.parley.yaml.Node;
import io.parley.yaml.Reader;
import io.parley.yaml.Scalar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a whole message: a text, or the name of a file beside the scenario. */
public final class RawReader implements Reader<RawMessage> {
  private final Folder folder;

  /** A reader of the files in a folder. */
  public RawReader(Folder folder) {
    this.folder = folder;
  }

  @Override
  public Optional<RawMessage> read(Node node, Binder binder) {
    if (node instanceof Scalar text && !text.isNull()) {
      return Optional.of(new RawMessage.Text(text.text()));
    }
    if (node instanceof io.parley.yaml.Mapping map) {
      return binder.bind(map, RawKeys.class).flatMap(k -> file(k.file(), binder));
    }
    binder.expected(node, "the message as text, or { file: … }");
    return Optional.empty();
  }

  private Optional<RawMessage> file(Located<String> name, Binder binder) {
    Optional<Path> path = inside(name.value());
    if (path.isEmpty()) {
      binder.refuse(
          name.at(),
          "expected a file in the scenario's folder or below, found '" + name.value() + "'",
          "Name it relative to the scenario, without '..'.");
      return Optional.empty();
    }
    try {
      Optional<byte[]> bytes = folder.read(path.get());
      if (bytes.isEmpty()) {
        binder.refuse(
            name.at(),
            "there is no file '" + name.value() + "' beside the scenario",
            "Put the message's bytes there.");
      }
      return bytes.filter(b -> sized(b, name, binder)).map(b -> message(name.value(), b));
    } catch (IOException e) {
      binder.refuse(name.at(), "cannot read '" + name.value() + "': " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<Path> inside(String name) {
    try {
      Path path = Path.of(name).normalize();
      boolean outside = path.isAbsolute() || path.startsWith("..") || name.isBlank();
      return outside ? Optional.empty() : Optional.of(path);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static boolean sized(byte[] bytes, Located<String> name, Binder binder) {
    if (bytes.length == 0 || bytes.length > Folder.MOST) {
      binder.refuse(
          name.at(),
          "expected a file of 1 byte to 64 KiB, '"
              + name.value()
              + (bytes.length == 0 ? "' is empty" : "' is larger"));
      return false;
    }
    return true;
  }

  private static RawMessage message(String file, byte[] bytes) {
    return new RawMessage.Bytes(file, new String(bytes, StandardCharsets.ISO_8859_1));
  }

  @Override
  public List<Form> forms() {
    return List.of(
        new Form.Text("the message as text", "", List.of()), new Form.Keys(RawKeys.class));
  }
}
