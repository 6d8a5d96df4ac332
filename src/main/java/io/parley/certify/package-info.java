/**
 * What a phone and an SBC were shown to do together: requirements, how each was met, and the page
 * that says so.
 */
package io.parley.certify;
