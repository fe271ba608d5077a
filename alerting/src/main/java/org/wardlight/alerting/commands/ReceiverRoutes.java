package org.wardlight.alerting.commands;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.wardlight.alerting.desk.AlarmDesk;
import org.wardlight.alerting.paging.TestPages;

/** The receivers of pages, and a test page to one of them. */
final class ReceiverRoutes {

    private final TestPages tests;
    private final AlarmDesk desk;

    ReceiverRoutes(TestPages tests, AlarmDesk desk) {
        this.tests = tests;
        this.desk = desk;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/v1/receivers", this::list);
        routes.post("/api/v1/receivers/{name}/test", this::test);
    }

    private void list(Context context) {
        answer(context, List.copyOf(tests.receivers()));
    }

    private void test(Context context) throws InterruptedException {
        String name = context.pathParam("name");
        String actor = RequestParts.actor(context);
        TestPages.Result result = tests.send(name, actor)
                .orElseThrow(() -> new ApiProblem(
                        404, "No such receiver", "Configured are " + String.join(", ", tests.receivers()) + "."));
        desk.note(actor, "TEST_PAGE", name + ": " + (result.delivered() ? "delivered" : result.reason()));
        answer(
                context,
                new TestedView(
                        name, result.delivered(), result.reason(), result.took().toMillis()));
    }

    private static void answer(Context context, Object body) {
        context.contentType("application/json").result(RequestParts.json(body));
    }

    /** What became of a test page; {@code millis} is the time until the answer. */
    private record TestedView(String receiver, boolean delivered, String reason, long millis) {}
}
