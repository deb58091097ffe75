package org.jucai.platform.rounds.pooling;

import java.util.Comparator;

/**
 * Finds a good grouping of a block of any size: a greedy start, then opening and closing of sites while that is better
 * (local search). No chance in it; ties go to the site with the lower number and the heavier item.
 */
final class Search {

    private final Block block;
    private final Comparator<Score> order;
    private final Work work;

    Search(Block block, PoolRules.Priority priority, Work work) {
        this.block = block;
        this.order = Score.by(priority);
        this.work = work;
    }

    /** From nothing, with every accepted grade. */
    Sheet fromAllChoices() {
        Sheet sheet = new Sheet(block, Integer.MAX_VALUE);
        openGreedily(sheet);
        return improve(sheet);
    }

    /** First the best with first choices only, then from there with every accepted grade: so never worse than the former. */
    Sheet fromFirstChoices() {
        Sheet sheet = new Sheet(block, 0);
        openGreedily(sheet);
        return improve(improve(sheet).freed());
    }

    /** Opens, again and again, the site with most uncovered mass, while that makes it viable. */
    private void openGreedily(Sheet sheet) {
        long[] uncovered = new long[block.sites()];
        for (int i = 0; i < block.size(); i++) for (int site : sheet.reach(i)) uncovered[site] += block.mass[i];
        int best = heaviest(sheet, uncovered);
        while (best >= 0) {
            sheet.toggle(best);
            for (int item : block.itemsOf[best]) {
                if (sheet.at[item] != Sheet.NOWHERE || !sheet.reaches(item, best)) continue;
                sheet.move(item, best);
                for (int site : sheet.reach(item)) uncovered[site] -= block.mass[item];
            }
            work.spend(block.sites());
            best = heaviest(sheet, uncovered);
        }
        sheet.settle();
    }

    private int heaviest(Sheet sheet, long[] uncovered) {
        int best = -1;
        for (int site = 0; site < uncovered.length; site++) {
            boolean opens = !sheet.open[site] && uncovered[site] >= Math.max(1, block.viable(site));
            if (opens && (best < 0 || uncovered[site] > uncovered[best])) best = site;
        }
        return best;
    }

    Sheet improve(Sheet sheet) {
        boolean better = true;
        while (better && work.isLeft()) {
            better = false;
            for (int site = 0; site < block.sites() && work.isLeft(); site++) {
                if (sheet.isAlive(site)) better |= turn(sheet, site);
            }
            better |= please(sheet);
        }
        return sheet;
    }

    /** Opens a closed site or closes an open one, and keeps that if it is better. */
    private boolean turn(Sheet sheet, int site) {
        Score before = sheet.score();
        int mark = sheet.mark();
        boolean done = true;
        if (sheet.open[site]) close(sheet, site);
        else done = open(sheet, site);
        boolean kept = done && order.compare(sheet.score(), before) < 0;
        if (!kept) sheet.undoTo(mark);
        sheet.settle();
        return kept;
    }

    private void close(Sheet sheet, int site) {
        sheet.toggle(site);
        work.spend(block.itemsOf[site].length);
        for (int item : block.itemsOf[site]) {
            if (sheet.at[item] == site) sheet.move(item, sheet.home(item));
        }
    }

    /** Fills the site with the uncovered, then with what others can spare, then by breaking up one other. */
    private boolean open(Sheet sheet, int site) {
        sheet.toggle(site);
        work.spend(3L * block.itemsOf[site].length);
        for (int item : block.itemsOf[site]) {
            if (sheet.at[item] == Sheet.NOWHERE && sheet.reaches(item, site)) sheet.move(item, site);
        }
        borrow(sheet, site);
        if (lacks(sheet, site) > 0) breakUpOne(sheet, site);
        if (lacks(sheet, site) > 0) borrow(sheet, site);
        return lacks(sheet, site) <= 0;
    }

    private long lacks(Sheet sheet, int site) {
        return block.viable(site) - sheet.mass[site];
    }

    /** Large ones that fit into what is lacking, then the smallest that ends it. */
    private void borrow(Sheet sheet, int site) {
        int[] items = block.itemsOf[site];
        for (int item : items) {
            if (block.mass[item] <= lacks(sheet, site)) borrow(sheet, site, item);
        }
        for (int k = items.length - 1; k >= 0 && lacks(sheet, site) > 0; k--) borrow(sheet, site, items[k]);
    }

    private void borrow(Sheet sheet, int site, int item) {
        if (sheet.at[item] != site && sheet.reaches(item, site) && sheet.canSpare(item)) sheet.move(item, site);
    }

    private void breakUpOne(Sheet sheet, int site) {
        long[] gives = new long[block.sites()];
        for (int item : block.itemsOf[site]) {
            int from = sheet.at[item];
            if (from != Sheet.NOWHERE && from != site && sheet.reaches(item, site)) gives[from] += block.mass[item];
        }
        int donor = -1;
        for (int from = 0; from < gives.length; from++) {
            boolean enough = gives[from] >= lacks(sheet, site);
            if (enough && (donor < 0 || sheet.mass[from] - gives[from] < sheet.mass[donor] - gives[donor])) donor = from;
        }
        if (donor < 0) return;
        sheet.toggle(donor);
        for (int item : block.itemsOf[donor]) {
            if (sheet.at[item] != donor) continue;
            boolean comes = block.rank(item, site) >= 0 && sheet.reaches(item, site);
            sheet.move(item, comes ? site : sheet.home(item));
        }
        work.spend(block.sites() + block.itemsOf[donor].length);
    }

    /** Gives items a better-liked open site where the one they leave can spare them. */
    private boolean please(Sheet sheet) {
        boolean any = false;
        for (int item = 0; item < block.size() && work.isLeft(); item++) {
            int now = sheet.at[item];
            if (now == Sheet.NOWHERE || block.rank(item, now) == 0 || !sheet.canSpare(item)) continue;
            int home = sheet.home(item);
            if (home == Sheet.NOWHERE || block.rank(item, home) >= block.rank(item, now)) continue;
            sheet.move(item, home);
            any = true;
        }
        work.spend(block.size());
        sheet.settle();
        return any;
    }
}
