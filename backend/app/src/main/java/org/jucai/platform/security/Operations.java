package org.jucai.platform.security;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/** Every operation there is, found by method and path. What is not here does not exist. */
final class Operations {

    private final List<Operation> all;
    private final Map<Integer, List<Operation>> byLength = new HashMap<>();

    Operations(List<Operation> all) {
        this.all = List.copyOf(all);
        for (Operation operation : all) {
            int length = PathContainer.parsePath(operation.pattern().getPatternString()).elements().size();
            byLength.computeIfAbsent(length, _ -> new ArrayList<>()).add(operation);
        }
        byLength.values().forEach(same -> same.sort((one, other) -> one.pattern().compareTo(other.pattern())));
    }

    List<Operation> all() {
        return all;
    }

    /** The most specific operation; HEAD asks what GET would answer. */
    Optional<Operation> find(HttpMethod method, PathContainer path) {
        HttpMethod asked = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        return candidates(path).stream().filter(one -> one.method().equals(asked)).findFirst();
    }

    /** Methods that the path knows; empty where there is no such path. */
    Set<String> methods(PathContainer path) {
        Set<String> methods = new TreeSet<>();
        candidates(path).forEach(one -> methods.add(one.method().name()));
        return methods;
    }

    private List<Operation> candidates(PathContainer path) {
        return byLength.getOrDefault(path.elements().size(), List.of()).stream()
                .filter(one -> one.pattern().matches(path))
                .toList();
    }
}
