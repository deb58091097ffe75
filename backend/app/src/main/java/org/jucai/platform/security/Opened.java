package org.jucai.platform.security;

/**
 * A session that begins, or goes on under a new cookie.
 *
 * @param secret the cookie's value; it exists here and in the browser only
 */
public record Opened(String secret, Presence presence) {

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "Opened[" + presence.actor().personId() + "]";
    }
}
