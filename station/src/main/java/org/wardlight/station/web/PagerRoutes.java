package org.wardlight.station.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wardlight.station.pager.DemoPager;

/** The demo pager: where alerting delivers, and the stream that its page shows. */
final class PagerRoutes {

    private final DemoPager pager;
    private final LiveWard live;

    PagerRoutes(DemoPager pager, LiveWard live) {
        this.pager = pager;
        this.live = live;
    }

    void register(RoutesConfig routes) {
        pager.onPage(live::page);
        // Whoever delivers has no session; the signature says who it is.
        routes.post("/pager/hook", this::deliver, Access.OPEN);
        routes.get(
                "/pager/stream",
                ctx -> Streams.connect(ctx, live.pagerStream(), () -> live.pagesEvent(pager)),
                Access.VIEW);
    }

    private void deliver(Context ctx) {
        Map<String, List<String>> headers = new HashMap<>();
        ctx.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        switch (pager.receive(headers, ctx.body())) {
            case PAGE, REPEAT -> ctx.status(204);
            case UNREADABLE -> throw Problem.invalid("This is no page.");
            case UNSIGNED -> throw new Problem(401, "The signature is wrong.", "Sign with the secret of this pager.");
        }
    }
}
