package org.attentionlab.site;

import java.util.List;
import java.util.Optional;

/**
 * A lesson of the course, with what belongs to it.
 *
 * @param lesson what is read
 * @param exercises what is solved after it
 */
public record Chapter(Page lesson, Optional<Page> exercises) {

  List<Page> pages() {
    return exercises.map(page -> List.of(lesson, page)).orElse(List.of(lesson));
  }
}
