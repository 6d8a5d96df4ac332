package io.parley.report.allure;

import io.qameta.allure.Aggregator2;
import io.qameta.allure.ReportStorage;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.entity.LabelName;
import io.qameta.allure.entity.TestResult;
import io.qameta.allure.tree.TestResultTree;
import io.qameta.allure.tree.TestResultTreeGroup;
import io.qameta.allure.tree.TreeUtils;
import io.qameta.allure.tree.TreeWidgetData;
import io.qameta.allure.tree.TreeWidgetItem;
import java.util.Comparator;
import java.util.List;

/**
 * The data of one more tab: the results as a tree by some labels, and the top of it as a widget for
 * the overview.
 *
 * @param name name of the tab and of its files
 * @param labels what groups the results, outermost first
 */
record TreeTab(String name, LabelName... labels) implements Aggregator2 {
  private static final int WIDGET_ROWS = 10;

  @Override
  public void aggregate(
      Configuration configuration, List<LaunchResults> launches, ReportStorage storage) {
    TestResultTree tree = new TestResultTree(name, r -> TreeUtils.groupByLabels(r, labels));
    launches.stream()
        .flatMap(l -> l.getResults().stream())
        .sorted(Comparator.comparing(TestResult::getName))
        .forEach(tree::add);
    storage.addDataJson("data/" + name + ".json", tree);
    storage.addDataJson("widgets/" + name + ".json", widget(tree));
  }

  private static TreeWidgetData widget(TestResultTree tree) {
    List<TreeWidgetItem> items =
        tree.getChildren().stream()
            .filter(TestResultTreeGroup.class::isInstance)
            .map(TestResultTreeGroup.class::cast)
            .map(TreeTab::item)
            .toList();
    return new TreeWidgetData()
        .setItems(items.stream().limit(WIDGET_ROWS).toList())
        .setTotal(items.size());
  }

  private static TreeWidgetItem item(TestResultTreeGroup group) {
    return new TreeWidgetItem()
        .setUid(group.getUid())
        .setName(group.getName())
        .setStatistic(TreeUtils.calculateStatisticByLeafs(group));
  }
}
