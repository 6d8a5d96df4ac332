package io.parley.report.allure;

import io.qameta.allure.Aggregator2;
import io.qameta.allure.ReportStorage;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.entity.TestResult;
import io.qameta.allure.model.Label;
import io.qameta.allure.retry.RetryItem;
import io.qameta.allure.retry.RetryPlugin;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Puts the other plays of a case under it, as the tab "Retries" shows them. Allure's own part takes
 * the last play for the case; of a case that was repeated it is the worst that counts.
 */
final class Retries implements Aggregator2 {
  /** The label of the plays that do not count; its value is their number. */
  private static final String LABEL = "attempt";

  static Label label(int number) {
    return new Label().setName(LABEL).setValue(Integer.toString(number));
  }

  @Override
  public void aggregate(
      Configuration configuration, List<LaunchResults> launches, ReportStorage storage) {
    Map<String, List<TestResult>> byCase =
        launches.stream()
            .flatMap(l -> l.getAllResults().stream())
            .filter(r -> Objects.nonNull(r.getHistoryId()))
            .collect(Collectors.groupingBy(TestResult::getHistoryId));
    byCase.values().stream().filter(plays -> plays.size() > 1).forEach(Retries::join);
  }

  private static void join(List<TestResult> plays) {
    TestResult counts =
        plays.stream()
            .filter(r -> r.findOneLabel(LABEL).isEmpty())
            .findFirst()
            .orElse(plays.get(0));
    List<TestResult> others =
        plays.stream().filter(r -> r != counts).sorted(TestResult.comparingByTime()).toList();
    others.forEach(r -> r.setHidden(true).setRetry(true));
    counts.addExtraBlock(RetryPlugin.RETRY_BLOCK_NAME, others.stream().map(Retries::item).toList());
    counts.setRetriesCount(others.size());
    counts.setRetriesStatusChange(
        others.stream().anyMatch(r -> r.getStatus() != counts.getStatus()));
  }

  private static RetryItem item(TestResult play) {
    return new RetryItem()
        .setUid(play.getUid())
        .setStatus(play.getStatus())
        .setStatusDetails(play.getStatusMessage())
        .setTime(play.getTime());
  }
}
