// Tabs of our own in Allure's report: the same tree view, over trees that TreeTab.java writes.
(function (api, components) {
  'use strict';

  function tree(name, title, icon) {
    var words = { tab: {}, widget: {} };
    words.tab[name] = { name: title };
    words.widget[name] = { name: title, showAll: 'show all' };
    api.addTranslation('en', words);
    api.addTab(name, {
      title: 'tab.' + name + '.name',
      icon: 'fa ' + icon,
      route: name + '(/)(:testGroup)(/)(:testResult)(/)(:testResultTab)(/)',
      onEnter: function (group, result, resultTab) {
        return new components.TreeLayout({
          testGroup: group,
          testResult: result,
          testResultTab: resultTab,
          tabName: 'tab.' + name + '.name',
          baseUrl: name,
          url: 'data/' + name + '.json'
        });
      }
    });
    api.addWidget('widgets', name, components.WidgetStatusView.extend({
      rowTag: 'a',
      title: 'widget.' + name + '.name',
      baseUrl: name,
      showLinks: true
    }));
  }

  tree('behaviors', 'Behaviors', 'fa-list');
  tree('farends', 'Far ends', 'fa-phone');
})(window.allure.api, window.allure.components);
