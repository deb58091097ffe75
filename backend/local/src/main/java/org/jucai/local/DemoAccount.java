package org.jucai.local;

/**
 * A log-in of the demo world, shown on the terminal after the start.
 *
 * @param who the person and the desk, in a few words of both languages
 * @param login what is typed as the name
 * @param password what is typed as the password; public, and therefore never allowed in production
 */
public record DemoAccount(String who, String login, String password) {}
