package org.wardlight.alerting.paging;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardlight.alerting.health.Loop;
import org.wardlight.alerting.health.Problems;
import org.wardlight.alerting.store.AlarmStore;

/**
 * Says every second that this instance is alive, and sends the pages of those that are not. An instance that was only cut
 * off may have sent them too: a page twice, under the same id, is better than none.
 */
final class TakeOver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TakeOver.class);
    private static final long EVERY_MILLIS = 1_000;

    private final AlarmStore store;
    private final Pager pager;
    private final Loop loop;

    TakeOver(AlarmStore store, Pager pager, Problems problems) {
        this.store = store;
        this.pager = pager;
        this.loop = new Loop("instances", problems, this::round);
    }

    /** Takes over what is there now, then goes on. */
    void start() {
        takeOver();
        loop.start();
    }

    @Override
    public void close() {
        loop.close();
    }

    private void round() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
        store.beat();
        takeOver();
    }

    private void takeOver() {
        long left = store.ourPages().stream().filter(pager::sendLeftOver).count();
        if (left > 0) {
            LOG.info("part=paging unsent={} left by an instance that is gone, sent now", left);
        }
    }
}
