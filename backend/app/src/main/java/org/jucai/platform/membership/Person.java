package org.jucai.platform.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;

/**
 * A person, as far as the reader may see; of a person's posts only those at parties whose people the reader may see.
 *
 * @param passwordSet a password has been chosen
 */
public record Person(
        UUID id, String name, String account, String phone, boolean active, boolean passwordSet, long version, List<Post> posts) {

    public Person {
        posts = List.copyOf(posts);
    }

    /** What a person may do for a party. */
    public record Post(
            UUID partyId,
            String partyName,
            PartyKind partyKind,
            Set<Role> roles,
            LocalDate fromOn,
            @Nullable LocalDate toOn,
            @Nullable UUID belongsToMemberId) {

        public Post {
            roles = Set.copyOf(roles);
        }

        boolean isOpen() {
            return toOn == null;
        }
    }

    Set<Role> rolesAt(UUID partyId) {
        return posts.stream()
                .filter(post -> post.isOpen() && post.partyId().equals(partyId))
                .findFirst()
                .map(Post::roles)
                .orElse(Set.of());
    }
}
