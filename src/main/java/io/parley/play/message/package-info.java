/**
 * The messages we write: requests, responses and bodies as a step asks for them, captured values
 * filled in, faults put in last.
 */
package io.parley.play.message;
