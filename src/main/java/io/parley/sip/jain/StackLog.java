package io.parley.sip.jain;

import gov.nist.core.LogLevels;
import gov.nist.core.StackLogger;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JAIN-SIP's log, forwarded to slf4j. The stack makes it by name; it calls an error what concerns
 * one message of a peer, hence one level lower here.
 */
public final class StackLog implements StackLogger {
  private static final Logger LOG = LoggerFactory.getLogger("io.parley.jain");

  /** Made by the stack. */
  public StackLog() {}

  @Override
  public void logStackTrace() {}

  @Override
  public void logStackTrace(int traceLevel) {}

  @Override
  public int getLineCount() {
    return 0;
  }

  @Override
  public void logException(Throwable ex) {
    LOG.debug("JAIN-SIP", ex);
  }

  @Override
  public void logDebug(String message) {
    LOG.trace(message);
  }

  @Override
  public void logDebug(String message, Exception ex) {
    LOG.trace(message, ex);
  }

  @Override
  public void logTrace(String message) {
    LOG.trace(message);
  }

  @Override
  public void logFatalError(String message) {
    LOG.warn(message);
  }

  @Override
  public void logError(String message) {
    LOG.debug(message);
  }

  @Override
  public void logError(String message, Exception ex) {
    LOG.debug(message, ex);
  }

  @Override
  public boolean isLoggingEnabled() {
    return LOG.isDebugEnabled();
  }

  @Override
  public boolean isLoggingEnabled(int logLevel) {
    return logLevel <= LogLevels.TRACE_FATAL
        || (logLevel <= LogLevels.TRACE_WARN ? LOG.isDebugEnabled() : LOG.isTraceEnabled());
  }

  @Override
  public void logWarning(String message) {
    LOG.debug(message);
  }

  @Override
  public void logInfo(String message) {
    LOG.trace(message);
  }

  @Override
  public void disableLogging() {}

  @Override
  public void enableLogging() {}

  @Override
  public void setBuildTimeStamp(String buildTimeStamp) {}

  @Override
  public void setStackProperties(Properties stackProperties) {}

  @Override
  public String getLoggerName() {
    return LOG.getName();
  }
}
