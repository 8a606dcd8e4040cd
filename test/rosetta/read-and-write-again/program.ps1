function Add-Count($Id) {
    for ($attempt = 0; $attempt -lt 5; $attempt++) {
        $read = Get-CosmosDbDocument -Context $context -CollectionId 'orders' -Id $Id -PartitionKey 'a'
        $read.count += 1
        try {
            $null = Set-CosmosDbDocument -Context $context -CollectionId 'orders' -Id $Id -DocumentBody ($read | ConvertTo-Json) -PartitionKey 'a' -ETag $read.Etag
            return
        }
        catch {
            if ($_.Exception.Response.StatusCode -ne 412) { throw }
            Start-Sleep -Milliseconds (100 * [math]::Pow(2, $attempt))
        }
    }
    throw 'given up'
}
