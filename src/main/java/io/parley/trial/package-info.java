/**
 * The trial of a real phone at numbers of ours: what its tester has to do, what is awaited on the
 * wire, and what the phone did, held against its data sheet.
 */
package io.parley.trial;
