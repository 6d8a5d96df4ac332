package io.parley.report.allure;

import io.qameta.allure.Extension;
import io.qameta.allure.PluginConfiguration;
import io.qameta.allure.core.Plugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The script of the tabs "Behaviors" and "Far ends". Allure ships its behaviours tab only inside
 * the command line distribution, so the report made in-process gets ours; {@link TreeTab} writes
 * their data.
 */
final class TabsPlugin implements Plugin {
  private static final String SCRIPT = "index.js";
  private static final String RESOURCE = "/allure-tabs/index.js";

  private final Path script;

  /**
   * The plugin.
   *
   * @param scratch a folder for its script, since the generator reads files, not resources
   */
  TabsPlugin(Path scratch) {
    this.script = scratch.resolve(SCRIPT);
    try (InputStream in = TabsPlugin.class.getResourceAsStream(RESOURCE)) {
      Files.copy(in, script);
    } catch (IOException e) {
      throw new UncheckedIOException("the report's tabs cannot be unpacked to " + scratch, e);
    }
  }

  @Override
  public PluginConfiguration getConfig() {
    return new PluginConfiguration().setId("tabs").setName("tabs").setJsFiles(List.of(SCRIPT));
  }

  @Override
  public void unpackReportStatic(Path folder) throws IOException {
    Files.copy(script, folder.resolve(SCRIPT));
  }

  @Override
  public Map<String, Path> getPluginFiles() {
    return Map.of(SCRIPT, script);
  }

  @Override
  public List<Extension> getExtensions() {
    return List.of();
  }
}
