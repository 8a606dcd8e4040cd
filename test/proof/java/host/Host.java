package proof;

import com.azure.cosmos.CosmosException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.kiota.ApiException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs programs by name: one line in says which, one line out says what became of it. */
public final class Host {
    /** A program. */
    public interface Runs {
        Object run(String note) throws Exception;
    }

    private static final ObjectMapper json = new ObjectMapper();
    private static final List<Object> notes = new ArrayList<>();
    private static final Pattern NOTED = Pattern.compile("^(\\d+) conflict: (.*) (\\S+)$");
    // It would be forgotten with its handler.
    private static final Logger log = Logger.getLogger("guard409");

    private Host() { }

    public static void serve(Map<String, Runs> programs) throws Exception {
        listen();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        Runs loaded = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Map<?, ?> asked = json.readValue(line, Map.class);
            Object id = asked.get("id");
            if (asked.containsKey("load")) {
                Clock.reset();
                synchronized (notes) {
                    notes.clear();
                }
                loaded = programs.get(asked.get("load"));
                tell(id, "value", null);
                continue;
            }
            Runs program = loaded;
            String note = (String) asked.get("run");
            Thread thread = new Thread(() -> answer(id, program, note));
            thread.setDaemon(true);
            thread.start();
        }
        System.exit(0);
    }

    private static void answer(Object id, Runs program, String note) {
        try {
            tell(id, "value", program.run(note));
        } catch (Throwable error) {
            tell(id, "error", described(error));
        }
    }

    private static void tell(Object id, String kind, Object value) {
        // What is noted is told in its order: a later answer knows no less.
        synchronized (json) {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("id", id);
            out.put(kind, value);
            out.put("waits", Clock.waits());
            out.put("skipped", Clock.skipped());
            synchronized (notes) {
                out.put("warnings", new ArrayList<>(notes));
            }
            try {
                System.out.println(json.writeValueAsString(out));
            } catch (Exception error) {
                throw new IllegalStateException(error);
            }
        }
    }

    private static Map<String, Object> described(Throwable error) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", error.getClass().getSimpleName());
        // The client of Cosmos DB says all it did there.
        out.put("message", error instanceof CosmosException ? ((CosmosException) error).getShortMessage() : error.getMessage());
        Integer status = statusOf(error);
        if (status != null) {
            out.put("status", status);
        }
        if (error.getCause() != null && error.getCause() != error) {
            out.put("cause", described(error.getCause()));
        }
        return out;
    }

    private static Integer statusOf(Throwable error) {
        if (error instanceof CosmosException) {
            return ((CosmosException) error).getStatusCode();
        }
        if (error instanceof ApiException) {
            return ((ApiException) error).getResponseStatusCode();
        }
        if (error instanceof Answer) {
            return ((Answer) error).status;
        }
        return error.getCause() == null || error.getCause() == error ? null : statusOf(error.getCause());
    }

    /** Keeps what is logged, as a message and the fields it is made of. */
    private static void listen() {
        log.setUseParentHandlers(false);
        log.addHandler(new Handler() {
            @Override
            public void publish(LogRecord record) {
                Map<String, Object> fields = new LinkedHashMap<>();
                Matcher found = NOTED.matcher(record.getMessage());
                if (found.matches()) {
                    fields.put("status", Integer.valueOf(found.group(1)));
                    fields.put("operation", found.group(2));
                    fields.put("scenario", found.group(3));
                }
                synchronized (notes) {
                    notes.add(new Object[] { record.getMessage(), fields });
                }
            }

            @Override
            public void flush() { }

            @Override
            public void close() { }
        });
    }
}
