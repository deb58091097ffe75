package org.jucai.platform.award.shares;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;

/** Claims drawn by chance, and the mass of a lot that they can have. */
final class Drawn {

    static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private Drawn() {}

    static Claim claim(String id, long min, long target, long max) {
        return claim(id, min, target, max, null);
    }

    static Claim claim(String id, long min, long target, long max, @Nullable FenPerTonne cap) {
        return new Claim(id, new Kilograms(min), new Kilograms(target), new Kilograms(max), cap, new FenPerTonne(0), START);
    }

    static List<Claim> claims(RandomGenerator chance, int most, long mass) {
        List<Claim> claims = new ArrayList<>();
        int many = 1 + chance.nextInt(most);
        for (int i = 0; i < many; i++) {
            long min = chance.nextInt(3) == 0 ? 0 : chance.nextLong(mass);
            long target = min + chance.nextLong(mass);
            FenPerTonne cap = chance.nextInt(3) > 0 ? null : new FenPerTonne(90_000 + chance.nextInt(30_000));
            claims.add(new Claim("m%03d".formatted(i), new Kilograms(min), new Kilograms(target), new Kilograms(target + chance.nextLong(mass)),
                    cap, new FenPerTonne(chance.nextInt(8_000)), START.plusSeconds(chance.nextInt(100))));
        }
        return claims;
    }

    /** Between the sums of minima and of maxima. */
    static Kilograms mass(RandomGenerator chance, List<Claim> claims) {
        long least = claims.stream().mapToLong(claim -> claim.minimum().kg()).sum();
        long most = claims.stream().mapToLong(claim -> claim.maximum().kg()).sum();
        return new Kilograms(chance.nextLong(least, most + 1));
    }

    static ShareTerms terms(ShareRule share, CostRule cost) {
        return new ShareTerms(share, cost, 1, new FenPerTonne(500), new ShareTerms.Samples(500, 7));
    }
}
