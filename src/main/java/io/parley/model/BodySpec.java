package io.parley.model;

/**
 * A body that is not SDP.
 *
 * @param contentType value of Content-Type
 * @param text the body; line ends are written as CRLF
 */
@Doc("A body that is not SDP.")
public record BodySpec(
    @Doc("Value of Content-Type.") String contentType, @Doc("The body.") String text) {}
