package org.wardlight.alerting.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** SMTP that goes wrong as its script says, once the mail has been given. */
final class ScriptedMail extends ScriptedServer {

    ScriptedMail(@Nullable SSLContext tls) {
        super(tls);
    }

    @Override
    void talk(BufferedReader in, OutputStream out) throws IOException, InterruptedException {
        say(out, "220 mail.test ready\r\n");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("DATA")) {
                say(out, "354 go on\r\n");
                received.add(mail(in));
                if (!answer(out)) {
                    return;
                }
            } else if (command.startsWith("QUIT")) {
                say(out, "221 bye\r\n");
                return;
            } else {
                say(out, "250 fine\r\n");
            }
        }
    }

    /** Whether the conversation goes on. */
    private boolean answer(OutputStream out) throws IOException, InterruptedException {
        switch (fault) {
            case NONE -> say(out, "250 taken\r\n");
            case BUSY -> say(out, "451 try later\r\n");
            case REFUSES -> say(out, "550 no such mail box\r\n");
            case FAILS -> say(out, "421 going down\r\n");
            case HANGS -> hang();
            case DRIPS -> {
                say(out, "250-");
                drip(out);
            }
            case BREAKS_OFF -> say(out, "25");
        }
        return fault == Fault.NONE || fault == Fault.BUSY || fault == Fault.REFUSES;
    }

    private static String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }
}
