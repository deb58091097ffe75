package org.jucai.platform.catalogue;

/** How far two words are apart. */
final class Spelling {

    private Spelling() {}

    /** The fewest letters to put in, take out, replace or swap with the next that turn one word into the other. */
    static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int row = 0; row <= from.length(); row++) cost[row][0] = row;
        for (int column = 0; column <= to.length(); column++) cost[0][column] = column;
        for (int row = 1; row <= from.length(); row++) {
            for (int column = 1; column <= to.length(); column++) {
                int replaced = cost[row - 1][column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                cost[row][column] = Math.min(replaced, 1 + Math.min(cost[row - 1][column], cost[row][column - 1]));
                if (swapped(from, row, to, column)) cost[row][column] = Math.min(cost[row][column], 1 + cost[row - 2][column - 2]);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static boolean swapped(String from, int row, String to, int column) {
        return row > 1 && column > 1 && from.charAt(row - 1) == to.charAt(column - 2) && from.charAt(row - 2) == to.charAt(column - 1);
    }
}
