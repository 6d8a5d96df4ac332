package io.parley.trial;

import io.parley.certify.Requirement;
import io.parley.certify.Weight;
import io.parley.phone.Fact;
import io.parley.phone.Phone;
import io.parley.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a phone has to show besides the steps: that it is as declared, and how it registers. */
final class Requirements {
  static final String SRTP_MODE = "srtp.mode";
  private static final String RFC_REGISTER = "RFC 3261 §10.2";

  private Requirements() {}

  /** The id of what a place in a data sheet says. */
  static String id(String place) {
    return place.toLowerCase(Locale.ROOT).replace('.', '-');
  }

  /**
   * That the phone is as its data sheet says; what has no source is recommended only, since nobody
   * vouches for it.
   */
  static List<Requirement> declared(Phone phone) {
    List<Requirement> out = new ArrayList<>();
    phone
        .facts()
        .forEach(
            (place, fact) -> {
              if (fact.value().isPresent() && !place.startsWith("srtp.")) {
                out.add(declared(place, place, fact));
              }
            });
    out.add(declared(SRTP_MODE, "srtp.modes", phone.sheet().srtp().modes()));
    return out;
  }

  /** What shows only where the phone offers keys. */
  static List<Requirement> secured(Phone phone, boolean optional) {
    List<Requirement> out = new ArrayList<>();
    phone
        .facts()
        .forEach(
            (place, fact) -> {
              boolean wanted =
                  place.equals("srtp.suites") || optional && place.equals("srtp.optional-offer");
              if (wanted && fact.value().isPresent()) {
                out.add(declared(place, place, fact));
              }
            });
    return out;
  }

  private static Requirement declared(String id, String place, Fact<?> fact) {
    Weight weight = fact.isSourced() ? Weight.MANDATORY : Weight.RECOMMENDED;
    String what = id.replaceFirst("^headers\\.", "the header ").replaceAll("[.-]", " ");
    List<String> source = fact.source().map(List::of).orElse(List.of());
    String title =
        "Is as declared: " + (id.startsWith("headers.") ? "header " + id.substring(8) : what);
    return new Requirement(id(id), title, weight, source, List.of(place));
  }

  /** That the far end takes what it offers. */
  static Requirement farEnd(Profile profile) {
    return new Requirement(
        FarEndRules.ID,
        "Offers what " + profile.title() + " takes",
        Weight.MANDATORY,
        profile.sources(),
        List.of());
  }

  /** How it registers; taking it back comes last. */
  static List<Requirement> registration() {
    return List.of(
        of(Registering.REGISTER, "Registers with its credentials", Weight.MANDATORY),
        of(Registering.REFRESH, "Registers again in time", Weight.MANDATORY),
        of(Registering.AWAY, "Takes its registration back", Weight.RECOMMENDED));
  }

  private static Requirement of(String id, String title, Weight weight) {
    return new Requirement(id, title, weight, List.of(RFC_REGISTER), List.of("transport"));
  }
}
