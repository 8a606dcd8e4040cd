function Test-Conflict($Problem) {
    return $Problem.Exception.Response.StatusCode -eq 409
}

function Watch-Resource($Subscription) {
    try {
        return Invoke-MgGraphRequest -Method POST -Uri '/v1.0/subscriptions' -Body $Subscription
    }
    catch {
        if (Test-Conflict $_) { return $null }
        throw
    }
}
