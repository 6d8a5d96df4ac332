/**
 * What an SDP shall be, offered or awaited, as it is written: its keys, their readers, the base
 * offers.
 */
package io.parley.scenario.offer;
