package io.parley.certify;

import io.parley.model.Case;
import io.parley.phone.Phone;
import io.parley.profile.Profile;
import io.parley.result.CaseResult;
import io.parley.scenario.context.Given;
import io.parley.yaml.Binder;
import io.parley.yaml.Node;
import io.parley.yaml.Problems;
import io.parley.yaml.Shipped;
import io.parley.yaml.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is played to certify a phone: the requirements, and the scenarios that prove each.
 *
 * <pre>{@code
 * Campaign campaign = Campaign.of(phone, profile);
 * List<Case> cases = campaign.applicable(load(campaign.given()));
 * List<RequirementResult> results = campaign.judge(play(cases));
 * }</pre>
 */
public final class Campaign {
  /** The folder of its scenarios below {@code scenarios}. */
  public static final String FOLDER = "certify";

  private static final String FILE = "scenarios/certify/requirements/phone.yaml";

  private final List<Asked> asked;
  private final Setup setup;

  private Campaign(List<Asked> asked, Setup setup) {
    this.asked = asked;
    this.setup = setup;
  }

  /**
   * The campaign for a phone.
   *
   * @param farEnd the profile it is played under; empty = none
   * @param problems takes what is wrong with a file of requirements in this folder
   */
  public static Campaign of(Phone phone, Optional<Profile> farEnd, Problems problems) {
    Path here = Path.of(FILE);
    Optional<Node> file =
        Files.isRegularFile(here) ? Yaml.read(here, problems) : Shipped.read(FILE, problems);
    List<Asked> asked =
        file.flatMap(node -> new Binder(problems).bind(node, AskedFile.class))
            .map(AskedFile::requirements)
            .orElse(List.of());
    return new Campaign(asked, new Setup(phone, farEnd));
  }

  /** What its scenarios may name. */
  public Given given() {
    return new PhoneValues(setup).given();
  }

  /** Those of the cases that prove a requirement which applies to the phone. */
  public List<Case> applicable(List<Case> cases) {
    List<String> scenarios =
        asked.stream()
            .filter(a -> objection(a).isEmpty())
            .flatMap(a -> a.scenarios().stream())
            .toList();
    return cases.stream().filter(c -> scenarios.contains(c.scenario().id())).toList();
  }

  /** How the phone was set up, and what of it is not known. */
  public List<String> remarks() {
    return setup.remarks();
  }

  /** What became of each requirement. */
  public List<RequirementResult> judge(List<CaseResult> results) {
    return asked.stream()
        .map(
            a -> {
              List<CaseResult> proofs =
                  results.stream()
                      .filter(r -> a.scenarios().contains(r.played().scenario().id()))
                      .toList();
              return new Judgement(a, proofs).result(objection(a));
            })
        .toList();
  }

  private Optional<String> objection(Asked requirement) {
    return requirement.needs().stream().flatMap(t -> t.objection(setup).stream()).findFirst();
  }
}
