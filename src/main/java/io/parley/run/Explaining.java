package io.parley.run;

import io.parley.explain.Explainer;
import io.parley.model.Problem;
import io.parley.profile.Profile;
import io.parley.profile.Profiles;
import io.parley.yaml.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes what explains captures, with the profiles that are known here. */
public final class Explaining {
  private static final Path PROFILES = Path.of("scenarios", "profiles");

  private Explaining() {}

  /**
   * An explainer.
   *
   * @param as names of profiles; empty = all that are known
   * @throws UsageException when there is no such profile, or a file of one is faulty
   */
  public static Explainer explainer(List<String> as) {
    Problems problems = new Problems();
    Profiles known = Profiles.load(PROFILES, problems);
    if (!problems.isEmpty()) {
      throw new UsageException(problems.list().stream().map(Problem::toString).toList());
    }
    List<Profile> chosen = new ArrayList<>();
    for (String name : as.isEmpty() ? known.names() : as) {
      chosen.add(
          known
              .get(name)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "--as: unknown profile '"
                              + name
                              + "'. Profiles: "
                              + String.join(", ", known.names()))));
    }
    return new Explainer(chosen, !as.isEmpty());
  }
}
