package org.jucai.platform.membership;

/**
 * The number of a bank's branch in the payment system of the People's Bank (CNAPS, 联行号): twelve digits, the last one
 * checks the others (ISO 7064, MOD 11,10).
 */
public final class BankCode {

    private static final int LENGTH = 12;

    private BankCode() {}

    public static boolean isRight(String written) {
        String code = written.strip();
        if (!code.matches("[0-9]{" + LENGTH + "}")) return false;
        int product = 10;
        for (int i = 0; i < LENGTH - 1; i++) {
            int sum = (product + code.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + code.charAt(LENGTH - 1) - '0') % 10 == 1;
    }
}
