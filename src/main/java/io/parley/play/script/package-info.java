/**
 * The steps of one case as they are played: whose turn it is, what is waited for and until when,
 * what a message that came decides.
 */
package io.parley.play.script;
