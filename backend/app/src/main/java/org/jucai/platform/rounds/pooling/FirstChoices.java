package org.jucai.platform.rounds.pooling;

import java.util.List;

/** The lines that have the same goods as first choice: how much of them could meet on a day. */
final class FirstChoices {

    private final int[] days;
    private final long[] massOn;

    FirstChoices(List<PoolLine> asking) {
        List<Item> items = asking.stream().map(line -> Item.of(line, List.of(), 0)).toList();
        this.days = Block.meetingDays(items);
        long[] steps = new long[days.length + 1];
        for (Item item : items) {
            steps[Block.firstNotBelow(days, item.from())] += item.mass();
            steps[Block.firstNotBelow(days, item.to() + 1)] -= item.mass();
        }
        this.massOn = new long[days.length];
        long running = 0;
        for (int day = 0; day < days.length; day++) {
            running += steps[day];
            massOn[day] = running;
        }
    }

    /** The most that could meet on a day of this line's window, itself included. */
    long mostWith(PoolLine line) {
        long most = 0;
        int end = Block.firstNotBelow(days, Item.day(line.window().to()) + 1);
        for (int day = Block.firstNotBelow(days, Item.day(line.window().from())); day < end; day++) {
            most = Math.max(most, massOn[day]);
        }
        return most;
    }
}
