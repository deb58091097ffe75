package org.jucai.platform.rounds.pooling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jucai.platform.rounds.pooling.Item.Market;

/**
 * Items that agree in size, packing and zone, and the sites at which they could meet.
 *
 * <p>A lot needs one market and windows that pairwise meet. On a line, intervals that pairwise meet share a point
 * (Helly's theorem in one dimension), so a lot is a market and a day within all its windows; two lots of the same market
 * and day can be one. It is enough to look at days at which a maximal set of windows meets: any other day's lines meet on
 * one of those too. So the problem is finite: give each item one of its sites; a site is viable from its threshold on.
 */
final class Block {

    final List<Item> items;
    final long[] mass;
    final List<Market> marketOf = new ArrayList<>();
    /** Sites of each item, best-liked first. */
    final int[][] sitesOf;
    /** How well the item likes the site at the same place of {@link #sitesOf}. */
    final int[][] ranksOf;
    /** Items of each site, heaviest first. */
    final int[][] itemsOf;

    private Block(List<Item> items) {
        this.items = items;
        this.mass = items.stream().mapToLong(Item::mass).toArray();
        this.sitesOf = new int[items.size()][];
        this.ranksOf = new int[items.size()][];
        Map<Market, Days> days = days();
        for (int i = 0; i < items.size(); i++) place(i, days);
        this.itemsOf = invert();
    }

    static Block of(List<Item> items) {
        return new Block(items.stream().sorted(Item.CANONICAL).toList());
    }

    int size() {
        return mass.length;
    }

    int sites() {
        return marketOf.size();
    }

    long viable(int site) {
        return marketOf.get(site).viable();
    }

    int rank(int item, int site) {
        int[] sites = sitesOf[item];
        for (int k = 0; k < sites.length; k++) if (sites[k] == site) return ranksOf[item][k];
        return -1;
    }

    /** Days worth looking at in one market, and the number of the first of its sites. */
    private record Days(int[] days, int firstSite) {}

    private Map<Market, Days> days() {
        Map<Market, List<Item>> askers = new TreeMap<>(Comparator.comparing(Market::name));
        for (Item item : items) {
            item.options().forEach(option -> askers.computeIfAbsent(option.market(), _ -> new ArrayList<>()).add(item));
        }
        Map<Market, Days> found = new TreeMap<>(Comparator.comparing(Market::name));
        askers.forEach((market, asking) -> {
            int[] days = meetingDays(asking);
            found.put(market, new Days(days, marketOf.size()));
            for (int k = 0; k < days.length; k++) marketOf.add(market);
        });
        return found;
    }

    /** A first day d is kept if some window ends before the next first day: then no later day has all who are there. */
    static int[] meetingDays(List<Item> asking) {
        int[] starts = asking.stream().mapToInt(Item::from).sorted().distinct().toArray();
        int[] ends = asking.stream().mapToInt(Item::to).sorted().toArray();
        return IntStream.range(0, starts.length)
                .filter(k -> endsWithin(ends, starts[k], k + 1 < starts.length ? starts[k + 1] : Integer.MAX_VALUE))
                .map(k -> starts[k])
                .toArray();
    }

    private static boolean endsWithin(int[] ends, int from, int before) {
        int at = firstNotBelow(ends, from);
        return at < ends.length && ends[at] < before;
    }

    static int firstNotBelow(int[] sorted, int value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private void place(int index, Map<Market, Days> days) {
        Item item = items.get(index);
        int[][] parts = item.options().stream().map(option -> {
            Days of = days.getOrDefault(option.market(), new Days(new int[0], 0));
            return IntStream.range(firstNotBelow(of.days(), item.from()), firstNotBelow(of.days(), item.to() + 1))
                    .map(day -> of.firstSite() + day)
                    .toArray();
        }).toArray(int[][]::new);
        sitesOf[index] = Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
        ranksOf[index] = IntStream.range(0, parts.length)
                .flatMap(k -> IntStream.range(0, parts[k].length).map(_ -> item.options().get(k).rank()))
                .toArray();
    }

    private int[][] invert() {
        int[] counts = new int[sites()];
        for (int[] sites : sitesOf) for (int site : sites) counts[site]++;
        int[][] found = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        Arrays.fill(counts, 0);
        for (int i = 0; i < size(); i++) for (int site : sitesOf[i]) found[site][counts[site]++] = i;
        return found;
    }

    /** Splits into blocks of which no two have items that could ever meet, in canonical order. */
    List<Block> parts() {
        int[] root = IntStream.range(0, size()).toArray();
        for (int[] meeting : itemsOf) {
            for (int item : meeting) {
                int a = rootOf(root, meeting[0]);
                int b = rootOf(root, item);
                root[Math.max(a, b)] = Math.min(a, b);
            }
        }
        Map<Integer, List<Item>> parts = new TreeMap<>();
        for (int i = 0; i < size(); i++) parts.computeIfAbsent(rootOf(root, i), _ -> new ArrayList<>()).add(items.get(i));
        return parts.size() == 1 ? List.of(this) : parts.values().stream().map(Block::new).toList();
    }

    private static int rootOf(int[] root, int item) {
        int at = item;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }
}
