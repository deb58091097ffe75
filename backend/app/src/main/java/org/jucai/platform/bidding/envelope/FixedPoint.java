package org.jucai.platform.bidding.envelope;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519Field;

/**
 * Multiples of one X25519 key, some five times as fast as the ladder of RFC 7748: all multiples that five bits of a scalar can ask for are kept,
 * so a product is 51 additions. On the twisted Edwards curve that is the same as Curve25519 (RFC 7748 section 4.1), with the complete formulas of
 * Hisil, Wong, Carter, Dawson ("Twisted Edwards Curves Revisited", 2008). How long it takes tells of the scalar: only for scalars that were shown.
 */
final class FixedPoint {

    private static final int BITS = 5;
    private static final int WINDOWS = 255 / BITS;
    private static final int MULTIPLES = 1 << BITS;
    private static final int BYTES = 32;
    private static final int[] HALF = inverse(number(2));
    private static final int[] D = d();

    /** A point (x, y) ready to be added: (y - x) / 2, (y + x) / 2 and d x y. */
    private record Ready(int[] minus, int[] plus, int[] product) {
        static Ready of(int[] x, int[] y) {
            Ready ready = new Ready(X25519Field.create(), X25519Field.create(), X25519Field.create());
            X25519Field.apm(y, x, ready.plus, ready.minus);
            X25519Field.mul(ready.plus, HALF, ready.plus);
            X25519Field.mul(ready.minus, HALF, ready.minus);
            X25519Field.mul(x, y, ready.product);
            X25519Field.mul(ready.product, D, ready.product);
            return ready;
        }
    }

    /** A sum: (x / z, y / z), and t = x y / z. */
    private static final class Sum {
        private final int[] x = X25519Field.create();
        private final int[] y = number(1);
        private final int[] z = number(1);
        private final int[] t = X25519Field.create();
        private final int[] plus = X25519Field.create();
        private final int[] minus = X25519Field.create();
        private final int[] product = X25519Field.create();

        void add(Ready point) {
            X25519Field.apm(y, x, plus, minus);
            X25519Field.mul(minus, point.minus, minus);
            X25519Field.mul(plus, point.plus, plus);
            X25519Field.mul(t, point.product, product);
            X25519Field.apm(plus, minus, y, x);
            X25519Field.apm(z, product, plus, minus);
            X25519Field.mul(x, y, t);
            X25519Field.mul(plus, minus, z);
            X25519Field.mul(x, minus, x);
            X25519Field.mul(y, plus, y);
        }

        Ready ready() {
            int[] inverse = inverse(z);
            int[] affineX = X25519Field.create();
            int[] affineY = X25519Field.create();
            X25519Field.mul(x, inverse, affineX);
            X25519Field.mul(y, inverse, affineY);
            return Ready.of(affineX, affineY);
        }

        /** The Montgomery curve's u = (z + y) / (z - y); 0 for the neutral element. */
        byte[] u() {
            X25519Field.apm(z, y, plus, minus);
            X25519Field.mul(plus, inverse(minus), plus);
            return encoded(plus);
        }
    }

    private final Ready[][] multiples = new Ready[WINDOWS][MULTIPLES];

    private FixedPoint(int[] x, int[] y) {
        Ready base = Ready.of(x, y);
        for (Ready[] window : multiples) {
            Sum sum = new Sum();
            for (int multiple = 0; multiple < MULTIPLES; multiple++) {
                window[multiple] = sum.ready();
                sum.add(base);
            }
            base = sum.ready();
        }
    }

    /** Nothing where the key lies on the curve's twist, as no honestly made key does. */
    static Optional<FixedPoint> of(byte[] publicKey) {
        int[] u = X25519Field.create();
        X25519Field.decode(publicKey, u);
        int[] above = X25519Field.create();
        int[] below = X25519Field.create();
        X25519Field.apm(u, number(1), above, below);
        int[] y = X25519Field.create();
        X25519Field.mul(below, inverse(above), y);
        int[] square = X25519Field.create();
        X25519Field.sqr(y, square);
        X25519Field.mul(square, D, above);
        X25519Field.add(above, number(1), above);
        X25519Field.sub(square, number(1), below);
        int[] x = X25519Field.create();
        return X25519Field.sqrtRatioVar(below, above, x) ? Optional.of(new FixedPoint(x, y)) : Optional.empty();
    }

    /** X25519 of this key and a scalar of 32 bytes (RFC 7748 section 5). */
    byte[] times(byte[] scalar) {
        byte[] clamped = Arrays.copyOf(scalar, BYTES);
        clamped[0] &= (byte) 0xF8;
        clamped[BYTES - 1] = (byte) (clamped[BYTES - 1] & 0x7F | 0x40);
        Sum sum = new Sum();
        for (int window = 0; window < WINDOWS; window++) {
            int digit = digit(clamped, window * BITS);
            if (digit != 0) sum.add(multiples[window][digit]);
        }
        return sum.u();
    }

    private static int digit(byte[] scalar, int bit) {
        int at = bit / Byte.SIZE;
        int two = scalar[at] & 0xFF | (at + 1 < BYTES ? (scalar[at + 1] & 0xFF) << Byte.SIZE : 0);
        return two >> bit % Byte.SIZE & MULTIPLES - 1;
    }

    private static int[] number(int value) {
        int[] number = X25519Field.create();
        X25519Field.one(number);
        X25519Field.mul(number, value, number);
        return number;
    }

    /** Of 0 it is 0. */
    private static int[] inverse(int[] of) {
        int[] inverse = X25519Field.create();
        X25519Field.carry(of);
        X25519Field.invVar(of, inverse);
        return inverse;
    }

    /** -121665 / 121666. */
    private static int[] d() {
        int[] d = number(121_665);
        X25519Field.negate(d, d);
        X25519Field.mul(d, inverse(number(121_666)), d);
        return d;
    }

    private static byte[] encoded(int[] number) {
        byte[] encoded = new byte[BYTES];
        X25519Field.normalize(number);
        X25519Field.encode(number, encoded);
        return encoded;
    }
}
