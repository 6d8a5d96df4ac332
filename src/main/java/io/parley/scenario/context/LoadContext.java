package io.parley.scenario.context;

import io.parley.model.Capability;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What scenarios are loaded for: a target, its profiles and what the user set.
 *
 * @param profiles every known profile by name, with its {@code extends} chain: itself first, then
 *     its ancestors, nearest first
 * @param selected the profiles to play under, in order; empty = play without a profile, where only
 *     flat expectations apply
 * @param target what {@code ${target.x}} stands for, for example {@code name} and {@code host}
 * @param numbers what {@code ${numbers.x}} stands for
 * @param leased numbers whose value is leased to a case when it is played; their {@code
 *     ${numbers.x}} stays in the text
 * @param set variables given on the command line: {@code x} or {@code vars.x}, {@code matrix.x},
 *     {@code numbers.x}, {@code target.x}
 * @param env environment variables
 * @param capabilities what the target can do that not every SBC can
 * @param given what a command adds to what scenarios may name
 */
public record LoadContext(
    Map<String, List<String>> profiles,
    List<String> selected,
    Map<String, String> target,
    Map<String, String> numbers,
    Set<String> leased,
    Map<String, String> set,
    Map<String, String> env,
    Set<Capability> capabilities,
    Given given) {

  /** A context to which nothing is added. */
  public LoadContext(
      Map<String, List<String>> profiles,
      List<String> selected,
      Map<String, String> target,
      Map<String, String> numbers,
      Set<String> leased,
      Map<String, String> set,
      Map<String, String> env,
      Set<Capability> capabilities) {
    this(profiles, selected, target, numbers, leased, set, env, capabilities, Given.NOTHING);
  }

  /** The same for a target with these. */
  public LoadContext with(Set<Capability> able) {
    return new LoadContext(profiles, selected, target, numbers, leased, set, env, able, given);
  }

  /** The same with what a command adds. */
  public LoadContext with(Given added) {
    return new LoadContext(
        profiles, selected, target, numbers, leased, set, env, capabilities, added);
  }
}
