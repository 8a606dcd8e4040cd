"""Change notifications of Microsoft Graph for mailboxes, asked for when the service starts."""

import requests

GRAPH = "https://graph.microsoft.com/v1.0"


def watch(session: requests.Session, mailbox: str, until: str) -> None:
    """After a restart the subscription of the last run is still there, and the start fails."""
    answer = session.post(
        f"{GRAPH}/subscriptions",
        json={
            "changeType": "created",
            "resource": f"users/{mailbox}/mailFolders('inbox')/messages",
            "notificationUrl": "https://contoso.example/notify",
            "expirationDateTime": until,
        },
    )
    answer.raise_for_status()
