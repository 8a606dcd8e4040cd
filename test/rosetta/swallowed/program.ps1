function Watch-Resource($Subscription) {
    try {
        $null = Invoke-MgGraphRequest -Method POST -Uri '/v1.0/subscriptions' -Body $Subscription
    }
    catch {
        Write-Warning $_
    }
}
