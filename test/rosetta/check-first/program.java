import com.microsoft.graph.models.Subscription;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.util.List;

class Watcher {
    private final GraphServiceClient graph;

    Watcher(GraphServiceClient graph) {
        this.graph = graph;
    }

    Subscription watch(Subscription subscription) {
        List<Subscription> found = graph.subscriptions().get().getValue();
        if (!found.isEmpty()) return found.get(0);
        return graph.subscriptions().post(subscription);
    }
}
