/** Captures and text traces read back into SIP messages, and the calls found in them. */
package io.parley.capture;
