package io.parley.profile;

import io.parley.yaml.Problems;
import io.parley.yaml.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lays each profile over the one that it extends. Belongs to one thread. */
final class Inheritance {
  private final Map<String, ProfileFile> files;
  private final Problems problems;
  private final Map<String, Profile> done = new TreeMap<>();

  /**
   * The profiles of these files.
   *
   * @param files by name
   * @param problems takes what is wrong with them
   */
  Inheritance(Map<String, ProfileFile> files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  /** Those in order, by name; one that is wrong, or builds on one that is, is left out. */
  Map<String, Profile> resolve() {
    files.keySet().forEach(name -> resolve(name, new ArrayList<>()));
    return done;
  }

  private Optional<Profile> resolve(String name, List<String> children) {
    if (done.containsKey(name)) {
      return Optional.of(done.get(name));
    }
    ProfileFile file = files.get(name);
    children.add(name);
    if (file.parent().isEmpty()) {
      return made(name, file, Optional.empty());
    }
    String parent = file.parent().get();
    if (children.contains(parent)) {
      problems.add(
          file.at(),
          "extends: the profile '" + parent + "' extends itself",
          "Take one 'extends' of the circle out.");
      return Optional.empty();
    }
    if (!files.containsKey(parent)) {
      problems.add(
          file.at(),
          "extends: the profile '" + parent + "' is not known",
          Suggestion.hint(parent, "Profiles", files.keySet()));
      return Optional.empty();
    }
    return resolve(parent, children).flatMap(base -> made(name, file, Optional.of(base)));
  }

  private Optional<Profile> made(String name, ProfileFile file, Optional<Profile> base) {
    ProfileCheck check = new ProfileCheck(file, problems);
    if (check.wordsAreKnown()) {
      Profile profile = file.over(name, base);
      if (check.canAct(profile)) {
        done.put(name, profile);
      }
    }
    return Optional.ofNullable(done.get(name));
  }
}
