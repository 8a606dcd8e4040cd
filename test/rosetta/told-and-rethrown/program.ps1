function Watch-Resource($Subscription) {
    try {
        return Invoke-MgGraphRequest -Method POST -Uri '/v1.0/subscriptions' -Body $Subscription
    }
    catch {
        if ($_.Exception.Response.StatusCode -eq 409) {
            Write-Warning $_
            throw
        }
        throw
    }
}
