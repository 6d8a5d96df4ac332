package io.parley.target.docker;

import io.parley.model.Capability;
import io.parley.yaml.Binder;
import io.parley.yaml.Problems;
import io.parley.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What an SBC cannot judge, read from the file beside its configuration.
 *
 * @param capabilities what it can do that not every SBC can
 * @param cannotJudge one entry for each rule that its software has no means for
 */
record Capabilities(List<Capability> capabilities, List<Gap> cannotJudge) {

  /**
   * A rule that is skipped rather than approximated.
   *
   * @param rule what it is about
   * @param scenarios ids of the scenarios that need it
   * @param profiles for which profiles; none = for all
   * @param reason why it cannot be judged
   */
  record Gap(String rule, List<String> scenarios, List<String> profiles, String reason) {}

  /**
   * Reads the file.
   *
   * @param name its name in messages
   * @throws IllegalStateException when it is not as it must be, which is our own fault
   */
  static Capabilities read(String name, String text) {
    Problems problems = new Problems();
    Optional<Capabilities> out =
        Yaml.decode(name, text.getBytes(StandardCharsets.UTF_8), problems)
            .flatMap(decoded -> Yaml.parse(name, decoded, problems))
            .flatMap(node -> new Binder(problems).bind(node, Capabilities.class));
    return out.orElseThrow(() -> new IllegalStateException(problems.list().toString()));
  }

  /** Why a scenario cannot be judged under a profile; empty when it can. */
  Optional<String> reason(String scenario, Optional<String> profile) {
    return cannotJudge.stream()
        .filter(gap -> gap.scenarios().contains(scenario))
        .filter(
            gap -> gap.profiles().isEmpty() || profile.map(gap.profiles()::contains).orElse(false))
        .map(Gap::reason)
        .findFirst();
  }
}
