/**
 * The actors of a case at work, each a user agent: it sends what it is told to, and does by itself
 * what a user agent does by itself.
 */
package io.parley.play.agent;
