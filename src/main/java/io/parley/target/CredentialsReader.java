package io.parley.target;

import io.parley.yaml.Located;
import io.parley.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the password that a target file names: in the environment or in a file of its own. One that
 * is written out is refused, since target files are shared and committed.
 */
final class CredentialsReader {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{env\\.([A-Za-z_][A-Za-z0-9_]*)\\}");
  private static final String HOW =
      "Write password: \"${env.NAME}\", or password-file: <file> with it in the first line.";

  private final Problems problems;
  private final Function<String, String> environment;

  CredentialsReader(Problems problems) {
    this(problems, System::getenv);
  }

  CredentialsReader(Problems problems, Function<String, String> environment) {
    this.problems = problems;
    this.environment = environment;
  }

  /** The credentials; what is wrong with them is in the problems, without the password. */
  Optional<Target.Credentials> read(Located<TargetFile.CredentialsKeys> keys) {
    TargetFile.CredentialsKeys written = keys.value();
    if (written.password().isPresent() == written.passwordFile().isPresent()) {
      problems.add(keys.at(), "expected either password or password-file", HOW);
      return Optional.empty();
    }
    return written
        .password()
        .flatMap(this::fromEnvironment)
        .or(() -> written.passwordFile().flatMap(this::fromFile))
        .map(p -> new Target.Credentials(written.user(), p));
  }

  private Optional<String> fromEnvironment(Located<String> text) {
    Matcher m = VARIABLE.matcher(text.value());
    if (!m.matches()) {
      problems.add(text.at(), "the password is written out", HOW);
      return Optional.empty();
    }
    Optional<String> value = Optional.ofNullable(environment.apply(m.group(1)));
    if (value.isEmpty()) {
      problems.add(text.at(), "the environment variable " + m.group(1) + " is not set", "Set it.");
    }
    return value;
  }

  private Optional<String> fromFile(Located<String> text) {
    Path file = Path.of(text.at().file()).resolveSibling(text.value());
    try {
      List<String> lines = Files.readAllLines(file);
      if (!lines.isEmpty() && !lines.get(0).isBlank()) {
        return Optional.of(lines.get(0).strip());
      }
      problems.add(text.at(), "the password file '" + text.value() + "' is empty");
    } catch (IOException e) {
      problems.add(text.at(), "cannot read the password file '" + text.value() + "'");
    }
    return Optional.empty();
  }
}
