package org.wardlight.simulators.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutboxTest {

    @Test
    void givesEntriesInOrderUpToTheWindow() {
        Outbox<String> outbox = filled(10, 2, "a", "b", "c");

        assertThat(takeAll(outbox)).containsExactly("a", "b");
    }

    @Test
    void anAnswerMakesRoomOnTheWay() {
        Outbox<String> outbox = filled(10, 1, "a", "b");
        long ticket = outbox.next().orElseThrow().number();

        assertThat(outbox.answered(ticket)).contains("a");

        assertThat(takeAll(outbox)).containsExactly("b");
        assertThat(outbox.size()).isEqualTo(1);
    }

    @Test
    void anAnswerCountsOnce() {
        Outbox<String> outbox = filled(10, 1, "a");
        long ticket = outbox.next().orElseThrow().number();

        assertThat(outbox.answered(ticket)).contains("a");
        assertThat(outbox.answered(ticket)).isEmpty();
    }

    @Test
    void unansweredEntriesGoAgainInTheirOldOrderBeforeTheRest() {
        Outbox<String> outbox = filled(10, 3, "a", "b", "c", "d");
        long second = takeAllTickets(outbox).get(1).number();
        assertThat(outbox.answered(second)).contains("b");

        outbox.returnUnanswered();

        assertThat(takeAll(outbox)).containsExactly("a", "c", "d");
    }

    @Test
    void fullOutboxKeepsTheOldestAndRefusesTheNewest() {
        Outbox<String> outbox = filled(2, 10, "a", "b");

        assertThat(outbox.offer("c")).isFalse();

        assertThat(takeAll(outbox)).containsExactly("a", "b");
    }

    @Test
    void narrowerWindowHoldsBack() {
        Outbox<String> outbox = filled(10, 5, "a", "b", "c");

        outbox.window(1);

        assertThat(takeAll(outbox)).containsExactly("a");
    }

    private static Outbox<String> filled(int capacity, int window, String... entries) {
        Outbox<String> outbox = new Outbox<>(capacity, window);
        for (String entry : entries) {
            assertThat(outbox.offer(entry)).isTrue();
        }
        return outbox;
    }

    private static List<String> takeAll(Outbox<String> outbox) {
        return takeAllTickets(outbox).stream().map(Outbox.Ticket::entry).toList();
    }

    private static List<Outbox.Ticket<String>> takeAllTickets(Outbox<String> outbox) {
        List<Outbox.Ticket<String>> taken = new ArrayList<>();
        for (Optional<Outbox.Ticket<String>> ticket = outbox.next(); ticket.isPresent(); ticket = outbox.next()) {
            taken.add(ticket.get());
        }
        return taken;
    }
}
