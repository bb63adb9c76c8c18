package io.github.frebscope.config;

import java.util.ArrayList;
import java.util.List;

/** The sites of a server with their applications and virtual directories. */
final class Namespace {
  /** A virtual directory, and whether web.config files in its sub folders are read. */
  private record Directory(Place place, boolean readsBelow) {}

  private final List<Place> applications = new ArrayList<>();
  private final List<Directory> directories = new ArrayList<>();

  void addApplication(Place place) {
    applications.add(place);
  }

  void addDirectory(Place place, boolean readsBelow) {
    directories.add(new Directory(place, readsBelow));
  }

  List<Place> applications() {
    return List.copyOf(applications);
  }

  /** The root of the application that a place lies in; of a site that is not known, the site. */
  Place application(Place place) {
    Place best = new Place(place.parts().subList(0, Math.min(1, place.depth())));
    for (Place application : applications) {
      if (application.holds(place) && application.depth() > best.depth()) {
        best = application;
      }
    }
    return best;
  }

  /** Whether IIS reads a web.config at a place. */
  boolean readsFileAt(Place place) {
    Directory best = null;
    for (Directory directory : directories) {
      if (directory.place().holds(place)
          && (best == null || directory.place().depth() >= best.place().depth())) {
        best = directory;
      }
    }
    return best == null || best.readsBelow() || best.place().isSame(place);
  }
}
