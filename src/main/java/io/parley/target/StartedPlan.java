package io.parley.target;

import io.parley.model.Capability;
import io.parley.wire.TlsSettings;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The plan of a target that runs already. */
record StartedPlan(Target target) implements TargetPlan {

  @Override
  public String name() {
    return target.name();
  }

  @Override
  public List<String> profiles() {
    return target.profiles();
  }

  @Override
  public Map<String, String> numbers() {
    return target.numbers();
  }

  @Override
  public Target.Limits limits() {
    return target.limits();
  }

  @Override
  public LocalSide local() {
    return target.local();
  }

  @Override
  public Set<Capability> capabilities() {
    return target.capabilities();
  }

  @Override
  public Optional<TlsSettings> tls() {
    return target.tls();
  }

  @Override
  public Hooks hooks() {
    return target.hooks();
  }

  @Override
  public Optional<String> cannotJudge(String scenario, Optional<String> profile) {
    return target.cannotJudge(scenario, profile);
  }

  @Override
  public Target start(InetSocketAddress callee) {
    return target;
  }
}
