package org.jucai.platform.kernel;

/**
 * A named reason for saying no. Each constant is a problem type: {@code DEMAND_WINDOW_CLOSED} leaves by HTTP as
 * {@code /problems/demand-window-closed}, its words live in the message files, its status here.
 */
public interface Refusal {

    /** The constant's name, in upper snake case. */
    String name();

    /** HTTP status it leaves with. */
    int status();

    /** The last part of the problem type, in kebab case. */
    default String problem() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
