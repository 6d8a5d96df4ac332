package io.parley.model;

/** A change of a whole media section of an SDP; sections are counted from 1. */
public sealed interface StreamMutation extends SdpMutation {

  /** Leave a media section out. */
  @Doc("Leave a whole media section out.")
  record Drop(@Doc("The number of the media section, from 1.") int stream)
      implements StreamMutation {}

  /** Write a media section twice. */
  @Doc("Write a whole media section twice.")
  record Repeat(@Doc("The number of the media section, from 1.") int stream)
      implements StreamMutation {}

  /** Write a media section in another place. */
  @Doc("Write a whole media section first or last.")
  record Move(
      @Doc("The number of the media section, from 1.") int stream,
      @Doc("first or last among the media sections.") SdpMutation.Place to)
      implements StreamMutation {}
}
