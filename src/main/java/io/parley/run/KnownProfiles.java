package io.parley.run;

import io.parley.model.Problem;
import io.parley.profile.Profile;
import io.parley.profile.Profiles;
import io.parley.yaml.Problems;
import io.parley.yaml.Suggestion;
import java.nio.file.Path;

/** The profiles that commands know: those we ship, and those of the folder they are given in. */
final class KnownProfiles {
  private static final Path FOLDER = Path.of("scenarios", "profiles");

  private KnownProfiles() {}

  /**
   * All of them.
   *
   * @throws UsageException with everything that is wrong with a file of one
   */
  static Profiles read() {
    Problems problems = new Problems();
    Profiles profiles = Profiles.load(FOLDER, problems);
    if (!problems.isEmpty()) {
      throw new UsageException(problems.list().stream().map(Problem::toString).toList());
    }
    return profiles;
  }

  /**
   * The one that the user named with {@code --as}.
   *
   * @throws UsageException when there is none of that name
   */
  static Profile as(String name, Profiles known) {
    return known
        .get(name)
        .orElseThrow(
            () ->
                new UsageException(
                    "--as: unknown profile '"
                        + name
                        + "'. "
                        + Suggestion.hint(name, "Profiles", known.names()).orElse("")));
  }
}
