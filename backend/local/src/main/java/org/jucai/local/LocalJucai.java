package org.jucai.local;

import org.jucai.platform.JucaiApplication;

/** Starts everything on one machine: the servers, the demo world, the application. */
public final class LocalJucai {

    private LocalJucai() {}

    public static void main(String[] args) {
        JucaiApplication.main(args);
    }
}
