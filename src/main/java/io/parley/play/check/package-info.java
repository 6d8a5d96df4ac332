/** What came held against what was expected, during a case and after it, and why nothing came. */
package io.parley.play.check;
