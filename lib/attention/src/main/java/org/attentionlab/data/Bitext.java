package org.attentionlab.data;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.attentionlab.data.Translation.Link;

/** A piece of a sentence in two languages, and which word means which. */
record Bitext(List<String> english, List<String> chinese, List<Link> links) {
  static final Bitext NONE = of("", "");

  Bitext {
    english = List.copyOf(english);
    chinese = List.copyOf(chinese);
    links = List.copyOf(links);
  }

  /** Words that mean the same as a whole: each English word is linked with each Chinese one. */
  static Bitext of(String english, String chinese) {
    List<String> left = Words.of(english);
    List<String> right = Words.of(chinese);
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      for (int j = 0; j < right.size(); j++) {
        links.add(new Link(i, j));
      }
    }
    return new Bitext(left, right, links);
  }

  /** Pieces in the same order in both languages. */
  static Bitext join(Bitext... pieces) {
    return join(List.of(pieces), List.of(pieces));
  }

  /** The same pieces, in the order of each language. */
  static Bitext join(List<Bitext> englishOrder, List<Bitext> chineseOrder) {
    List<String> chinese = new ArrayList<>();
    IdentityHashMap<Bitext, Integer> starts = new IdentityHashMap<>();
    for (Bitext piece : chineseOrder) {
      starts.put(piece, chinese.size());
      chinese.addAll(piece.chinese());
    }
    List<String> english = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (Bitext piece : englishOrder) {
      int start = english.size();
      for (Link link : piece.links()) {
        links.add(new Link(start + link.english(), starts.get(piece) + link.chinese()));
      }
      english.addAll(piece.english());
    }
    return new Bitext(english, chinese, links);
  }
}
