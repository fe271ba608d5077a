package org.wardlight.app.demo;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens an address in the person's browser, when there is one; its absence is no problem. */
final class Browser {

    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);

    private Browser() {}

    static void open(URI address) {
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        boolean desktop = mac || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        if (!desktop || !Boolean.getBoolean("wardlight.terminal")) {
            return;
        }
        try {
            new ProcessBuilder(List.of(mac ? "open" : "xdg-open", address.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.info("action=open-browser outcome=failed reason={}", e.toString());
        }
    }
}
