package org.jucai.platform.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Sent;

/**
 * Enterprises that save one line after the other over one connection.
 *
 * @param to where they save, in turn
 */
record Savers(Map<String, ?> line, List<Sent.To> to) {

    /** In turn, each until it is refused. */
    List<Sent> untilRefused(List<Client> buyers) {
        List<Sent> sent = new ArrayList<>();
        List<Client> saving = new ArrayList<>(buyers);
        for (int turn = 0; !saving.isEmpty(); turn++) {
            Client buyer = saving.get(turn % saving.size());
            sent.add(Sent.line(to.get(turn % to.size()), buyer, line, Client.newKey()));
            if (!sent.getLast().taken()) saving.remove(buyer);
        }
        return sent;
    }

    /** Until one is not taken, for whatever reason. */
    List<Sent> untilTheLineBreaks(Client buyer, Runnable taken) {
        List<Sent> sent = new ArrayList<>();
        do {
            sent.add(Sent.line(to.getFirst(), buyer, line, Client.newKey()));
            if (sent.getLast().taken()) taken.run();
        } while (sent.getLast().taken());
        return sent;
    }
}
