package io.parley.sip.jain;

import gov.nist.core.ServerLogger;
import gov.nist.javax.sip.message.SIPMessage;
import java.util.Properties;
import javax.sip.SipStack;

/** JAIN-SIP's message log, empty: the tap records every message, exactly and once. */
public final class MessageLog implements ServerLogger {

  /** Made by the stack. */
  public MessageLog() {}

  @Override
  public void closeLogFile() {}

  @Override
  public void logMessage(SIPMessage message, String from, String to, boolean sender, long time) {}

  @Override
  public void logMessage(
      SIPMessage message, String from, String to, String status, boolean sender, long time) {}

  @Override
  public void logMessage(
      SIPMessage message, String from, String to, String status, boolean sender) {}

  @Override
  public void logException(Exception ex) {}

  @Override
  public void setStackProperties(Properties stackProperties) {}

  @Override
  public void setSipStack(SipStack sipStack) {}
}
