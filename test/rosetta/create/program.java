import com.microsoft.graph.models.Subscription;
import com.microsoft.graph.serviceclient.GraphServiceClient;

class Watcher {
    private final GraphServiceClient graph;

    Watcher(GraphServiceClient graph) {
        this.graph = graph;
    }

    Subscription watch(Subscription subscription) {
        return graph.subscriptions().post(subscription);
    }
}
