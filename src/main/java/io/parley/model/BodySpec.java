package io.parley.model;

/**
 * A body that is not SDP.
 *
 * @param contentType value of Content-Type
 * @param text the body; line ends are written as CRLF
 */
public record BodySpec(String contentType, String text) {}
