/**
 * What comes at the media ports that SDP names, told apart by its first byte (RFC 7983), and STUN
 * (RFC 8489) as ICE uses it (RFC 8445).
 */
package io.parley.media;
