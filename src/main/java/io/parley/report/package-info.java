/**
 * What a run leaves on disk: evidence of each case (trace, ladder, capture, offer and answer),
 * JUnit XML, the run record. Secrets are masked once, before any of it is made.
 */
package io.parley.report;
