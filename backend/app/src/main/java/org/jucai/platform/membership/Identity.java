package org.jucai.platform.membership;

/**
 * Who somebody is to an identity provider.
 *
 * @param subject the provider's own name for the person; it never changes and is never given to another
 */
public record Identity(String issuer, String subject) {

    private static final int LONGEST_ISSUER = 300;
    private static final int LONGEST_SUBJECT = 255;

    public Identity {
        if (issuer.isEmpty() || issuer.length() > LONGEST_ISSUER) throw new IllegalArgumentException("issuer of " + issuer.length());
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) throw new IllegalArgumentException("subject of " + subject.length());
    }
}
