/** A captured call turned into a scenario that plays it. */
package io.parley.draft;
