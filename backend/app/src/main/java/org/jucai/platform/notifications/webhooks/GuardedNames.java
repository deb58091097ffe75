package org.jucai.platform.notifications.webhooks;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.DefaultNameResolver;
import io.netty.resolver.NameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Resolves names at the moment of connecting, and hands on only addresses of the public network: what is connected to is exactly
 * what was looked at, so a name that changes in between gains nothing. Addresses written as numbers pass through here too.
 */
final class GuardedNames extends AddressResolverGroup<InetSocketAddress> {

    private final boolean local;

    /** @param local whether this machine may be posted to by its own name */
    GuardedNames(boolean local) {
        this.local = local;
    }

    /** An address inside was asked for. */
    static final class InsideException extends java.net.UnknownHostException {
        private static final long serialVersionUID = 1L;

        InsideException() {
            super("the address lies inside");
        }
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Resolver(executor);
    }

    private final class Resolver extends AbstractAddressResolver<InetSocketAddress> {

        private final NameResolver<InetAddress> names;

        Resolver(EventExecutor executor) {
            super(executor, InetSocketAddress.class);
            this.names = new DefaultNameResolver(executor);
        }

        /** Nothing counts as resolved, so that nothing gets by. */
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress unresolved, Promise<InetSocketAddress> promise) {
            Promise<List<InetSocketAddress>> all = executor().newPromise();
            doResolveAll(unresolved, all);
            all.addListener((Future<List<InetSocketAddress>> found) -> {
                if (found.isSuccess()) promise.trySuccess(found.getNow().getFirst());
                else promise.tryFailure(found.cause());
            });
        }

        @Override
        protected void doResolveAll(InetSocketAddress unresolved, Promise<List<InetSocketAddress>> promise) {
            names.resolveAll(unresolved.getHostString()).addListener((Future<List<InetAddress>> found) -> {
                if (!found.isSuccess()) {
                    promise.tryFailure(found.cause());
                    return;
                }
                List<InetSocketAddress> allowed = new ArrayList<>();
                found.getNow().stream().filter(address -> may(unresolved.getHostString(), address)).forEach(address -> allowed.add(new InetSocketAddress(address, unresolved.getPort())));
                if (allowed.isEmpty()) promise.tryFailure(new InsideException());
                else promise.trySuccess(allowed);
            });
        }

        private boolean may(String host, InetAddress address) {
            return Addresses.isPublic(address) || local && Addresses.isThisMachine(host) && address.isLoopbackAddress();
        }

        @Override
        public void close() {
            names.close();
        }
    }
}
