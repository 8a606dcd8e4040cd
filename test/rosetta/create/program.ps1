function Watch-Resource($Subscription) {
    Invoke-MgGraphRequest -Method POST -Uri '/v1.0/subscriptions' -Body $Subscription
}
