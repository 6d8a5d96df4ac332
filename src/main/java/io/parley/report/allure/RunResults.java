package io.parley.report.allure;

import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.entity.Attachment;
import io.qameta.allure.entity.TestResult;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The results of a run as Allure's parts ask for them. Each part asks anew for the set of those
 * shown; a set by identity spares it the hash of everything in them, which took a quarter of the
 * time of a report.
 *
 * @param all every result, hidden ones included
 * @param attachments by the file they were read from
 * @param extra what readers found besides
 */
record RunResults(Set<TestResult> all, Map<Path, Attachment> attachments, Map<String, Object> extra)
    implements LaunchResults {

  static RunResults of(
      Collection<TestResult> results,
      Map<Path, Attachment> attachments,
      Map<String, Object> extra) {
    return new RunResults(byIdentity(results), attachments, extra);
  }

  private static Set<TestResult> byIdentity(Collection<TestResult> results) {
    Set<TestResult> out = Collections.newSetFromMap(new IdentityHashMap<>(results.size()));
    out.addAll(results);
    return out;
  }

  @Override
  public Set<TestResult> getAllResults() {
    return all;
  }

  /** Those that are not hidden by now: parts hide some as they go. */
  @Override
  public Set<TestResult> getResults() {
    return byIdentity(all.stream().filter(r -> !r.isHidden()).toList());
  }

  @Override
  public Map<Path, Attachment> getAttachments() {
    return attachments;
  }

  @Override
  @SuppressWarnings("unchecked") // whoever asks knows what its reader found
  public <T> Optional<T> getExtra(String name) {
    return Optional.ofNullable((T) extra.get(name));
  }
}
