function Watch-Resource($Subscription) {
    $found = Invoke-MgGraphRequest -Method GET -Uri '/v1.0/subscriptions'
    if ($found.value.Count -gt 0) { return $found.value[0] }
    return Invoke-MgGraphRequest -Method POST -Uri '/v1.0/subscriptions' -Body $Subscription
}
