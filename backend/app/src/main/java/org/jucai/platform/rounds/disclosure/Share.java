package org.jucai.platform.rounds.disclosure;

import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/**
 * What one party has in one smallest cell; several shares of a party in a cell are added up.
 *
 * @param party the member by its own id; {@link Crowd} puts connected ones together
 * @param window code of the delivery window
 */
public record Share(UUID party, String grade, String zone, String window, Kilograms mass) {}
