/**
 * The stack lane: JAIN-SIP keeps client and server transactions and their timers, and sees of each
 * message only a skeleton; the bytes are ours both ways.
 */
package io.parley.sip.jain;
