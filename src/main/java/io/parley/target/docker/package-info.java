/**
 * Session border controllers in containers, on this machine's loopback. The home of Testcontainers.
 *
 * <p>{@link io.parley.target.docker.DockerEngine} says whether an engine answers, before
 * Testcontainers is touched; {@link io.parley.target.docker.KamailioTarget} is Kamailio with
 * rtpengine.
 */
package io.parley.target.docker;
