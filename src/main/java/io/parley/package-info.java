/**
 * Parley: plays SIP calls at a Session Border Controller from YAML scenarios and judges what comes
 * back.
 */
package io.parley;
