import com.microsoft.graph.models.Subscription;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Watcher {
    private static final Logger log = LoggerFactory.getLogger(Watcher.class);
    private final GraphServiceClient graph;

    Watcher(GraphServiceClient graph) {
        this.graph = graph;
    }

    void watch(Subscription subscription) {
        try {
            graph.subscriptions().post(subscription);
        } catch (Exception error) {
            log.error("not watched", error);
        }
    }
}
