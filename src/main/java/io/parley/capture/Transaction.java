package io.parley.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An INVITE transaction as it is found, message by message (RFC 3261 §17). */
final class Transaction {
  final CapturedMessage request;
  private final List<CapturedMessage> provisional = new ArrayList<>();
  private CapturedMessage answer;
  private int retransmissions;
  private int answerRetransmissions;
  private CapturedMessage cancel;
  private boolean acknowledged;

  Transaction(CapturedMessage request) {
    this.request = request;
  }

  void again() {
    retransmissions++;
  }

  void cancel(CapturedMessage by) {
    cancel = cancel == null ? by : cancel;
  }

  void acknowledge() {
    acknowledged = true;
  }

  void response(CapturedMessage response) {
    int status = response.message().status().orElse(0);
    if (status < 200) {
      provisional.add(response);
    } else if (answer == null) {
      answer = response;
    } else if (answer.message().status().orElse(0) == status) {
      answerRetransmissions++;
    }
  }

  int status() {
    return answer == null ? 0 : answer.message().status().orElse(0);
  }

  boolean challenged() {
    return status() == 401 || status() == 407;
  }

  boolean initial() {
    return request.message().toTag().isEmpty();
  }

  Invitation invitation(int challenges) {
    return new Invitation(
        request,
        List.copyOf(provisional),
        Optional.ofNullable(answer),
        initial(),
        challenges,
        retransmissions,
        answerRetransmissions,
        Optional.ofNullable(cancel),
        acknowledged);
  }
}
