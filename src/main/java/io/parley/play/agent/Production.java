package io.parley.play.agent;

import io.parley.play.message.Captures;
import io.parley.play.stage.Stage;
import io.parley.result.Recorder;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;

/**
 * What all parties of one case share.
 *
 * @param stage what its run shares
 * @param profile the case's; empty = none
 * @param recorder where messages are taken down
 * @param mailbox what wakes the case's worker
 * @param captures the values that its steps captured
 * @param ports the media ports that its actors hold
 */
record Production(
    Stage stage,
    Optional<String> profile,
    Recorder recorder,
    BlockingQueue<Event> mailbox,
    Captures captures,
    HeldPorts ports) {}
