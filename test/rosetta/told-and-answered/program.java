import com.microsoft.graph.models.Subscription;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Watcher {
    private static final Logger log = LoggerFactory.getLogger(Watcher.class);
    private final GraphServiceClient graph;

    Watcher(GraphServiceClient graph) {
        this.graph = graph;
    }

    Subscription watch(Subscription subscription) {
        try {
            return graph.subscriptions().post(subscription);
        } catch (ODataError error) {
            if (error.getResponseStatusCode() == 409) {
                log.warn("watched before");
                return subscription;
            }
            throw error;
        }
    }
}
