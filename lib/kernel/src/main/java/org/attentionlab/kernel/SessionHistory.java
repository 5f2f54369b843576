package org.attentionlab.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.history.HistoryEntry;
import org.dflib.jjava.jupyter.kernel.history.HistoryManager;

/** What was run in this session, for front ends that scroll back through it. */
final class SessionHistory implements HistoryManager {
  private static final int SESSION = 1;

  private final List<Entry> entries = Collections.synchronizedList(new ArrayList<>());

  private record Entry(int number, String input, String output) {
    HistoryEntry as(Set<ResultFlag> flags) {
      String shown = flags.contains(ResultFlag.INCLUDE_OUTPUT) ? output : null;
      return new HistoryEntry(SESSION, number, input, shown);
    }
  }

  void add(int number, String input, String output) {
    entries.add(new Entry(number, input, output));
  }

  @Override
  public List<HistoryEntry> lookupRange(int session, int start, int end, Set<ResultFlag> flags) {
    return session == 0 || session == SESSION
        ? found(e -> e.number() >= start && e.number() < end, Integer.MAX_VALUE, flags)
        : List.of();
  }

  @Override
  public List<HistoryEntry> lookupTail(int length, Set<ResultFlag> flags) {
    return found(e -> true, length, flags);
  }

  @Override
  public List<HistoryEntry> search(String glob, int length, Set<ResultFlag> flags) {
    String regex =
        glob.chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
    return found(e -> pattern.matcher(e.input()).matches(), length, flags);
  }

  private List<HistoryEntry> found(
      java.util.function.Predicate<Entry> wanted, int length, Set<ResultFlag> flags) {
    List<Entry> all;
    synchronized (entries) {
      all = entries.stream().filter(wanted).toList();
    }
    if (flags.contains(ResultFlag.UNIQUE)) {
      Map<String, Entry> last = new LinkedHashMap<>();
      for (Entry e : all) {
        last.remove(e.input());
        last.put(e.input(), e);
      }
      all = List.copyOf(last.values());
    }
    int from = length > 0 ? Math.max(0, all.size() - length) : 0;
    return all.subList(from, all.size()).stream().map(e -> e.as(flags)).toList();
  }
}
