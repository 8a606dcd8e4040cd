function Add-Count($Id) {
    while ($true) {
        $read = Get-CosmosDbDocument -Context $context -CollectionId 'orders' -Id $Id -PartitionKey 'a'
        $read.count += 1
        try {
            $null = Set-CosmosDbDocument -Context $context -CollectionId 'orders' -Id $Id -DocumentBody ($read | ConvertTo-Json) -PartitionKey 'a' -ETag $read.Etag
            return
        }
        catch {
            if ($_.Exception.Response.StatusCode -ne 412) { throw }
        }
    }
}
