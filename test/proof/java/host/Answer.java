package proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** What a program makes of an answer that has to be looked at: what the service sent, or a failure with its status. */
public final class Answer extends RuntimeException {
    public final int status;

    private Answer(int status) {
        super("answered with " + status);
        this.status = status;
    }

    public static Object of(HttpResponse<String> response) throws Exception {
        if (response.statusCode() >= 300) {
            throw new Answer(response.statusCode());
        }
        return new ObjectMapper().readValue(response.body(), Object.class);
    }
}
