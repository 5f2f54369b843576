package org.attentionlab.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attentionlab.data.Entities.Kind;

/** The names of the entities: some always name the same kind of thing, some may name two kinds. */
final class EntityNames {
  /** Names that may stand for the same kinds. */
  private record Pool(List<String> names, List<Kind> kinds) {
    /** An underscore joins the words of one name. */
    static Pool of(String names, Kind... kinds) {
      return new Pool(
          Words.of(names).stream().map(name -> name.replace('_', ' ')).toList(), List.of(kinds));
    }

    boolean twofold() {
      return kinds.size() > 1;
    }
  }

  /** The names of each part of a split. */
  record Parts(Set<String> train, Set<String> validation, Set<String> test) {}

  private static final Pool GIVEN_OR_TOWN =
      Pool.of(
          "florence sydney austin charlotte chelsea paris savannah madison",
          Kind.PERSON,
          Kind.PLACE);
  private static final Pool GIVEN_OR_MONTH =
      Pool.of("april may june august", Kind.PERSON, Kind.DATE);
  private static final Pool FAMILY_OR_FIRM =
      Pool.of("ford disney dell philips porsche bosch", Kind.PERSON, Kind.ORGANISATION);
  private static final Pool TOWN_OR_FIRM =
      Pool.of("toyota valencia barcelona santander nokia everton", Kind.PLACE, Kind.ORGANISATION);

  private static final List<Pool> GIVEN =
      List.of(
          Pool.of("anna ben clara david eva felix greta hugo", Kind.PERSON),
          GIVEN_OR_TOWN,
          GIVEN_OR_MONTH);
  private static final List<Pool> FAMILY =
      List.of(
          Pool.of("miller schmidt rossi tanaka novak larsen okafor silva", Kind.PERSON),
          FAMILY_OR_FIRM);
  private static final List<Pool> PLACE =
      List.of(
          Pool.of(
              "berlin oslo vienna lisbon cairo delhi new_york los_angeles san_marino hong_kong",
              Kind.PLACE),
          GIVEN_OR_TOWN,
          TOWN_OR_FIRM);
  private static final List<Pool> FIRM =
      List.of(
          Pool.of("google ikea lego sony airbus spotify unilever red_cross", Kind.ORGANISATION),
          FAMILY_OR_FIRM,
          TOWN_OR_FIRM);
  private static final List<Pool> MONTH =
      List.of(
          Pool.of("january february march july september october november december", Kind.DATE),
          GIVEN_OR_MONTH);

  private static final Set<Pool> ALL =
      Stream.of(GIVEN, FAMILY, PLACE, FIRM, MONTH)
          .flatMap(List::stream)
          .collect(Collectors.toCollection(LinkedHashSet::new));
  private static final Map<String, Pool> POOLS = new HashMap<>();

  static {
    for (Pool pool : ALL) {
      pool.names.forEach(name -> Words.of(name).forEach(word -> POOLS.put(word, pool)));
    }
  }

  private final RandomGenerator rng;
  private final double share;
  private final Set<String> allowed;

  EntityNames(RandomGenerator rng, double share, Set<String> allowed) {
    this.rng = rng;
    this.share = share;
    this.allowed = allowed;
  }

  /** All names. */
  static Set<String> all() {
    Set<String> all = new HashSet<>();
    for (Pool pool : ALL) {
      all.addAll(pool.names);
    }
    return all;
  }

  /** Deals the names of each pool out, a sixth to validate and a sixth to test. */
  static Parts dealt(RandomGenerator rng) {
    Parts parts = new Parts(new HashSet<>(), new HashSet<>(), new HashSet<>());
    for (Pool pool : ALL) {
      List<String> order = Draw.shuffled(rng, pool.names);
      int part = Math.max(1, order.size() / 6);
      parts.test().addAll(order.subList(0, part));
      parts.validation().addAll(order.subList(part, 2 * part));
      parts.train().addAll(order.subList(2 * part, order.size()));
    }
    return parts;
  }

  /** Whether a word of an entity does not tell its kind, or tells another. */
  static boolean ambiguous(String word, Kind kind) {
    Pool pool = POOLS.get(word);
    return pool != null && (pool.twofold() || !pool.kinds.contains(kind));
  }

  /** The words of an entity. */
  String entity(Kind kind) {
    return switch (kind) {
      case PERSON -> person();
      case PLACE -> name(PLACE);
      case ORGANISATION -> organisation();
      case DATE -> date();
    };
  }

  private String person() {
    return switch (rng.nextInt(3)) {
      case 0 -> name(GIVEN);
      case 1 -> name(FAMILY);
      default -> name(GIVEN) + " " + name(FAMILY);
    };
  }

  /** A name may be part of a longer one, of another kind. */
  private String organisation() {
    return switch (rng.nextInt(6)) {
      case 0 -> "bank of " + name(PLACE);
      case 1 -> name(PLACE) + " airways";
      case 2 -> name(FAMILY) + " and sons";
      default -> name(FIRM);
    };
  }

  private String date() {
    String month = name(MONTH);
    return switch (rng.nextInt(3)) {
      case 0 -> month;
      case 1 -> Draw.between(rng, 1, 28) + " " + month;
      default -> month + " " + Draw.between(rng, 1990, 2024);
    };
  }

  /** A name of one kind, or of two in the share of cases that was asked for. */
  private String name(List<Pool> pools) {
    List<String> names = new ArrayList<>();
    boolean twofold = Draw.chance(rng, share);
    for (Pool pool : pools) {
      if (pool.twofold() == twofold) {
        names.addAll(pool.names);
      }
    }
    names.retainAll(allowed);
    return Draw.one(rng, names);
  }
}
