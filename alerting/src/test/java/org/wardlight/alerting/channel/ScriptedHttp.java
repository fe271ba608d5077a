package org.wardlight.alerting.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** HTTP as its script says. */
public final class ScriptedHttp extends ScriptedServer {

    private volatile String answer = "";

    public ScriptedHttp(@Nullable SSLContext tls) {
        super(tls);
    }

    /** From now on exactly this. */
    ScriptedHttp answering(String head) {
        answer = head;
        return this;
    }

    @Override
    void talk(BufferedReader in, OutputStream out) throws IOException, InterruptedException {
        received.add(request(in));
        if (!answer.isEmpty()) {
            say(out, answer);
            return;
        }
        switch (fault) {
            case NONE -> say(out, "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            case BUSY ->
                say(out, "HTTP/1.1 429 Slow down\r\nRetry-After: 7\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            case REFUSES -> say(out, "HTTP/1.1 400 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            case FAILS -> say(out, "HTTP/1.1 503 Down\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            case HANGS -> hang();
            case DRIPS -> {
                say(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                drip(out);
            }
            case BREAKS_OFF -> say(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nx");
        }
    }

    private static String request(BufferedReader in) throws IOException {
        StringBuilder request = new StringBuilder();
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            request.append(line).append('\n');
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        // Bodies are ASCII here: as many characters as bytes.
        char[] body = new char[length];
        int read = 0;
        while (read < length) {
            int n = in.read(body, read, length - read);
            if (n < 0) {
                break;
            }
            read += n;
        }
        return request.append('\n').append(body, 0, read).toString();
    }
}
