package io.parley.report.allure;

import io.qameta.allure.DefaultLaunchResults;
import io.qameta.allure.context.RandomUidContext;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.core.ResultsVisitor;
import io.qameta.allure.entity.Attachment;
import io.qameta.allure.entity.TestResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in the results of a run. Allure's own visitor finds out the type of every attachment from
 * its bytes; ours have suffixes of our making, so their types are known. Called by several threads.
 */
final class ResultsReader implements ResultsVisitor {
  private static final Logger LOG = LoggerFactory.getLogger(ResultsReader.class);
  private static final Map<String, String> TYPES =
      Map.of(
          ".txt", "text/plain",
          ".yaml", "text/plain",
          ".svg", "image/svg+xml",
          ".pcap", "application/vnd.tcpdump.pcap");

  private final Configuration configuration;
  private final Set<TestResult> results = ConcurrentHashMap.newKeySet();
  private final Map<Path, Attachment> attachments = new ConcurrentHashMap<>();
  private final Map<String, Object> extra = new ConcurrentHashMap<>();

  /** A reader for one report. */
  ResultsReader(Configuration configuration) {
    this.configuration = configuration;
  }

  /** What was read. */
  LaunchResults launch() {
    return new DefaultLaunchResults(results, attachments, extra);
  }

  @Override
  public Attachment visitAttachmentFile(Path file) {
    return attachments.computeIfAbsent(file, this::attachment);
  }

  private Attachment attachment(Path file) {
    String name = file.getFileName().toString();
    String suffix = name.substring(Math.max(0, name.lastIndexOf('.')));
    String uid = configuration.requireContext(RandomUidContext.class).getValue().get();
    try {
      return new Attachment()
          .setUid(uid)
          .setName(name)
          .setSource(uid + suffix)
          .setType(TYPES.getOrDefault(suffix, "application/octet-stream"))
          .setSize(Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  @Override
  public void visitTestResult(TestResult result) {
    results.add(result);
  }

  @Override
  public void visitExtra(String name, Object value) {
    extra.put(name, value);
  }

  @Override
  public void error(String message, Exception cause) {
    LOG.warn("report: {}", message, cause);
  }

  @Override
  public void error(String message) {
    LOG.warn("report: {}", message);
  }
}
